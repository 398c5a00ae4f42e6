import { isCjk } from '../text/characters.ts';
import type { Gazetteer, EntryKind } from '../names/gazetteer.ts';
import { numbersIn } from '../text/numbers.ts';
import type { Span } from '../model/span.ts';
import type { AnswerType } from '../question/answer-type.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';

// What the answer to each kind of question looks like in folded text. A heuristic of the ranking, never a proof.
const SHAPES: Partial<Record<AnswerType, RegExp>> = {
  time: /[\d〇零一二三四五六七八九十百]+(?:世纪|年代|年|月|日|号|时|点)|(?:周|星期|礼拜)[一二三四五六日天]|[今昨明前翌当]日|[今昨明前去翌]天|[今去前明当同翌次]年|(?:上|下|本|这|今)(?:个)?(?:周|月|星期)|时期|时代|朝|以后|之后|期间|春|夏|秋|冬|\b(?:19|20)\d\d\b/g,
  // 2023年 and 26日 are dates; 三年, 10个月, 七个多小时 and 两日 are spans.
  duration:
    /(?<![\d.])(?:\d{1,3}(?:\.\d+)?|[〇零一二三四五六七八九十百千两半数几]+)(?:个)?(?:多|余|几|半)?(?:个)?(?:年(?![月代级度])|天|小时|钟头|分钟|秒|星期|周(?![年岁一二三四五六日])|世纪)|(?:\d{1,3}|[一二三四五六七八九十两半数几]+)个(?:多|半)?月|(?<!月)[一二三四五六七八九十两数]{1,2}日|\d+日[间内]|[长短]期|终身/g,
  money:
    /[\d.〇零一二三四五六七八九十百千万亿两]+(?:多|余)?(?:美元|港元|港币|人民币|日元|英镑|欧元|台币|元|块|磅|马克|法郎|卢布|两|美金|银)/g,
  percent:
    /[\d.]+\s*%|百分之[\d.〇零一二三四五六七八九十]+|[一二三四五六七八九十]成|[\d.]+[:：比][\d.]+|[一二两三四五六七八九十]分之[一二三四五六七八九十]/g,
  age: /[\d〇零一二三四五六七八九十两]+(?:多|余)?岁|出生|生于/g,
  reason: /因为?|由于|为了|以(?:便|致|免|防)|所以|故|导致|使|造成|原因|缘于|基于|出于|鉴于|目的|避免|致/g,
  manner: /通过|透过|利用|借|用|以|方式|方法|采|由|靠|经/g,
  statement: /表示|指出|强调|声称|宣称|认为|形容|回应|称|说|指|呼吁|敦促|重申|警告|承诺|批评|谴责|讲|"|「|“/g,
  definition: /是|为|指|即|乃|属|一种|一个|职|:/g,
  name: /叫|称|名|《|「|“|"|又/g,
};
const QUANTITY: ReadonlySet<AnswerType> = new Set<AnswerType>(['count', 'money', 'percent', 'age', 'duration']);
const SURNAMED =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤司诸欧][\u4e00-\u9fff]{1,2}/g;
const TRANSLITERATED = /[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})+|[a-z]+ [a-z]+/g;
const TITLED =
  /(?:总统|总理|首相|主席|部长|国务卿|外长|皇帝|国王|女王|公爵|将军|教授|博士|先生|女士|发言人|顾问|大使|[帝王祖宗后妃])/g;
const PLACE =
  /[\u4e00-\u9fff]{1,6}(?:[省市县区州国岛山湖河镇乡村寺路街湾海港城洲江郡府邦]|大学|机场|公园|地区|半岛|群岛|海峡|车站|学院)|[东西南北中](?:部|方|面|亚|欧|非)/g;
const TITLE_LIKE = /[《「“"『〈][^》」”"』〉]{1,30}[》」”"』〉]/g;

/**
 * The stretches of a folded sentence that could be what the question asks for, as far as that shows in their form. Empty for
 * kinds of question that have no form (which, what, yes or no).
 */
export function expectedSpans(question: ParsedQuestion, sentence: string, names: Gazetteer): Span[] {
  const { wants } = question;
  if (wants === null) return [];
  const spans: Span[] = [];
  const add = (pattern: RegExp): void => {
    for (const match of sentence.matchAll(pattern)) {
      if (!question.folded.includes(match[0])) spans.push({ start: match.index, end: match.index + match[0].length });
    }
  };
  const addNames = (kinds: readonly EntryKind[]): void => {
    const asking = new Set(question.terms.flatMap((term) => (term.name === null ? [] : [term.name.id])));
    for (const { name, start, end } of names.mentions(sentence)) {
      if (kinds.includes(name.kind) && !asking.has(name.id)) spans.push({ start, end });
    }
  };
  const shape = SHAPES[wants];
  if (shape !== undefined) add(shape);
  switch (wants) {
    case 'person':
      addNames(['person']);
      add(TRANSLITERATED);
      add(TITLED);
      add(SURNAMED);
      break;
    case 'place':
      addNames(['place']);
      add(PLACE);
      break;
    case 'count': {
      for (const number of numbersIn(sentence)) {
        const text = sentence.slice(number.start, number.end);
        if (number.unit !== '年' && number.unit !== '月' && number.unit !== '日' && !question.folded.includes(text)) {
          spans.push({ start: number.start, end: number.end });
        }
      }
      break;
    }
    case 'which':
    case 'name':
      add(TITLE_LIKE);
      break;
    case 'time':
    case 'duration':
    case 'money':
    case 'percent':
    case 'age':
    case 'reason':
    case 'manner':
    case 'statement':
    case 'definition':
    case 'yesno':
    case 'what':
      break;
  }
  return spans;
}

/** Whether an answer to this kind of question has to hold a number. */
export const asksForQuantity = (asked: AnswerType | null): boolean => asked !== null && QUANTITY.has(asked);

/** Whether a number in the sentence counts what the question asks about: 多少「公里」 and 「7公里」. */
export function countsTheFocus(question: ParsedQuestion, sentence: string): boolean {
  if (question.focus === '' || !isCjk(question.focus.charCodeAt(0))) return false;
  const unit = question.focus.slice(0, 2);
  return numbersIn(sentence).some((number) => {
    const after = sentence.slice(number.end, number.end + 6).replace(/^[个多余几名位]+/, '');
    return after.startsWith(unit) || (number.unit !== '' && number.unit === unit.charAt(0));
  });
}

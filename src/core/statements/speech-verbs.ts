/** A verb of speech; offsets in UTF-16 units. */
export interface SpeechVerb {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** `report` introduces what is said (說, 表示); `act` does something by saying it (批評, 敦促); `wish` is speech of people only. */
  readonly kind: VerbKind;
}
type VerbKind = 'report' | 'act' | 'wish' | 'quote';

const words = (list: string): string[] => list.split(' ');

// All words are folded (Simplified).
const REPORT =
  '表示 指出 强调 认为 重申 透露 声称 宣称 自称 坚称 辩称 谎称 讹称 直言 坦言 直指 写道 说道 说到 承认 否认 反驳 驳斥 指称 表明 申明 坦承 直认 断言 预言 揭露 披露 爆料 相信 忆述 慨叹 感叹 扬言 矢言 笑言 笑说 直斥 斥责 供称 诉称 坦称 称 指 说 讲 曰';
const ACT =
  '批评 抨击 谴责 痛斥 怒斥 怒批 狠批 痛批 直批 炮轰 敦促 促请 呼吁 吁请 警告 告诫 承诺 许诺 宣布 宣告 形容 主张 提到 谈到 谈及 提及 讲到 讲述 质疑 指责 指控 称赞 赞扬 赞许 赞赏 证实 澄清 提醒 建议 提议 倡议 点出 阐明 阐述 点名 预测 估计 表态 分析称 分析指 警示 告知 告诉 明言 力陈 确认 保证 强烈谴责 表达';
const WISH = '希望 期望 盼望 要求 期待 寄望 欢迎 关切 担心 忧虑';
// Verbs that say something only where the words follow: 回應說, 解釋，「…」
const BARE = '回应 解释 补充 分析 评论 介绍 反问 总结 举例 分享 回忆 辩解 答复 回答 答道 回复 通报 解说 抱怨 续';
const ALSO_NOUNS = new Set(
  words(
    '建议 警告 批评 指控 指责 承诺 主张 质疑 呼吁 评价 要求 希望 期望 期待 警示 保证 倡议 提议 预测 估计 表态 回应 分析 评论 解释 关切 担心 忧虑 欢迎 声明 控诉 提醒 抗议 介绍 总结',
  ),
);
const HEDGES = new Set(words('相信 估计 预测 预言 认为 担心 忧虑'));
/** Whether the writer may use a verb of speech for their own guess, without a subject: 估計. */
export const isHedge = (verb: SpeechVerb): boolean => HEDGES.has(verb.word);
/** Whether a verb of speech is a noun as well: 建議. */
export const isAlsoNoun = (verb: SpeechVerb): boolean => ALSO_NOUNS.has(verb.word);

const NARRATED = new Set(words('点出 阐明 阐述 点名 提到 谈到 谈及 提及 讲到 讲述 表达 称赞 赞扬 赞许 赞赏'));
/** Whether a verb of speech rather tells what somebody did than what they said: 大紀元稱，布林肯點出分歧 is the outlet's account. */
export const isNarrated = (verb: SpeechVerb): boolean => NARRATED.has(verb.word);

const QUOTE = '引述 援引 转引 转述';

const KIND = new Map<string, VerbKind>([
  ...words(REPORT).map((word) => [word, 'report'] as const),
  ...words(ACT).map((word) => [word, 'act'] as const),
  ...words(WISH).map((word) => [word, 'wish'] as const),
  ...words(BARE).map((word) => [word, 'report'] as const),
  ...words(QUOTE).map((word) => [word, 'quote'] as const),
]);
const BARE_WORDS = new Set(words(BARE));
const BY_LENGTH = [...KIND.keys()].toSorted((a, b) => b.length - a.length);
const PATTERN = BY_LENGTH.join('|');
const LONGEST = BY_LENGTH[0]?.length ?? 0;

// Words that hold 說, 稱, 指, 講 or 曰 and say nothing; what precedes | the character | what follows.
const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  说: /^(?:来|明|服|法|话|嘢|辞|词|教|谎|客|唱|白|破|不定|不准|不上|不清|不出|不通|是|到底|穿|理|和|情|什么|甚么|些什么|谁|的|起)/,
  称: /^(?:为|号|呼|谓|霸|王(?=称|[^一-鿿])|帝|臣|得上|心|职|重|道|羡|颂|许|病|雄|之为|作|量|兄道弟)/,
  指: /^(?:[着著]|数|挥|示|标|针|导|定|纹|南|引|派|甲|尖|头|望|点|涉|向|日可|战员|的是|令|名|教|间|使|证|认|考|模|缝|环|正|代)/,
  讲: /^(?:话|嘢|座|者|义|师|台|坛|堂|课|解|学|稿|理|究|授|习|和|价|坏|师|道理)/,
  曰: /^(?!:)/,
};
const NOT_BEFORE: Readonly<Record<string, RegExp>> = {
  说: /(?:小|据|学|传|听|难|演|解|邪|胡|虽|理|再|话|实|来|如|按|应该|么|假|细|劝|游|众|诉|数|图|自圆其|般|不用|可|所|是|之|却又|假如|比方|就是|换句话|也就是)$/,
  称: /(?:名|职|简|俗|号|统|通|全|总|别|昵|尊|堪|对|人|戏|匀|相|著|据|敬|谦|代|旧|古|合|泛|所|被|素|雅|被人|据报)$/,
  指: /(?:手|食|拇|戒|屈|中指|弹|泛|专|意|所|恒|股|沪|(?<![报频渠])道|标普|纳|染|首屈一|十|五|据|是|特|暗)$/,
  讲: /(?:演|开|宣|主|听|所|来|之)$/,
  续: /[手连继持陆延存后接断永相]$/,
  曰: /(?!)/,
};
const AFTER_ALL = /^(?:[过了着]?的(?!确|士)|者|声(?!明)|信|书(?!面)|声浪|率|了?(?:什么|甚么|哪些|何)|[过了]吗)/;
const BARE_FOLLOWED = /^(?:到|道|说|称|指|表示|认为|强调|[:,“「『"]|$)/;
const BEFORE_ALL =
  /(?:的|所|之|被|遭|受|获|遭到|受到|引发|引来|招致|惹来|面对|面临|令人|地道|没|没有|未|未有|未曾|并未|从未|尚未|不|不会|不愿|不肯|不再|不想|拒绝|拒|拒不|无法|难以|无|将|将会|会|可能|或|或会|预计|料|预料|应|应该|应当|应予|须|必须|必需|需|需要|要|可|可以|能|能够|只能|想|欲|拟|计划|打算|准备|即将|是否|如何|怎么|怎样|为何|何以|如果|若|假如|倘若|让|令|使|请|叫|促|作出|做出|发出|提出|予以|加以|进行|接受|回避|避免|停止|继续要|无从|为了|以便|应对|以示|有关|相关|强烈要|值得|足以|用来|企图|试图|不得|不可|不应|不能|绝不|别|勿|等于|意味着|一个|一种|这种|这个|该|任何|各种|此|第一|首个|来自|以及|不是|并非|初步|具体|上述)$/;
// 不 and 會 belong to these, which deny nothing and foretell nothing.
const BEFORE_ALLOWED =
  /(?:摘要|纪要|不点名|不讳|不得不|毫不讳言地?|会见|会后|开会|记者会|发布会|大会|座谈会|年会|酒会|峰会|委员会|委会|听证会|论坛会|不认|不忘|不断|不时|简报会|吹风会|例会|协会|议会|学会|工会|商会|国会|立法会|教会|公会|基金会|理事会|联合会|促进会|常委会|政协会|社会|机会|就此|对此|为此|因此|据此|至此|如此|在此|由此|借此|藉此)$/;

const LONG_VERB = new RegExp([...KIND.keys()].filter((word) => word.length > 1).join('|'), 'y');
/** Whether a verb of two characters or more stands at `at`. */
export function startsWithVerb(text: string, at: number): boolean {
  LONG_VERB.lastIndex = at;
  return LONG_VERB.test(text);
}

/** The verbs of speech in `text.slice(from, to)`, a folded text whose quotations are masked, in order and without overlap. */
export function speechVerbs(text: string, from: number, to: number): SpeechVerb[] {
  const found: SpeechVerb[] = [];
  const pattern = new RegExp(PATTERN, 'g');
  // No further than where a verb may end: the next one may be at the other end of the article.
  const searched = text.slice(from, to + LONGEST);
  for (let match = pattern.exec(searched); match !== null; match = pattern.exec(searched)) {
    const word = match[0];
    const start = from + match.index;
    const end = start + word.length;
    const kind = KIND.get(word);
    if (end > to || kind === undefined) continue;
    const before = text.slice(Math.max(from, start - 5), start);
    const after = text.slice(end, Math.min(to + 1, end + 5));
    if (isSpeech(word, before, after)) found.push({ start, end, word, kind });
  }
  return found;
}

function isSpeech(word: string, before: string, after: string): boolean {
  if (NOT_AFTER[word]?.test(after) === true || NOT_BEFORE[word]?.test(before) === true) return false;
  if (AFTER_ALL.test(after)) return false;
  // 揭露與控訴…: two deeds, of which neither is told as words
  if (word.length > 1 && /^[与或及]/.test(after)) return false;
  if (BARE_WORDS.has(word) && !BARE_FOLLOWED.test(after)) return false;
  if (word === '认为' && before.endsWith('不')) return true;
  return !BEFORE_ALL.test(before) || BEFORE_ALLOWED.test(before);
}

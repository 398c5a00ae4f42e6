import { nounPhraseAt } from './noun-phrase.ts';
import { skipSpaces, type NounPhrase, type Reading } from './reading.ts';
import { matchEnd } from './titles.ts';

// What may stand between who speaks and the verb, or before both. Folded.
const ADVERB =
  /(?:然后|则|又|也|亦|还|并且|并|再次|再度|再三|一再|再|曾经|曾|续|继续|接着|就(?=已|曾|说|称|指|表示|一直|是)|便|都|均|皆|更|更是|已经|已|昨日|昨天|昨晚|昨|今日|今天|今早|今晨|今晚|今|明确地?|日前|近日|近来|最近|早前|较早前|稍早前?|稍早|先前|此前|之前|之后|其后|随后|后来|后|事后|会后|会前|会上|会中|席间|期间|其间|当时|当天|当日|当场|同日|翌日|次日|同时|一直|始终|多次|屡次|频频|不断|反复|公开|清楚地?|坚决|强烈|严厉|严正|正式|直接|特别|特意|进一步|重新|联合|共同|一致|同样|随即|立即|立刻|即时|即|其中|口头|书面|私下|匿名|坦率地?|主动|首先|首次|第一次|最后|最终|终于|另外|此外|另|分别|相继|先后|向来|总是|经常|常常|往往|普遍|大多|多数|一般|甚至|什至|只是|只|仅|不点名|不讳|毫不讳言|不忘|不认为|从容|当即|刻意|只好|反而|却|而|但|因此|于是|故|遂|乃|高调|低调|罕见|罕有地?|率先|纷纷|齐声|大声|厉声|愤怒地?|激动地?|无奈地?|笑着?|哭着?|怒|强硬地?|郑重|重点|着重|具体|简短|扼要|补充|也都|仍然|仍|依然|似乎|不禁|早已|早就|早在|尤其|连番|应约|应邀|应询|连日|一度|两度|三度|事实上|其实|有次|惟|[,:、 ])/y;
const TIME =
  /(?:[0-9〇零一二三四五六七八九十]+(?:年|月|日|号|时|点|分)(?:[0-9]+分)?(?:前|后|起)?|(?:本|上|上个|这个|这|下|当|同)?(?:周|星期|礼拜)[一二三四五六日天末]|(?:本|上|上个|这个|当|同)(?:周|星期|礼拜|月)|去年|今年|前年|当年|前日|前天|早上|上午|下午|傍晚|晚上|晚间|夜间|深夜|凌晨|清晨|中午|午间|午后|早晨|晨早|早晚|晚|早|清早|当晚|当地时间|北京时间|美东时间|初|底|中旬|上旬|下旬|\ue001+)/y;
const NEAR_AND_FAR =
  /(?:在|于|自|从|通过|透过|经由|经过|经(?!济|理|营|常|纪|验|贸|历|典|费)|以(?!色列)|用|借助?|凭|按|因应|因|由于|随着|趁|作为|身为|就(?!职|任|业|读|医|地|算|是)|针对|关于|对于|对|向|与|和|跟|同|及|为了?|代表|面对|有关|至于|据)/y;
const DEED =
  /(?:发表|发布|发出|发言|发函|发信|发文|发帖|发推|发|出席|出庭|作供|作证|出面|接受|接获|接到|召开|举行|主持|撰文|撰写|受访|受询|应询|应邀|致函|致电|致信|致辞|致词|去信|来函|回应|回复|答复|回答|答|会见|会晤|见|引用|引述|列举|点名|开腔|现身|公布|转发|访问|访[华中美台日韩欧俄港京]|抵[华京台港]|抵达|参加|参与|谈|谈及|谈到|提到|提及|在会|站|率|前往|到|被问及|被问到|被问|被追问|获[^,]{0,6}(?:问|邀)|批评|证实|总结|上|现场|宣布|透露|质疑|反驳|承认|解释|补充|援引|起草|签署|介绍|分析|作)/y;
const WHEN =
  /(?:时|时候|后|之后|以后|前|期间|之际|之余|之时|过程中|当中|中|上|下|内|里|间|会|稿|报道|声明|文章|文|节目|平台|推特|脸书|社交媒体|采访|访问|专访|查询|提问|电话|讲话|演讲|演说|致辞|信|信中|函|报告|问题|记者|例子|数据|情况|身份|名义|言论|指控|帖文|推文|短片|影片|片|书|簿)$/;
const DENIED =
  /(?:没有?|未|未有|未曾|并未|从未|不|不会|拒绝|拒|将|将会|(?<!记者|发布|大|座谈|年|酒|峰|委员|听证|论坛|简报|吹风|例|国|议|协|商|工|立法|教|公|研讨|学|讨论|基金|理事)会|可能|预计|料|应|应该|须|必须|需|要|可|可以|能|想|拟|打算|准备|是否|如何|怎样|若|让|令|使|请|叫|促|被|遭|由|所|以及|的)$/;

// 質詢時, 與王毅通電話後: what was done when it was said.
const EVENT_TIME =
  /(?!的)[^,:;在向对就]{1,24}?(?:[^当同小按及届即平随有]时|之?后(?!果|续|方)|期间|之际|过程中)(?!候|间|代|事|任|常|机|段)/y;
const speaksIn = (masked: string, from: number, to: number): boolean =>
  /说|称|表示|指出|被|遭/.test(masked.slice(from, to));

/** A phrase between a speaker and the verb; `addressee` is whom a 向… or 對… names. */
export interface Adverbials {
  readonly addressee: NounPhrase | null;
}

/**
 * Reads `from`–`to` as nothing but adverbs, times and phrases such as 在記者會上, 與王毅會面時, 向美方; null where it is more.
 * `strictly` asks of every phrase to end as one does, for verbs that are also nouns: 就修例的初步建議.
 */
export function adverbials(reading: Reading, from: number, to: number, strictly = false): Adverbials | null {
  const { masked } = reading;
  let addressee: NounPhrase | null = null;
  let p = from;
  while (p < to) {
    const simple = simpleEnd(masked, p, to);
    if (simple > p) {
      p = simple;
      continue;
    }
    const event = matchEnd(EVENT_TIME, masked, p);
    if (event > 0 && event <= to && !speaksIn(masked, p, event)) {
      const rest = event === to ? { addressee } : adverbials(reading, event, to, strictly);
      if (rest !== null) return { addressee: rest.addressee ?? addressee };
    }
    const near = matchEnd(NEAR_AND_FAR, masked, p);
    const deed = near > 0 ? -1 : matchEnd(DEED, masked, p);
    if (near < 0 && deed < 0) return null;
    const preposition = near > 0 ? masked.slice(p, near) : '';
    const whom = near > 0 && isTowards(preposition) ? wholePhrase(reading, near, to) : null;
    if (whom !== null) {
      if (
        preposition === '向' ||
        (/^[对跟]$/.test(preposition) && !FEELING.test(masked.slice(to, to + 12)) && whom.end === to)
      )
        addressee = whom.phrase;
      p = whom.end;
      continue;
    }
    const chunk = masked.slice(p, to);
    if (chunk.length > 48 || DENIED.test(withoutAdverbs(chunk))) return null;
    const inner = near > 0 ? innerAddressee(reading, near, to) : null;
    if (inner !== null) return { addressee: inner };
    // 甲和某某說: whoever follows 和 speaks too, unless they only met
    if (/^[和与同跟及]$/.test(preposition) && !WHEN.test(withoutAdverbs(chunk))) return null;
    if (strictly && !WHEN.test(withoutAdverbs(chunk))) return null;
    if (!WHEN.test(withoutAdverbs(chunk)) && endsInSomebody(reading, p, to)) return null;
    if (
      deed > 0 &&
      /^(?:谈|到|见|批评|证实|宣布|透露|质疑|反驳|承认|上|作|发|提到|提及|介绍|分析|点名)$/.test(masked.slice(p, deed))
    ) {
      if (!WHEN.test(withoutAdverbs(chunk))) return null;
    }
    return { addressee };
  }
  return { addressee };
}

// 對X表示關切 is about X, and not said to X.
const FEELING =
  /^(?:表示|表达)了?(?:极大|深切|强烈|严重|高度|深度|极度|十分|非常|严正|坚决)?的?(?:关切|关注|担忧|忧虑|欢迎|不满|遗憾|感谢|谢意|支持|愤怒|愤慨|反对|失望|赞赏|赞同|尊重|理解|同情|怀疑|质疑|抗议|谴责|祝贺|哀悼|歉意|歉疚|乐观|悲观|认同|惊讶|敬意|慰问|肯定|信心)/;

const isTowards = (preposition: string): boolean => /^(?:向|对|跟|与|和|同|及|就|针对|对于|代表)$/.test(preposition);

function simpleEnd(masked: string, at: number, to: number): number {
  const end = Math.max(matchEnd(ADVERB, masked, at), matchEnd(TIME, masked, at));
  return end <= to ? end : -1;
}

// The one who is all that follows a 向, up to adverbs and the verb.
function wholePhrase(reading: Reading, at: number, to: number): { phrase: NounPhrase; end: number } | null {
  const phrase = nounPhraseAt(reading, at, to);
  if (phrase === null) return null;
  let p = phrase.after;
  while (p < to) {
    const end = simpleEnd(reading.masked, p, to);
    if (end <= p) return matchEnd(/(?:在|于|就|通过|透过|以)/y, reading.masked, p) > 0 ? { phrase, end: p } : null;
    p = end;
  }
  return { phrase, end: p };
}

// 在會談後向記者…: the addressee at the end of a longer phrase.
function innerAddressee(reading: Reading, from: number, to: number): NounPhrase | null {
  for (let i = to - 2; i > from; i--) {
    const char = reading.masked.charAt(i);
    if (char !== '向' && char !== '对' && char !== '跟') continue;
    const whom = wholePhrase(reading, i + 1, to);
    return whom !== null && whom.end === to ? whom.phrase : null;
  }
  return null;
}

function withoutAdverbs(chunk: string): string {
  return chunk.replace(
    /(?:则|又|也|亦|还|并|再次|再|曾|就|便|都|均|更|已|公开|明确|强烈|严厉|首次|多次|一直|,|、|\ue001)+$/,
    '',
  );
}

function endsInSomebody(reading: Reading, from: number, to: number): boolean {
  const end = from + withoutAdverbs(reading.masked.slice(from, to)).length;
  for (let i = Math.max(from + 1, end - 14); i < end; i++) {
    if (reading.mentions.get(i)?.some((one) => one.end === end && one.name.kind !== 'place') === true) return true;
    const phrase = nounPhraseAt(reading, i, end);
    if (phrase !== null && phrase.kind === 'person' && phrase.after === end) return true;
  }
  return false;
}

/** Where a clause's subject may begin: behind its conjunctions, times and phrases of place. */
export function clauseOpeners(reading: Reading, from: number, to: number): number[] {
  const { masked } = reading;
  const starts: number[] = [];
  let p = skipSpaces(masked, from, to);
  starts.push(p);
  for (;;) {
    const end = Math.max(simpleEnd(masked, p, to), matchEnd(CONJUNCTION, masked, p));
    if (end <= p || end > to) break;
    p = end;
    starts.push(p);
  }
  const phrase =
    /^(?:在|于|就|针对|关于|对于|对|随着|至于|当|与|据)[^,]{1,40}?(?:期间|时候|之际|之后|以后|问题|一事|议题|言论|指控|报道|会上|会议上|会中|会后|会谈后|之下|中|时|后|上|前)/.exec(
      masked.slice(p, to),
    );
  if (phrase !== null) starts.push(p + phrase[0].length);
  return starts;
}

const CONJUNCTION =
  /(?:而且|而|但是|但|不过|然而|可是|此外|另外|另一方面|与此同时|其中|对此|为此|因此|所以|于是|结果|至于|同场的|同时|据此|例如|譬如|比如|当中|就此|事实上|其实|最后|首先|其次|最终|后来|原来|今次|今年|去年)/y;

/** Whether what stands at `at` can follow a subject: an adverb, a time, a phrase or a deed. */
export const goesOn = ({ masked }: Reading, at: number): boolean =>
  [ADVERB, TIME, NEAR_AND_FAR, DEED].some((pattern) => matchEnd(pattern, masked, at) > at);

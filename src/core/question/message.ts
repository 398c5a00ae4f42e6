import type { InterfaceLang, AskedKind } from '../model/question.ts';
import { isCjk } from '../text/characters.ts';
import { scriptOf, foldScript } from '../text/script.ts';
import { langEntries, templateSource, type LangEntry } from '../text/templates.ts';

const CANTONESE = /[嘅咗喺嚟冇哋嘢啲嗰咩乜]|邊個|邊度|點解|點樣|幾耐|唔該/;

// Japanese: its Han characters are not a Chinese script.
const KANA = /[\u3041-\u30fa]/;

/**
 * The language to speak to the asker in: the script of a Chinese question, English for a question in Latin letters, `usual` for
 * one whose characters both scripts share. Other languages are answered in English.
 */
export function interfaceLangOf(text: string, usual: InterfaceLang): InterfaceLang {
  if (CANTONESE.test(text)) return 'zh-Hant';
  if (KANA.test(text)) return 'en';
  const script = scriptOf(text);
  if (script !== null) return script;
  let chinese = 0;
  let letters = 0;
  for (const char of text) {
    if (isCjk(char.charCodeAt(0))) chinese += 1;
    else if (/\p{L}/u.test(char)) letters += 1;
  }
  if (chinese === 0 && letters > 0) return 'en';
  return chinese > 0 && usual === 'en' ? 'zh-Hant' : usual;
}

const TALK_KINDS = ['hello', 'thanks', 'help', 'goodbye'] as const;
export type SmallTalk = (typeof TALK_KINDS)[number];

/**
 * Makes `smallTalk` of lines that say `kind: template`.
 *
 * @internal Exported for its tests.
 */
export function readSmallTalk(lines: readonly LangEntry[]): (text: string) => SmallTalk | null {
  const patterns = TALK_KINDS.map((kind) => {
    const sources = lines.flatMap(({ key, entry }) => (key === kind ? [templateSource(entry)] : []));
    return { kind, pattern: new RegExp(`^(?:${sources.join('|') || '(?!)'})$`) };
  });
  return (text) => {
    const bare = foldScript(text)
      .replace(/(?:[\s!?.,。，、~…'"·:;\-()（）【】\p{Extended_Pictographic}]|\u200d|\ufe0f)+/gu, ' ')
      .trim();
    return patterns.find(({ pattern }) => pattern.test(bare))?.kind ?? null;
  };
}

/** What kind of small talk an utterance is as a whole, or null where it is none: 「你好」 is a greeting, 「你好在哪裡」 is not. */
export const smallTalk = readSmallTalk(langEntries('small-talk'));

const ARCHIVE_KINDS = ['topic', 'who', 'doubt', 'wrong', 'outlets', 'count', 'latest', 'earliest', 'span'] as const;

/**
 * What is asked of the archive itself, or of the bot: which outlets it has, how many reports, its latest and its earliest, from when to
 * when, what it is about, who the bot is; `doubt` asks whether the last answer is sure, `wrong` says that it is not right.
 */
export type ArchiveQuestionKind = (typeof ARCHIVE_KINDS)[number];

/** A question on the archive itself, or on the reports of a subject as such. */
export interface ArchiveQuestion {
  readonly kind: ArchiveQuestionKind;
  /** The question with the words blanked that ask this: the subject whose reports are meant, if any is left; every offset stays. */
  readonly rest: string;
}

// These ask for nothing but themselves, and are words of reports otherwise.
const WHOLE: ReadonlySet<ArchiveQuestionKind> = new Set<ArchiveQuestionKind>(['topic', 'who', 'doubt', 'wrong']);

/**
 * Makes `archiveQuestion` of lines `kind: template`.
 *
 * @internal Exported for its tests.
 */
export function readArchiveQuestions(lines: readonly LangEntry[]): (text: string) => ArchiveQuestion | null {
  const patterns = ARCHIVE_KINDS.flatMap((kind) => {
    const sources = lines.flatMap(({ key, entry }) => (key === kind ? [templateSource(entry)] : []));
    const any = sources.join('|') || '(?!)';
    return [{ kind, pattern: WHOLE.has(kind) ? new RegExp(`^${EDGE}(?:${any})${EDGE}$`, 'u') : new RegExp(any, 'u') }];
  });
  return (text) => {
    const folded = foldScript(text);
    for (const { kind, pattern } of patterns) {
      const match = pattern.exec(folded);
      if (match === null) continue;
      const end = match.index + match[0].length;
      return { kind, rest: text.slice(0, match.index) + ' '.repeat(match[0].length) + text.slice(end) };
    }
    return null;
  };
}

// What may stand around an utterance.
const EDGE = String.raw`[\s?!.,。，、~…\p{Extended_Pictographic}\u200d\ufe0f]*`;

/** Reads what a question asks of the archive itself; null where it asks what the reports say. */
export const archiveQuestion = readArchiveQuestions(langEntries('archive-questions'));

const OPENING = '「『“《（(';
const CLOSING = '」』”》）)';

/**
 * The questions of one message, in order, each with the remarks that stand before it; none but the message itself where it asks once.
 * A question mark inside quotation marks ends none.
 */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '?？'.includes(char) && !'?？'.includes(text.charAt(at + 1) || ' ')) {
      parts.push(text.slice(start, at + 1).trim());
      start = at + 1;
    }
  }
  const asked = parts.filter((part) => /[\p{L}\p{N}]/u.test(part) && smallTalk(part) === null);
  return asked.length < 2 ? [text] : asked;
}

/** The kind of answer that a question's words ask for, and the question without the words that say only that; offsets stay. */
export interface Intent {
  readonly as: AskedKind;
  readonly rest: string;
}

interface KindCue {
  readonly as: Exclude<AskedKind, 'answer'>;
  /** Runs on folded text. */
  readonly pattern: RegExp;
  /** Which part of the match says nothing about the subject: all of it, or none. */
  readonly blank: boolean;
}

// Encounters of people, of which one may ask for all: 「有哪些通話和會面」. How many there were is a fact like any other.
const ENCOUNTERS =
  '(?:通话|通电话|电话|会面|会谈|会晤|会见|见面|访问|出访|访华|访美|互访|接触|往来|交往|互动|磋商|大事|倾电话|见过面)';
const ENCOUNTERS_EN = '(?:calls|phone calls|meetings|visits|trips|contacts|encounters)';

const ENCOUNTER = new RegExp(`${ENCOUNTERS}|\\b${ENCOUNTERS_EN}\\b|\\b(?:call|meeting|visit|trip|talks)\\b`);

/** Whether folded words name a way in which people meet or speak with each other. */
export const isEncounter = (folded: string): boolean => ENCOUNTER.test(folded);

/** Whether folded words name no way of their own: 接觸 is any call, meeting or visit. */
export const isAnyEncounter = (folded: string): boolean =>
  /接触|往来|交往|互动|\b(?:contacts?|encounters?)\b/.test(folded);

const CUES: readonly KindCue[] = [
  {
    as: 'timeline',
    pattern:
      /(?:的)?(?:时间线|时间轴|时间表|大事记|大事表|年表(?![决示明达现演扬彰])|来龙去脉|始末|先后经过|事件经过|发展经过|历程)|(?:请)?(?:按|依|顺着?)(?:照)?(?:时间|日期)(?:顺序|先后)?(?:排列|排|列出|列|讲|说)?|\b(?:an? |the )?(?:timeline|chronology)(?: of| for)?\b|\bin chronological order\b/,
    blank: true,
  },
  {
    as: 'timeline',
    pattern: new RegExp(
      `(?:(?:哪些|哪几次|哪几场|边几次)|(?:有过?|发生过?)(?:啲乜嘢?|什么|咩|乜嘢?))(?:主要|重要|重大|高层)?的?${ENCOUNTERS}|历次的?${ENCOUNTERS}|(?:列出|列举|数一数)(?:所有|全部)?.{0,20}?${ENCOUNTERS}`,
    ),
    blank: false,
  },
  {
    as: 'timeline',
    pattern: new RegExp(
      `\\b(?:what|which|list(?: all)?(?: the)?|all(?: the)?) (?:official |high-level |phone )?${ENCOUNTERS_EN}\\b(?:(?: and| or|,) ${ENCOUNTERS_EN})*(?= (?:did|do|does|have|has|had|were|was|took|between|of|with|by|involving)|[?.!]*$)`,
    ),
    blank: false,
  },
  {
    as: 'comparison',
    pattern:
      /(?:各(?:家|个|间)?|不同|几家|多家|两家|三家|其他|所有|唔同)(?:的)?(?:媒体|传媒|报章|报纸|媒介|新闻机构)(?:之间)?(?:的)?(?:(?:分别|各自)?(?:是)?(?:怎么样?|怎样|如何|点样?)(?:报道|报导|写|讲|说|呈现|处理)(?:的)?|(?:报道|报导)(?:有(?:什么|何|咩)(?:不同|分别|差异|差别|出入))?|有(?:什么|何|咩)(?:不同|分别|差异|差别|出入)(?:的?(?:报道|报导|说法))?)|(?:报道|报导)(?:之间)?有(?:什么|何|咩)(?:不同|分别|差异|差别|出入)|(?:比较|对比|对照)(?:一下|吓)?(?:各家|各|不同|两家|几家)?(?:的)?(?:媒体|传媒|报章)?(?:的|对|就|关于)?(?=.*(?:报道|报导))|(?:比较|对比|对照)(?:一下|吓)?(?:各家|各|不同|两家|几家)(?:的)?(?:媒体|传媒|报章)(?:的|对|就|关于)?/,
    blank: true,
  },
  {
    as: 'comparison',
    pattern:
      /\bhow (?:did|do|have|has|does) (?:the |each |every |all |various |different |other )*(?:outlets?|media|newspapers?|papers|press|news (?:outlets|organi[sz]ations))(?: each| all| differently)? (?:report(?:ed)?(?: on)?|cover(?:ed)?|describe[d]?|present(?:ed)?|tell|treat(?:ed)?)\b|\bcompare(?: the)?(?: reports?| coverage| reporting| accounts)?(?: of| on| about)?\b|\b(?:reports|coverage|accounts) (?:of .{1,40})?(?:differ|compare)d?\b/,
    blank: true,
  },
  {
    as: 'listing',
    pattern:
      /(?:列出|列举|列晒|搜寻|搵)?(?:所有|全部)?(?:发表|刊登|刊载|登|出|写|发布|报道)?(?:了|过|咗)?(?:有)?(?:哪些|哪几篇|什么|咩|乜嘢?|几多|多少|边几篇|啲乜嘢?)(?:关于|有关|涉及|提到|讲)?(.{0,20}?)(?:的|嘅)?(?:报道|报导|文章|新闻|稿件|专栏|评论)(?=[?。!\s]*$)|(?:出|写|登|发)(?:过|了|咗)?(?:什么|咩|乜嘢?|哪些|边啲)(?:文|稿)(?=[?。!\s]*$)|(?:列出|列举|列晒)(?:所有|全部)?(.{0,30}?)(?:的|嘅)?(?:报道|报导|文章|新闻|稿件|专栏|评论)/,
    blank: false,
  },
  {
    as: 'listing',
    pattern: /(?:关于|有关|涉及|讲)(.{1,20}?)(?:的|嘅)(?:报道|报导|文章|新闻)(?:有(?:哪些|什么|咩|几多|多少|边啲)|呢)/,
    blank: false,
  },
  {
    as: 'listing',
    pattern:
      /\bwhat (?:did|has|have|does|do) (?:(?!that\b|to\b).){1,40} (?:publish(?:ed)?|run|write|written|put out|carry|carried)\b|\b(?:list|show(?: me)?|give me|find)(?: me)?(?: all)?(?: the)? (?:articles?|reports?|stories|coverage|news)\b|\b(?:which|what) (?:articles|reports|stories)\b(?! (?:say|said|claim))/,
    blank: false,
  },
];

/** Finds out which kind of answer a question asks for; `answer` where it says nothing else. */
export function intentOf(text: string): Intent {
  const folded = foldScript(text);
  for (const { as, pattern, blank } of CUES) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const rest = blank ? blanked(text, match.index, match.index + match[0].length) : text;
    if (as === 'comparison') return { as, rest: withoutComparing(rest) };
    return { as, rest: as === 'listing' ? withoutListingWords(rest) : rest };
  }
  return { as: 'answer', rest: text };
}

// 「比較一下…」 between two outlets says nothing about what they report.
const COMPARING =
  /(?:请)?(?:比较|对比|对照)(?:一下|吓|下)?|有(?:什么|何|咩)(?:不同|分别|差异|差别|出入)|\b(?:compare|differ(?:ently|ences?)?|(?:what |how )?(?:do |did )?the (?:outlets|media|newspapers|papers|press)(?: say| report| write)?(?: about| on)?)\b/g;

/** A question without the words that only set outlets side by side; offsets stay. */
export const withoutComparing = (text: string): string => withoutAll(text, COMPARING);

const blanked = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

// What asks for articles as such, and is in none of them as their subject.
const LISTING_WORDS =
  /(?:列出|列举|列晒|搜寻)(?:所有|全部)?|(?:所有|全部)(?=的?(?:报道|报导|文章|新闻))|有(?:哪些|什么|咩|几多|多少|边啲)(?=[?。!\s]*$)|(?:的|嘅)(?:报道|报导|文章|新闻)(?=有(?:哪|什么|咩|几多|多少|边))|(?:发表|刊登|刊载|登载|发布|报道|登|写|出)(?:了|过|咗)?(?=(?:有)?(?:哪|什么|咩|乜|几多|多少|边|啲))|(?:关于|有关|涉及)|(?:的|嘅)?(?:报道|报导|文章|新闻|稿件|专栏|评论)(?=[?。!\s]*$)|(?:咩|什么|乜嘢?|哪些|边啲)(?:文|稿)(?=[?。!\s]*$)|\b(?:publish(?:ed)?|run|write|written|put out|carry|carried|list|show(?: me)?|give me|find|articles?|reports?|stories|story|coverage|news|about|on|by)\b/g;

/** A question without the words that ask for articles as such; offsets stay. */
export const withoutListingWords = (text: string): string => withoutAll(text, LISTING_WORDS);

// `words` run on the folded text.
function withoutAll(text: string, words: RegExp): string {
  let rest = text;
  for (const match of foldScript(text).matchAll(words))
    rest = blanked(rest, match.index, match.index + match[0].length);
  return rest;
}

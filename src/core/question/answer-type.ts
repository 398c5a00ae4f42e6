import type { Span } from '../model/span.ts';
import { anyOf, langWords } from '../text/lang-data.ts';
import { type LangEntry, entriesOf, templateSource } from '../text/templates.ts';

const QUOTED = /「([^「」]+)」|『([^『』]+)』|“([^“”]+)”|"([^"]+)"|《([^《》]+)》/g;

/** What stands in quotation marks in a text, without the marks. */
export const quotedIn = (text: string): Span[] =>
  Array.from(text.matchAll(QUOTED), ({ 0: all, index }) => ({ start: index + 1, end: index + all.length - 1 }));

// A character of no script: words in quotation marks are nobody's question.
const HIDDEN = '\ue000';

/** A text with what stands in quotation marks made unreadable; every offset stays. */
const withoutQuotations = (text: string): string =>
  quotedIn(text).reduce(
    (rest, { start, end }) => rest.slice(0, start) + HIDDEN.repeat(end - start) + rest.slice(end),
    text,
  );

/** The sentences of a question, with the marks that end them; those inside quotation marks end none. */
const sentencesOf = (text: string): Span[] => split(text, /[。!?！？\n；;]+/g);

/** The clauses of a question, with the marks that end them; those inside quotation marks end none. */
export const clausesOf = (text: string): Span[] => split(text, /[，,。!?！？\n；;:：~～]+/g);

function split(text: string, marks: RegExp): Span[] {
  const open = withoutQuotations(text);
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of open.matchAll(marks)) {
    // 2,000 and 8:30 are one.
    if (/\d/.test(open.charAt(index - 1)) && /\d/.test(open.charAt(index + mark.length))) continue;
    spans.push({ start, end: index + mark.length });
    start = index + mark.length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/**
 * Makes the pattern of framing words of templates: of Chinese with Cantonese, and of English, whose words are whole.
 *
 * @internal Exported for its tests.
 */
export const readFraming = (chinese: readonly string[], english: readonly string[]): RegExp =>
  new RegExp(
    [
      chinese.map((line) => templateSource(line)).join('|') || '(?!)',
      String.raw`(?<![a-z])(?:${english.map((line) => templateSource(line)).join('|') || '(?!)'})(?<![a-z](?=[a-z]))`,
    ].join('|'),
    'gu',
  );

// Of lines that fit at one place the longer template mostly matches more.
const byLength = (lines: readonly string[]): string[] => [...lines].sort((a, b) => b.length - a.length);

const FRAMING = readFraming(
  byLength([...langWords('zh/framing'), ...langWords('yue/framing')]),
  byLength(langWords('en/framing')),
);
const ENGLISH_FRAMING = readFraming([], byLength(langWords('en/framing')));

/** Blanks the English framing words of a folded text: "can you tell me" asks for no yes or no. Every offset stays. */
const withoutEnglishFraming = (folded: string): string =>
  folded.replace(ENGLISH_FRAMING, (words) => ' '.repeat(words.length));

const FIRST_PERSON = readFraming(langWords('zh/first-person'), langWords('en/first-person'));

/**
 * Blanks what only frames a folded question: the question word, framing words, and clauses about the asker beside the one that asks. What
 * stands in `keep`, names, and in quotation marks is kept. Every offset stays.
 */
export function blankFraming(folded: string, asking: Span | null, keep: readonly Span[]): string {
  const kept = [...keep, ...quotedIn(folded)];
  const isKept = (span: Span): boolean => kept.some(({ start, end }) => span.start < end && span.end > start);
  const aside = asking === null ? [] : clausesOf(folded).filter((clause) => isAside(folded, clause, asking));
  const words = Array.from(folded.matchAll(FRAMING), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  return [
    ...aside,
    ...[...words, ...bracketsIn(folded)].filter((word) => !isKept(word)),
    ...(asking === null ? [] : [asking]),
  ].reduce(blankSpan, folded);
}

const BRACKETS = /[(（][^()（）]{0,60}[)）]/gu;

// What stands in brackets is said aside, 「（急！）」, unless it is all there is.
function bracketsIn(folded: string): Span[] {
  const inside = Array.from(folded.matchAll(BRACKETS), ({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }));
  return /[\p{L}\p{N}]/u.test(inside.reduce(blankSpan, folded)) ? inside : [];
}

// 「我是新聞系學生，」: about who asks. A name in it may still be the matter.
function isAside(folded: string, { start, end }: Span, asking: Span): boolean {
  if (asking.start < end && asking.end > start) return false;
  FIRST_PERSON.lastIndex = 0;
  return FIRST_PERSON.test(folded.slice(start, end));
}

/** Blanks a stretch of a text; every offset stays. */
export const blankSpan = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

const CHINESE_ORDER = [
  'age',
  'money',
  'percent',
  'time',
  'duration',
  'statement',
  'reason',
  'count',
  'person',
  'place',
  'name',
  'yesno',
  'which',
  'manner',
  'what',
] as const;
const ENGLISH_ORDER = [
  'age',
  'money',
  'duration',
  'percent',
  'count',
  'time',
  'reason',
  'name',
  'statement',
  'person',
  'place',
  'which',
  'manner',
  'what',
  'yesno',
] as const;

/** What kind of thing a question asks for. */
export type AnswerType = (typeof CHINESE_ORDER)[number] | 'definition';

/** A question's kind, where it was found in the folded question, and the kind of its match. */
export interface AnswerTypeMatch {
  readonly asked: AnswerType;
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  readonly asked: AnswerType;
  readonly pattern: RegExp;
}

/**
 * Makes `findAnswerType` of lines `kind: template`, of Chinese with Cantonese and of English.
 *
 * @internal Exported for its tests.
 */
export function readAnswerTypes(
  chinese: readonly LangEntry[],
  english: readonly LangEntry[],
): (folded: string) => AnswerTypeMatch | null {
  const sourcesOf = (lines: readonly LangEntry[], kind: string): string =>
    lines.flatMap(({ key, entry }) => (key === kind ? [templateSource(entry)] : [])).join('|') || '(?!)';
  const inChinese: readonly Pattern[] = CHINESE_ORDER.map((asked) => ({
    asked,
    pattern: new RegExp(sourcesOf(chinese, asked), 'u'),
  }));
  // Whole words: neither what is before nor what is behind goes on.
  const inEnglish: readonly Pattern[] = ENGLISH_ORDER.map((asked) => ({
    asked,
    pattern: new RegExp(`(?<![a-z])(?:${sourcesOf(english, asked)})(?<![a-z](?=[a-z]))`, 'u'),
  }));
  return (folded) => {
    const open = withoutEnglishFraming(withoutQuotations(folded));
    for (const { start, end } of sentencesOf(folded)) {
      const sentence = open.slice(start, end);
      const found = firstKind(sentence, inChinese) ?? firstPlace(sentence, inEnglish);
      if (found !== null) return { asked: found.asked, start: found.start + start, end: found.end + start };
    }
    return firstKind(folded, inChinese) ?? firstPlace(folded, inEnglish);
  };
}

// An English question opens with its question word; one behind it belongs to a clause: "What was she afraid of when …".
function firstPlace(folded: string, patterns: readonly Pattern[]): AnswerTypeMatch | null {
  let first: AnswerTypeMatch | null = null;
  for (const { asked, pattern } of patterns) {
    const match = pattern.exec(folded);
    if (match === null || match[0] === '' || (first !== null && first.start <= match.index)) continue;
    first = { asked, start: match.index, end: match.index + match[0].length };
  }
  return first;
}

function firstKind(folded: string, patterns: readonly Pattern[]): AnswerTypeMatch | null {
  for (const { asked, pattern } of patterns) {
    const match = pattern.exec(folded) ?? (asked === 'yesno' ? A_NOT_A.exec(folded) : null);
    if (match === null || match[0] === '') continue;
    const end = match.index + match[0].length;
    const isWhat = asked === 'which' && /^[?。!\s]*$/.test(folded.slice(end));
    return { asked: isWhat ? whatKind(folded.slice(0, end)) : asked, start: match.index, end };
  }
  return null;
}

// 成唔成立, 能不能: a verb with its own denial asks whether.
const A_NOT_A = new RegExp(
  String.raw`([\u3400-\u9fff])(?:${anyOf(['zh/a-not-a', 'yue/a-not-a'].flatMap(langWords))})\1`,
  'u',
);

// 「X是什么」 asks what X is; 「王毅说了什么」 was caught before; anything else that ends in 什么 asks for a thing.
const DEFINING = new RegExp(
  `(?:${anyOf(langWords('zh/before-defined'))})(?:${anyOf(['zh/what', 'yue/what'].flatMap(langWords))})$`,
);
const whatKind = (asked: string): AnswerType => (DEFINING.test(asked) ? 'definition' : 'what');

/**
 * The question word of the first sentence of a folded text that has one, outside quotation marks if there is any: the first kind,
 * in the order of the lists, that applies. Null for a bare subject.
 */
export const findAnswerType = readAnswerTypes(
  entriesOf([...langWords('zh/question-words'), ...langWords('yue/question-words')]),
  entriesOf(langWords('en/question-words')),
);

const DEMAND = new RegExp(anyOf(langWords('zh/demand-verbs')), 'g');

/** The verbs in a folded question by which somebody asks something of somebody: 美方「要求」中国做什么. */
export const demandsIn = (folded: string): readonly { readonly start: number; readonly end: number }[] =>
  Array.from(folded.matchAll(DEMAND), ({ 0: verb, index }) => ({ start: index, end: index + verb.length }));

/** Whether a folded question asks for what somebody said or demanded. */
export const tellsOfSpeech = ({
  wants,
  folded,
}: {
  readonly wants: AnswerType | null;
  readonly folded: string;
}): boolean => wants === 'statement' || demandsIn(folded).length > 0;

const SPEECH = new RegExp(
  [
    ...langWords('zh/mentions-speech').map((line) => templateSource(line)),
    `(?<![a-z])(?:${anyOf(langWords('en/mentions-speech'))})(?![a-z])`,
  ].join('|'),
  'u',
);

/** Whether a folded question speaks of saying or meaning at all: 布林肯「說」會晤有多少個目標. */
export const mentionsSpeech = (folded: string): boolean => SPEECH.test(folded);

/** 「王毅為甚麼批評…」: these stand between the one who speaks and the verb, and say nothing of either. */
export const ADVERBIAL: ReadonlySet<AnswerTypeMatch['asked']> = new Set<AnswerTypeMatch['asked']>([
  'time',
  'duration',
  'reason',
  'place',
  'manner',
  'yesno',
]);

/** The verbs of 「有沒有提過X」: whether somebody spoke of it at some time or other. */
const SPOKEN_OF = new RegExp(anyOf(['zh/spoken-of', 'yue/spoken-of'].flatMap(langWords)));

/**
 * Where a folded question asks whether, when or why somebody spoke of something, 提過; null where it does not, or asks who did. What
 * frames it is blanked in `kept`.
 */
export function spokenOf({ kept, cue }: { kept: string; cue: AnswerTypeMatch | null }): Span | null {
  const match = cue !== null && ADVERBIAL.has(cue.asked) ? SPOKEN_OF.exec(kept) : null;
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

import { anyOf, langWords } from '../text/lang-data.ts';
import { entriesOf, templateSource, type LangEntry } from '../text/templates.ts';
import { sentencesOf, withoutQuotations, withoutEnglishFraming } from './clauses.ts';

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

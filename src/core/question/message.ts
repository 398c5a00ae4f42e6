import type { InterfaceLang, AskedKind } from '../model/question.ts';
import { isCjk } from '../text/characters.ts';
import { scriptOf, foldScript } from '../text/script.ts';
import { anyEnglishWord, anyOf, langLines, langWords } from '../text/lang-data.ts';
import { entriesOf, langEntries, templateSource, type LangEntry } from '../text/templates.ts';

const CANTONESE = new RegExp(anyOf(langLines('yue/marks')));

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

// The words of a kind, as a pattern on folded text. Cantonese first: what it adds at the end, 比較吓, is part of the phrase.
function wordsOf(kind: string): string {
  const sources = (lang: string): string[] =>
    entriesOf(langWords(`${lang}/intents`)).flatMap(({ key, entry }) => (key === kind ? [templateSource(entry)] : []));
  const english = sources('en');
  return [
    ...sources('yue'),
    ...sources('zh'),
    ...(english.length === 0 ? [] : [String.raw`(?<![a-z])(?:${english.join('|')})(?<![a-z](?=[a-z]))`]),
  ].join('|');
}

// In the order in which they are looked for. `blank`: the words say nothing about the subject.
const INTENTS: readonly { readonly as: AskedKind; readonly pattern: RegExp; readonly blank: boolean }[] = [
  { as: 'timeline', pattern: new RegExp(wordsOf('chronology'), 'u'), blank: true },
  { as: 'timeline', pattern: new RegExp(wordsOf('encounters'), 'u'), blank: false },
  { as: 'comparison', pattern: new RegExp(wordsOf('comparison'), 'u'), blank: true },
  { as: 'listing', pattern: new RegExp(wordsOf('listing'), 'u'), blank: false },
];

const ENCOUNTERS = langWords('en/encounter-nouns');
const ENCOUNTER = new RegExp(
  `${anyOf(langWords('zh/encounter-nouns'))}|\\b(?:${anyOf([...ENCOUNTERS, ...ENCOUNTERS.map((noun) => noun.replace(/s$/, ''))])})\\b`,
);
const ANY_ENCOUNTER = new RegExp(
  `${anyOf(langWords('zh/any-encounters'))}|${anyEnglishWord(langWords('en/any-encounters'))}`,
);

/** Whether folded words name a way in which people meet or speak with each other. */
export const isEncounter = (folded: string): boolean => ENCOUNTER.test(folded);

/** Whether folded words name no way of their own: 接觸 is any call, meeting or visit. */
export const isAnyEncounter = (folded: string): boolean => ANY_ENCOUNTER.test(folded);

/** Finds out which kind of answer a question asks for; `answer` where it says nothing else. */
export function intentOf(text: string): Intent {
  const folded = foldScript(text);
  for (const { as, pattern, blank } of INTENTS) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const rest = blank ? blanked(text, match.index, match.index + match[0].length) : text;
    if (as === 'comparison') return { as, rest: withoutComparing(rest) };
    return { as, rest: as === 'listing' ? withoutListingWords(rest) : rest };
  }
  return { as: 'answer', rest: text };
}

const COMPARING = new RegExp(wordsOf('beside'), 'gu');
const LISTING_WORDS = new RegExp(wordsOf('articles'), 'gu');

/** A question without the words that only set outlets side by side; offsets stay. */
export const withoutComparing = (text: string): string => withoutAll(text, COMPARING);

/** A question without the words that ask for articles as such; offsets stay. */
export const withoutListingWords = (text: string): string => withoutAll(text, LISTING_WORDS);

const blanked = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

// `words` run on the folded text.
function withoutAll(text: string, words: RegExp): string {
  let rest = text;
  for (const match of foldScript(text).matchAll(words))
    rest = blanked(rest, match.index, match.index + match[0].length);
  return rest;
}

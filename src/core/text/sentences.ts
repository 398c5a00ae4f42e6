import type { Span } from '../model/span.ts';
import { unitTable, remembering } from './script.ts';
import { anyOf, langLines, langWords } from './lang-data.ts';
import { numeralsFrom } from './numbers.ts';

// By UTF-16 unit: every article that a question comes to is parted, and to make a string of each character that is looked at takes
// half of that time.
const unitOf = (character: string): number => character.charCodeAt(0);
const [LINE_BREAK, FULL_STOP, SPACE] = [unitOf('\n'), unitOf('.'), unitOf(' ')] as const;
const ENDS = unitTable('。！？!?…｡');
const LATIN_ENDS = unitTable('!?…');
const CLOSERS = unitTable('」』”’）)》〉】〕］]"\'');
const SPEECH = ['「」', '『』', '“”'] as const;
// The mark that closes what one opens; 0 for every other unit.
const CLOSING = new Uint16Array(0x1_0000);
for (const [opening, closing] of SPEECH) CLOSING[unitOf(opening ?? '')] = unitOf(closing ?? '');
// What may end a sentence or open a speech; a sentence goes on over everything else.
const ENDS_OR_OPENS = unitTable(['。！？!?…｡', '.', '\n'].join('') + SPEECH.map(([opening]) => opening).join(''));
// Direct speech is kept whole up to this many UTF-16 units; a longer speech is parted into its own sentences.
const WHOLE_SPEECH = 90;
// The longest abbreviation, with the mark before it.
const LOOK_BACK = 12;
const abbreviations = (kind: string): readonly string[] =>
  langLines('en/abbreviations').flatMap((line) => {
    const [form = '', kinds = ''] = line.split('=>').map((part) => part.trim());
    return kinds.includes(kind) ? [form] : [];
  });
const atEnd = (forms: readonly string[]): RegExp => new RegExp(String.raw`(?:^|[\s("“‘'])(?:${anyOf(forms)})$`);
const small = abbreviations('before small').map((form) => form.toLowerCase());
const BEFORE_NAME = atEnd([...abbreviations('before'), ...small]);
const BEFORE_NUMBER = atEnd(abbreviations('date'));
const INITIAL = /(?:^|[\s("“‘'.-])[A-Z]$/;
const MAY_END = atEnd(abbreviations('end'));
// U.S, p.m, e.g, Ph.D: the full stop before the last letter tells.
const DOTTED = /(?:^|[\s("“‘'])(?:[A-Za-z]{1,2}\.){1,4}[A-Za-z]{1,2}$/;
const OPENERS = new RegExp(`^["“‘'(]*(?:${anyOf(langLines('en/sentence-openers'))})(?![A-Za-z-])`, 'i');

/**
 * Parts `text.slice(from, to)` into sentences, in order, without the white space between them. Ends are 。！？ and line
 * breaks with the closing quotes and brackets behind them, and in Latin text a full stop before white space that belongs to no
 * abbreviation and stands before no small letter, unless the whole stretch has no capital.
 */
export function splitSentences(text: string, from = 0, to = text.length): Span[] {
  const sentences: Span[] = [];
  let start = from;
  let speechEnd = -1; // the closing mark of a short speech that is being passed over
  let capitals: boolean | undefined;
  const hasCapitals = (): boolean => (capitals ??= /[A-Z]/.test(text.slice(from, to)));
  const close = (end: number): void => {
    let first = start;
    let last = end;
    while (first < last && isSpace(text.charCodeAt(first))) first++;
    while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
    if (last > first) sentences.push({ start: first, end: last });
    start = end;
  };
  for (let i = from; i < to; i++) {
    if (ENDS_OR_OPENS[text.charCodeAt(i)] === 0 && i !== speechEnd) continue;
    const unit = text.charCodeAt(i);
    const closing = CLOSING[unit] ?? 0;
    if (closing !== 0 && i > speechEnd) {
      const end = shortSpeechEnd(text, closing, { from: i + 1, to: Math.min(to, i + WHOLE_SPEECH + 1) });
      if (end > i) speechEnd = end;
      continue;
    }
    if (unit === LINE_BREAK) {
      close(i);
      continue;
    }
    if (i < speechEnd) continue;
    // 「…。」 and “….” end with their speech.
    const mark = i === speechEnd ? i - 1 : i;
    const isEnd = ENDS[unit] === 1 || ENDS[text.charCodeAt(mark)] === 1;
    const ends = isEnd
      ? !goesOn(text, mark, { start, to, hasCapitals })
      : isFullStop(text, mark, { start, to, hasCapitals });
    if (!ends) continue;
    let end = i + 1;
    while (end < to && (ENDS[text.charCodeAt(end)] === 1 || CLOSERS[text.charCodeAt(end)] === 1)) end++;
    close(end);
    i = end - 1;
  }
  close(to);
  return sentences;
}

// The place of the mark that closes a speech within its line; -1 where none does. Looks no further than a short speech is long.
function shortSpeechEnd(text: string, closing: number, { from, to }: { from: number; to: number }): number {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === closing) return i;
    if (unit === LINE_BREAK) return -1;
  }
  return -1;
}

const isSpace = (unit: number): boolean =>
  unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x3000 || unit === 0xa0;

interface Stretch {
  readonly start: number;
  readonly to: number;
  /** Whether the text writes no capitals, so that a small letter may open a sentence. */
  readonly hasCapitals: () => boolean;
}

// “Is it true?” he asks: what a speech ends with ends no sentence that goes on behind it.
function goesOn(text: string, at: number, { to, hasCapitals }: Stretch): boolean {
  if (LATIN_ENDS[text.charCodeAt(at)] !== 1) return false;
  let next = at + 1;
  while (next < to && (LATIN_ENDS[text.charCodeAt(next)] === 1 || CLOSERS[text.charCodeAt(next)] === 1)) next++;
  if (CLOSERS[text.charCodeAt(next - 1)] !== 1 || text.charCodeAt(next) !== SPACE) return false;
  return /[a-z]/.test(text.charAt(next + 1)) && hasCapitals();
}

// A dot ends a Latin sentence before white space, unless it belongs to an initial, a title or another abbreviation.
function isFullStop(text: string, at: number, { start, to, hasCapitals }: Stretch): boolean {
  if (text.charCodeAt(at) !== FULL_STOP) return false;
  let next = at + 1;
  while (next < to && CLOSERS[text.charCodeAt(next)] === 1) next++;
  if (next < to && !isSpace(text.charCodeAt(next))) return false;
  while (next < to && isSpace(text.charCodeAt(next))) next++;
  if (/[a-z]/.test(text.charAt(next)) && hasCapitals()) return false;
  return endsBefore(text.slice(Math.max(start, at - LOOK_BACK), at), text.slice(next, Math.min(to, next + 24)));
}

// Whether a full stop ends a sentence, by what stands before and behind it.
function endsBefore(left: string, right: string): boolean {
  // ASHBURY, Va. – In a tradition
  if (BEFORE_NAME.test(left) || /^[-–—] /.test(right)) return false;
  if (BEFORE_NUMBER.test(left)) return !/^\d/.test(right);
  if (MAY_END.test(left) || DOTTED.test(left)) return right === '' || OPENERS.test(right);
  return !INITIAL.test(left) || OPENERS.test(right);
}

// What an item says of itself in brackets or in marks has commas and conjunctions of its own; the longest of a list of names are titles.
const ASIDE = /（[^（）]{0,80}）|\([^()]{0,80}\)|「[^「」]{0,40}」|“[^“”]{0,40}”/gu;
const CLAUSES = /[。；;！？!?：:]/u;
const ITEM = '[^、，,]{1,40}';
const ENUMERATION = new RegExp(`(?:${ITEM}、)+[^、，,]{1,60}`, 'gu');
// The last two are joined by a word: 「A、B和C」. So far into the last item it stands.
const LIST_JOINING = anyOf(['zh/list-joining', 'yue/list-joining'].flatMap(langWords));
const JOINED = new RegExp(`.(?:${LIST_JOINING}).`, 'u');
const JOINED_WITHIN = 30;
const TWO_ITEMS = new RegExp(
  `[^、，,]{2,14}(?:${LIST_JOINING}| (?:${anyOf(langWords('en/joining'))}) )[^、，,]{2,}`,
  'u',
);
const IN_ENGLISH = new RegExp(`,[^,]{1,40},? (?:${anyOf(langWords('en/list-joining'))}) `, 'u');
// Two items are half a list: 「加強溝通和管控分歧」 joins what need not be items.
const HALF = 1.5;
const NUMBERING = new RegExp(
  `${anyOf(langWords('zh/numbering'))}|[（(](?:[${numeralsFrom(1, 10)}]|\\d{1,2})[）)]`,
  'gu',
);

/**
 * How many items the longest list of a folded sentence has: 「A、B和C」 has 3, a sentence without a list 1; 1.5 where two
 * words are joined, which may be no list. What stands in brackets or quotation marks counts as one item.
 */
export const listedItems = remembering((folded): number => {
  const bare = folded.replace(ASIDE, '∗');
  const numbered = folded.match(NUMBERING)?.length ?? 0;
  return Math.max(1, numbered, ...bare.split(CLAUSES).map(longestList));
});

function longestList(clause: string): number {
  const lists = (clause.match(ENUMERATION) ?? []).map((list) => {
    const items = list.split('、');
    const last = (items.at(-1) ?? '').slice(0, JOINED_WITHIN);
    return items.length + (JOINED.test(last) ? 1 : 0);
  });
  const english = IN_ENGLISH.exec(clause);
  if (english !== null) lists.push(clause.slice(0, english.index).split(',').length + 2);
  const longest = Math.max(1, ...lists);
  return longest === 1 && TWO_ITEMS.test(clause) ? HALF : longest;
}

let segmenter: Intl.Segmenter | null = null;

/** The words and other parts of a text in Chinese, as its locale's dictionary parts it; made when it is first asked for, which takes time. */
export const segmentsOf = (text: string): Intl.Segments =>
  (segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })).segment(text);

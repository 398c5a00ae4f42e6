import { BETWEEN_DATES, ERAS } from '../../dates/zh/patterns.ts';
import { langTable, langWords } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import { anyOf, lazy, wordsOf, wordsUnder } from '../markup/phrases.ts';
import type { Link, RawBlock } from '../readers/raw-block.ts';
import type { Source } from './fields.ts';
import { isTwoWay, parseDay } from './parse-day.ts';

/** What the lines around a report say of it, under the names of fields, and the blocks without those lines. */
export interface LabelReading {
  readonly found: Source;
  readonly rest: readonly RawBlock[];
}

// Such lines stand above the third paragraph and among the last few blocks.
const TOP_BLOCKS = 8;
const TOP_PARAGRAPHS = 2;
const PARAGRAPH = 60; // UTF-16 units
const BOTTOM_BLOCKS = 3;
const LINE_LIMIT = 400;
const FIELDS = ['date', 'outlet', 'author', 'url', 'tags', 'category', 'other'] as const;
type Label = (typeof FIELDS)[number];

/**
 * Reads what pages print about a report above or below it: labels with what they label, days, links to the original. A line of nothing
 * else is taken out of the text. The first mention of a field counts.
 */
export function readLabels(blocks: readonly RawBlock[]): LabelReading {
  const found = new Map<string, string>();
  const last = blocks.length - BOTTOM_BLOCKS;
  let paragraphs = 0;
  const rest = blocks.filter((block, at) => {
    if (block.role === 'meta' || block.timed === true) {
      note(found, itemsIn(block, { partly: true }) ?? []);
      return false;
    }
    const isNear = (at < TOP_BLOCKS && paragraphs < TOP_PARAGRAPHS) || at >= last;
    if (block.role === 'text' && block.text.length > PARAGRAPH) paragraphs++;
    if (!isNear || block.role !== 'text' || block.part !== undefined) return true;
    const items = itemsIn(block, { partly: false, isFirst: at === 0 });
    if (items === null) return true;
    note(found, items);
    return false;
  });
  return { found: Object.fromEntries(found), rest };
}

/** True for a line that is metadata and nothing else; `isFirst` in its text, where a name beside a day may be a headline. */
export const isLabelLine = (line: string, isFirst: boolean): boolean =>
  itemsIn({ role: 'text', text: line, bold: false, linked: false }, { partly: false, isFirst }) !== null;

function note(found: Map<string, string>, items: readonly Item[]): void {
  for (const { label, value } of items) if (label !== 'other' && !found.has(label)) found.set(label, value);
}

interface Item {
  readonly label: Label;
  readonly value: string;
}

const patterns = lazy(() => {
  const labels = FIELDS.map((field) => [field, new Set(wordsUnder('labels', [field]))] as const);
  const label = anyOf(labels.flatMap(([, words]) => [...words]));
  const linkWord = anyOf(wordsOf('link-words'));
  const plain = anyOf(wordsUnder('byline-roles', ['plain']));
  return {
    labels,
    // At a place of the folded line: a label, and what it labels up to the next label, a bar or a wide space.
    labelled: new RegExp(
      `(${label})\\s*[:︰]\\s*(.{0,120}?)(?=\\s*$|\\s*[|·]|\\s{2,}|[\\s,;|]*(?:${label})\\s*[:︰])`,
      'uy',
    ),
    byline: new RegExp(
      `${plain}\\s+([a-z][a-z.'-]*(?:\\s+[a-z][a-z.'-]*){1,3})(?:,\\s*([^,.:;|]{2,30}))?(?=\\s*(?:$|[|·•]))`,
      'uy',
    ),
    mayBeLabelled: new RegExp(`[:：︰\\d]|^${plain}\\s`, 'iu'),
    linked: new RegExp(`^[^\\p{L}]*${linkWord}`, 'u'),
  };
});
// Separators, pictographs, and the time zone behind a clock.
const BETWEEN = new RegExp(
  String.raw`(?:[\s|·,;/—–•【】()[\]"'-]|\p{Extended_Pictographic}|\uFE0F|${anyOf(langWords('en/time-zones'))}(?![a-z]))+`,
  'uy',
);
const CLOCK = String.raw`(?:[\sT]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*[ap]\.?m\.?)?(?:z|[+-]\d{2}:?\d{2})?)?`;
const DAY = new RegExp(
  `(?:(?:${anyOf([...ERAS.keys()])}\\s*)?\\d{2,4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}日?|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|[a-z]{3,9}\\.? \\d{1,2},? \\d{4}|\\d{1,2} [a-z]{3,9}\\.? \\d{4})(?:\\s*${anyOf(wordsOf('week', ['zh']))}[${[...langTable('zh/weekdays').keys()].join('')}])?${CLOCK}`,
  'uy',
);
const ADDRESS = /https?:\/\/[^\s，。；）)\]】]+/uy;

// What a line holds, if it holds nothing else; of a block that is known to be metadata, whatever can be told (`partly`).
function itemsIn(
  block: RawBlock,
  { partly, isFirst = false }: { partly: boolean; isFirst?: boolean },
): readonly Item[] | null {
  const { text } = block;
  if (text.length > LINE_LIMIT) return partly ? [] : null;
  // Nearly all lines: nothing in them could be a label, a day or an address.
  if (!partly && block.links === undefined && !patterns().mayBeLabelled.test(text)) return null;
  const line = tokensOf(block, partly);
  if (partly || line === null) return line?.items ?? null;
  return isMetadata(line, text, isFirst) ? line.items : null;
}

interface Line {
  readonly items: readonly Item[];
  /** How many characters nothing tells. */
  readonly strange: number;
}

// Null where too much of a line is told by nothing, unless `partly`.
function tokensOf(block: RawBlock, partly: boolean): Line | null {
  const { text } = block;
  const original = originalOf(block);
  const folded = withoutLink(foldScript(text), original);
  const items: Item[] = original === null ? [] : [{ label: 'url', value: original.href }];
  let at = 0;
  let strange = 0;
  while (at < text.length) {
    const token = tokenAt(text, folded, at);
    if (token === null && ++strange > STRANGE_LIMIT && !partly) return null;
    items.push(...(token?.items ?? []));
    at = token?.end ?? at + 1;
  }
  return { items, strange };
}

function isMetadata({ items, strange }: Line, text: string, isFirst: boolean): boolean {
  const labels = new Set(items.map(({ label }) => label));
  if ([...labels].every((label) => label === 'author' || label === 'other')) return false;
  if (strange === 0) return true;
  // Beside a day, something else may stand that nothing tells: the name of a site.
  if (!labels.has('date') || /[。！？!?]/u.test(text)) return false;
  const isSigned = !isFirst && strange <= SIGNED_STRANGE && /^\S+\s+\S+$/u.test(text);
  return labels.size > 1 || isSigned;
}

// Characters that nothing tells; fewer where a day is all that stands beside them (某報 2022-07-08, below the title).
const STRANGE_LIMIT = 16;
const SIGNED_STRANGE = 8;

interface Token {
  readonly items: readonly Item[];
  readonly end: number;
}

function tokenAt(text: string, folded: string, at: number): Token | null {
  const end = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(folded) ? pattern.lastIndex : -1;
  };
  const between = end(BETWEEN);
  if (between !== -1) return { items: [], end: between };
  const address = end(ADDRESS);
  if (address !== -1) return { items: [{ label: 'url', value: text.slice(at, address) }], end: address };
  const labelled = labelledAt(text, folded, at);
  if (labelled !== null) return labelled;
  const day = end(DAY);
  if (day !== -1 && isDay(text.slice(at, day)))
    return { items: [{ label: 'date', value: text.slice(at, day) }], end: day };
  return at === 0 ? bylineOf(text, folded) : null;
}

function labelledAt(text: string, folded: string, at: number): Token | null {
  const { labels, labelled } = patterns();
  labelled.lastIndex = at;
  const [whole, word = '', labelledText = ''] = labelled.exec(folded) ?? [];
  if (whole === undefined) return null;
  const end = at + whole.length;
  const value = text
    .slice(end - labelledText.length, end)
    .replace(/^`|`$/gu, '')
    .trim();
  if (value === '') return { items: [], end };
  const named = labels.find(([, words]) => words.has(word))?.[0] ?? 'other';
  const label = /^https?:/iu.test(value) ? 'url' : named;
  // 「記者：中方如何看待？」 is somebody's turn to speak, 「日期：待定」 no day, 「7月1日到8月1日」 more than one.
  if (/[。！？!?]/u.test(value) || (label === 'date' && !isDay(value))) return null;
  return { items: [{ label, value }], end };
}

// 星期日 is no other day.
const SEVERAL_DAYS = new RegExp(String.raw`${BETWEEN_DATES.range}|日.*\d\s*日`, 'u');

const isDay = (text: string): boolean =>
  (parseDay(text) !== null || isTwoWay(text)) && !SEVERAL_DAYS.test(foldScript(text));

const isCapitalised = (name: string): boolean => name.split(/\s+/u).every((word) => /^\p{Lu}/u.test(word));

// By Jane Doe, Example Post
function bylineOf(text: string, folded: string): Token | null {
  const { byline } = patterns();
  byline.lastIndex = 0;
  const [whole, name = '', outlet = ''] = byline.exec(folded) ?? [];
  if (whole === undefined) return null;
  const start = whole.indexOf(name);
  if (!isCapitalised(text.slice(start, start + name.length))) return null;
  const items: Item[] = [{ label: 'author', value: text.slice(start, start + name.length) }];
  if (outlet !== '') items.push({ label: 'outlet', value: text.slice(whole.length - outlet.length, whole.length) });
  return { items, end: whole.length };
}

// The link of a line that is one to the original.
const originalOf = ({ links }: RawBlock): Link | null =>
  links?.find(({ text }) => patterns().linked.test(foldScript(text))) ?? null;

// Its words say nothing more.
function withoutLink(folded: string, link: Link | null): string {
  const words = link === null ? '' : foldScript(link.text.trim());
  const at = words === '' ? -1 : folded.indexOf(words);
  return at === -1 ? folded : folded.slice(0, at) + ' '.repeat(words.length) + folded.slice(at + words.length);
}

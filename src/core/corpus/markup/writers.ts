import { langWords } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import type { RawBlock } from '../readers/raw-block.ts';
import { anyOf, lazy, wordsUnder } from './phrases.ts';

// UTF-16 units.
const LINE_LIMIT = 100;
const NAMES_LIMIT = 40;
// Lines about the writer stand among this many blocks from either end.
const EDGE_BLOCKS = 3;

const patterns = lazy(() => {
  const author = anyOf(wordsUnder('byline-roles', ['author']));
  const role = anyOf(wordsUnder('byline-roles', ['desk', 'writer', 'second']));
  const second = anyOf(wordsUnder('byline-roles', ['second']));
  const plain = anyOf(wordsUnder('byline-roles', ['plain']));
  const reporter = anyOf(wordsUnder('datelines', ['reporter'], ['zh']));
  const report = anyOf(wordsUnder('datelines', ['report'], ['zh']));
  const surname = anyOf([...langWords('zh/surnames'), ...langWords('zh/rare-surnames')]);
  const signed = `${reporter}\\s*(${surname}\\p{Script=Han}{1,2})\\s*${report}`;
  return {
    // 【撰文：某某／編輯：某某】: the names behind the role.
    labelled: new RegExp(`^[【([]?\\s*${author}(?:[/、&]${second})?\\s*[:︰/|]\\s*`, 'u'),
    next: new RegExp(`[】)(\\]/|;,]|\\s${role}\\s{0,3}[:︰]|[#\\d]`, 'u'),
    // 本報記者某某報道; its whole line, or the beginning of one between brackets.
    role: new RegExp(`^${author}[\\s:︰/|]+(?=\\S)`, 'u'),
    // 中國組記者某某, 特約記者某某; not 記者協會.
    reporter: new RegExp(`^(\\p{Script=Han}{0,5}?${reporter})(?:${surname})\\p{Script=Han}{1,3}$`, 'u'),
    line: new RegExp(`^.{0,6}${signed}$`, 'u'),
    // By Jane Doe
    english: new RegExp(`^${plain}\\s+([a-z][a-z.'’-]*(?:\\s+[a-z][a-z.'’-]*){1,3})$`, 'u'),
    dateline: new RegExp(`^[(〔[【][^()。]{0,6}${signed}[)〕\\]】]`, 'u'),
  };
});

/** True for a line of nothing but who wrote a report: `本報記者某某報道`, `By Jane Doe`. */
export const isWriterLine = (text: string): boolean => text.length <= LINE_LIMIT && namesIn(text, 'line') !== null;

/** Who wrote an article, by the lines above and below its text; null where none says so. */
export function writerIn(blocks: readonly RawBlock[]): string | null {
  const texts = blocks.filter(({ role }) => role === 'text' || role === 'credit').map(({ text }) => text);
  for (const text of [...texts.slice(0, EDGE_BLOCKS), ...texts.slice(EDGE_BLOCKS).slice(-EDGE_BLOCKS)]) {
    const names = namesIn(text, 'any');
    if (names !== null) return names;
  }
  return null;
}

function namesIn(text: string, where: 'line' | 'any'): string | null {
  const folded = foldScript(text.slice(0, LINE_LIMIT));
  const { line, dateline, english } = patterns();
  const signed = line.exec(folded) ?? (where === 'any' ? dateline.exec(folded) : null);
  if (signed !== null) return sliceOf(text, folded.indexOf(signed[1] ?? '', 0), signed[1]?.length ?? 0);
  const names = text.length <= LINE_LIMIT ? english.exec(folded)?.[1] : undefined;
  if (names !== undefined) return isName(text, text.length - names.length) ? text.slice(-names.length) : null;
  return where === 'line' || text.length > LINE_LIMIT ? null : labelled(text, folded);
}

// Each word of an English name begins with a capital.
const isName = (text: string, at: number): boolean =>
  text
    .slice(at)
    .trim()
    .split(/\s+/u)
    .every((word) => /^\p{Lu}/u.test(word));

const sliceOf = (text: string, start: number, length: number): string => text.slice(start, start + length).trim();

function labelled(text: string, folded: string): string | null {
  const start = patterns().labelled.exec(folded)?.[0].length;
  if (start === undefined) return null;
  const end = patterns().next.exec(folded.slice(start))?.index ?? folded.length - start;
  const names = sliceOf(text, start, end);
  // What has a sentence in it is somebody's turn to speak.
  return names === '' || names.length > NAMES_LIMIT || /[。！？!?]/u.test(text) ? null : names;
}

/** A byline's names without what they are: 某某 of 「實習記者某某」, 「作者：某某」. */
export const withoutRoles = (byline: string): string => byline.split('、').map(withoutRole).join('、');

function withoutRole(name: string): string {
  const folded = foldScript(name);
  const { role, reporter } = patterns();
  const start = role.exec(folded)?.[0].length ?? reporter.exec(folded)?.[1]?.length ?? 0;
  return name.slice(start).trim();
}

import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import type { CorpusDescription } from '../describe-corpus.ts';
import { daysBetween } from '../document/describe.ts';
import { joinText, terminalLine, terminalText, text, type TerminalText } from './terminal-text.ts';
import type { View } from './view.ts';
import { displayWidth } from './width.ts';
import { hang } from './wrap.ts';

/** The outlets as a table, the largest first, and the files that were left out. */
export function renderSources(
  description: CorpusDescription,
  { view, lang }: { view: View; lang: InterfaceLang },
): TerminalText {
  const words = catalogue(lang);
  const rows = description.outlets.map(({ outlet, articles, first, last }) => ({
    name: terminalLine(outlet ?? words.unknownOutlet),
    count: terminalText(words.articles(articles)),
    days: terminalText(daysBetween(first, last, words)),
  }));
  const names = Math.max(0, ...rows.map(({ name }) => displayWidth(name)));
  const counts = Math.max(0, ...rows.map(({ count }) => displayWidth(count)));
  const table = rows.map(
    ({ name, count, days }) => text`${pad(name, names)}  ${lead(count, counts)}  ${view.faint(days)}`,
  );
  const { leftOut } = description;
  if (leftOut.length === 0) return joinText(table, '\n');
  const listed = leftOut.flatMap(({ path, line, reason }) =>
    hang(terminalText('  - '), terminalLine(`${locate(path, line)}: ${reason}`), view.width),
  );
  const left = joinText([terminalText(words.leftOut(leftOut.length)), ...listed], '\n');
  return table.length === 0 ? left : joinText([joinText(table, '\n'), left], '\n\n');
}

/** `path:line`, or the path alone where a fault has no line. */
const locate = (path: string, line: number | null): string => (line === null ? path : `${path}:${line}`);

const pad = (cell: TerminalText, width: number): TerminalText =>
  (cell + ' '.repeat(width - displayWidth(cell))) as TerminalText;

const lead = (cell: TerminalText, width: number): TerminalText =>
  (' '.repeat(width - displayWidth(cell)) + cell) as TerminalText;

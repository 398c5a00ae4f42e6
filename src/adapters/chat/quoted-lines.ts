import type { Turn } from './asker.ts';

const isQuoted = (line: string): boolean => /^[>＞]/u.test(line.trimStart());
const unmarked = (line: string): string =>
  line
    .trimStart()
    .replace(/^[>＞]+/u, '')
    .trim();

/** What is asked below lines that somebody quotes (`> …`), as a reply to what these say; they themselves where nothing is below. */
export function withoutQuotedLines(turn: Turn): Turn {
  const { text, replied = null } = turn;
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !isQuoted(line));
  const [above, below] = end === -1 ? [lines, []] : [lines.slice(0, end), lines.slice(end)];
  const [quoted, own] = [above.map(unmarked).join('\n').trim(), below.join('\n').trim()];
  if (quoted === '') return turn;
  if (own === '') return { ...turn, text: quoted };
  const id = `${replied?.id ?? ''}>`;
  return { ...turn, text: own, replied: { id, isOurs: replied?.isOurs ?? false, question: { text: quoted } } };
}

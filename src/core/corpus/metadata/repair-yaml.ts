/** Front matter whose plain values were put between quotation marks, and which lines that was done to, from 0. */
export interface RepairedYaml {
  readonly raw: string;
  readonly repaired: readonly { readonly line: number; readonly key: string }[];
}

const PLAIN_LINE = /^([\p{L}_][\p{L}\p{N}_ -]*):[ ]+(\S.*)$/u;
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$/u;
// What begins a list, a mapping, a block of text or a reference.
const STRUCTURE = /^(?:[[{|>&!]|\*\S)/u;
const TROUBLE = /:(?:\s|$)|^["'`@%*]|\s#/u;
// """…""": marks that a generator wrote around marks.
const withoutMarksAround = (value: string): string =>
  /^["']{2}/u.test(value) && /["']{2}$/u.test(value)
    ? value.replace(/^["']+/u, '').replace(/(?<!["'])["']+$/u, '')
    : value;

/** Takes each value of one line that YAML cannot read as the text that it was meant to be: `title: 專訪: …`, and marks within marks. */
export function repairYaml(raw: string): RepairedYaml {
  const repaired: { line: number; key: string }[] = [];
  const lines = raw.split('\n').map((line, at) => {
    const [, key, value] = PLAIN_LINE.exec(line) ?? [];
    if (key === undefined || value === undefined) return line;
    if (QUOTED.test(value) || STRUCTURE.test(value) || !TROUBLE.test(value)) return line;
    repaired.push({ line: at, key });
    return `${key}: ${JSON.stringify(withoutMarksAround(value))}`;
  });
  return { raw: lines.join('\n'), repaired };
}

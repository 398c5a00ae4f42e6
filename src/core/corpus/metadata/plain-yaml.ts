// The YAML that nearly all front matter is made of: one `key: value` a line, where the value is a word, a quoted text, a day,
// true or false, or a list of such texts in brackets or on lines of their own. A parser of the whole of YAML takes 20 ms to load
// and to read its first five files, this 1 ms.

// Of a line without spaces at its end.
const LINE = /^([A-Za-z][\w-]*):(?:[ ]+(\S.*))?$/u;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/u;
// Begins with a letter of any script, so that it is no figure, day or operator. A tab, or a colon or a number sign next to a
// space, may mean something.
const WORDS = /^[\p{L}（「『《【〈“][^\t]*$/u;
const MEANINGFUL = /:(?:\s|$)|\s#/u;
const NOT_TEXT = /^(?:true|false|null)$/iu;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const LIST = /^\[([^[\]{}"':#]*)\]$/u;
// An item on a line of its own: what it is indented by, and its value.
const ITEM = /^( {0,8})- {1,4}(\S.*)$/u;

/** Reads the lines of front matter if they are as plain as that; null if YAML might make something else of any of them. */
export function readPlainYaml(raw: string): Record<string, unknown> | null {
  const data: Record<string, unknown> = {};
  const lines = raw.split('\n').map((line) => line.slice(0, solidEnd(line)));
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] === '') continue;
    const [, key, written] = LINE.exec(lines[at] ?? '') ?? [];
    if (key === undefined || Object.hasOwn(data, key) || NOT_TEXT.test(key)) return null;
    const items = written === undefined ? itemsFrom(lines, at + 1) : [];
    const listed = items.length === 0 ? null : items;
    const value = written === undefined ? listed : valueOf(written);
    if (value === undefined) return null;
    data[key] = value;
    at += items.length;
  }
  return Object.keys(data).length === 0 ? null : data;
}

// The items on the lines from one on, all indented alike; the first line that is none is left to whoever reads on.
function itemsFrom(lines: readonly string[], from: number): readonly string[] {
  const items: string[] = [];
  let indent: string | undefined;
  for (let at = from; at < lines.length; at++) {
    const [, own, written = ''] = ITEM.exec(lines[at] ?? '') ?? [];
    const item = own === undefined || own !== (indent ??= own) ? undefined : textOf(written);
    if (item === undefined) break;
    items.push(item);
  }
  return items;
}

// Where the spaces at the end begin. / +$/ would try to begin at each space of the text, and take the square of their number.
function solidEnd(text: string): number {
  let end = text.length;
  while (text.charAt(end - 1) === ' ') end--;
  return end;
}

function valueOf(written: string): unknown {
  if (written === 'true' || written === 'false') return written === 'true';
  if (DAY.test(written)) return written;
  const list = LIST.exec(written)?.[1];
  if (list === undefined) return textOf(written);
  if (/^ *$/u.test(list)) return [];
  const items = list.split(',').map((item) => textOf(item.slice(0, solidEnd(item)).replace(/^ +/u, '')));
  return items.includes(undefined) ? undefined : items;
}

function textOf(written: string): string | undefined {
  const quoted = QUOTED.exec(written);
  if (quoted !== null) return quoted[1] ?? quoted[2];
  return WORDS.test(written) && !MEANINGFUL.test(written) && !NOT_TEXT.test(written) ? written : undefined;
}

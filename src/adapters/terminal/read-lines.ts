/** One line of input, counted from 1; `text` is null for a line that is too long to be read. */
export interface Line {
  readonly number: number;
  readonly text: string | null;
}

/** UTF-16 units of one line: a bound for what is held in memory, far above any question. */
const LINE_LIMIT = 16 * 1024 * 1024;

/**
 * The lines of a stream as they arrive, without their ends (LF or CRLF) and without a byte order mark. Only `\n` parts lines:
 * readline also breaks at U+2028, which may stand inside a JSON string.
 */
export async function* readLines(
  input: AsyncIterable<unknown> & { setEncoding(encoding: 'utf8'): unknown },
  limit = LINE_LIMIT,
): AsyncGenerator<Line> {
  input.setEncoding('utf8');
  let number = 0;
  let held: string[] = [];
  let length = 0;
  const take = (text: string): void => {
    length += text.length;
    // What exceeds the limit is counted and let go.
    if (length <= limit) held.push(text);
    else held = [];
  };
  const finish = (): Line => {
    number += 1;
    const text = length > limit ? null : held.join('').replace(/\r$/, '');
    [held, length] = [[], 0];
    return { number, text: number === 1 && text !== null ? text.replace(/^\uFEFF/u, '') : text };
  };
  for await (const chunk of input) {
    const parts = String(chunk).split('\n');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      take(part);
      yield finish();
    }
    take(last);
  }
  if (length > 0) yield finish();
}

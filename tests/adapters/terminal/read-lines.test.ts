import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { readLines } from '../../../src/adapters/terminal/read-lines.ts';

const LIMIT = 10;

async function linesOf(chunks: readonly Uint8Array[]): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const { number, text } of readLines(Readable.from(chunks, { objectMode: false }), LIMIT)) {
    expect(number).toBe(lines.length + 1);
    lines.push(text);
  }
  return lines;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each([
  ['line feeds', 'a\nb\n', ['a', 'b']],
  ['a last line without one', 'a\nb', ['a', 'b']],
  ['carriage returns before them', 'a\r\nb\r\n', ['a', 'b']],
  ['a byte order mark, at the start only', '\uFEFFa\n\uFEFFb', ['a', '\uFEFFb']],
  ['empty lines', '\n\na', ['', '', 'a']],
  ['other separators, which are text', 'a\u2028b\u0085c', ['a\u2028b\u0085c']],
  ['a line that is too long, and the next one', `${'x'.repeat(LIMIT + 1)}\nok`, [null, 'ok']],
  ['nothing', '', []],
])('parts %s', async (_, text, lines) => {
  expect(await linesOf([bytes(text)])).toEqual(lines);
});

test('lines are the same however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('中', 'a', '\n', '\r\n', '👍')),
      fc.integer({ min: 1, max: 7 }),
      async (parts, size) => {
        const all = bytes(parts.join(''));
        const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
          all.slice(at * size, (at + 1) * size),
        );
        expect(await linesOf(chunks)).toEqual(await linesOf([all]));
      },
    ),
  );
});

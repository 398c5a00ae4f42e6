import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../support/folders.ts';
import { readout } from '../support/program.ts';

// A heap that holds what a record becomes, and neither the file nor its articles: 32 MB of ASCII take 32 MB as one string.
// A tighter heap than that is spent on collecting garbage.
const MEGABYTES = 32;
const HEAP_MEGABYTES = 32;

const WORDS = [
  'The envoys',
  'The dockers',
  'The pilots',
  'The owners',
  'met on Sunday',
  'said nothing',
  'signed a contract',
];

// A record of about 100 kB, each another one.
function record(n: number): string {
  const sentence = (s: number): string => `${WORDS[(n + s) % 4]} ${WORDS[4 + ((n * 7 + s) % 3)]} at pier ${n}-${s}.`;
  const body = Array.from({ length: 2_000 }, (_, s) => sentence(s)).join('\n\n');
  return `${JSON.stringify({ id: `n-${n}`, title: `Report ${n}`, date: '2021-02-06', outlet: 'Harbour Gazette', body })}\n`;
}

it.each([
  ['JSON Lines', 'a.jsonl', ['', '', '']],
  ['a JSON list', 'a.json', ['[', ',', 'null]']],
])(
  '%s larger than the memory there is: read entry by entry',
  async (_, name, [before = '', between = '', behind = '']) => {
    const dir = emptyFolder();
    const file = openSync(join(dir, name), 'w');
    let [written, records] = [writeSync(file, before), 0];
    for (; written < MEGABYTES * 1e6; records++) written += writeSync(file, record(records) + between);
    writeSync(file, behind);
    closeSync(file);
    const env = { NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES}` };
    const { status, stdout } = await readout(['check', dir], { env });
    expect(stdout).toContain(`\n${records} articles, 0 errors, 0 warnings\n`);
    expect(status).toBe(0);
  },
  300_000,
);

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderWith } from '../support/folders.ts';
import { readoutHere } from '../support/in-process.ts';
import { exitOf, start } from '../support/program.ts';

interface Line {
  readonly id: unknown;
  readonly kind: string;
  readonly reason?: string;
  readonly filters?: unknown;
}

const linesOf = (stdout: string): Line[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const question = (id: unknown, text = '布林肯預計何時訪問中國？', more = {}): string =>
  JSON.stringify({ id, question: text, ...more });

describe('readout ask --batch', () => {
  it('answers each line in order, with its id first', async () => {
    const { status, stdout, stderr } = await readoutHere(['ask', '--batch', '-'], {
      input: [question('q1'), question(2, '你好'), question('q3', '比特币现在多少钱？')].join('\n'),
    });
    expect(linesOf(stdout).map(({ id, kind }) => [id, kind])).toEqual([
      ['q1', 'answered'],
      [2, 'greeting'],
      ['q3', 'not-found'],
    ]);
    expect(stdout.startsWith('{"id":"q1",')).toBe(true);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('reads a file, with byte order mark, CRLF, blank lines and separators of lines inside strings', async () => {
    const dir = folderWith({
      'q.jsonl': `\uFEFF${question('a')}\r\n\r\n  \n${question('b', '布林肯\u2028訪問中國')}\r\n`,
    });
    const { stdout } = await readoutHere(['ask', '--batch', join(dir, 'q.jsonl')]);
    expect(linesOf(stdout).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('says what is wrong with a line, and where, and goes on', async () => {
    const input = [
      '{"id": "x", ',
      '[]',
      '{"id":"no-question"}',
      '{"id":{},"question":"x"}',
      '{"question":7,"id":7}',
      question('good'),
    ];
    const { status, stdout } = await readoutHere(['ask', '--batch'], { input: input.join('\n') });
    expect(linesOf(stdout)).toEqual([
      { id: null, kind: 'rejected', reason: 'Line 1 is not JSON.' },
      { id: null, kind: 'rejected', reason: 'Line 2: it has to be an object such as {"id": "q1", "question": "…"}.' },
      { id: 'no-question', kind: 'rejected', reason: 'Line 3: "question" has to be a string.' },
      { id: null, kind: 'rejected', reason: 'Line 4: "id" has to be a string or a number.' },
      { id: 7, kind: 'rejected', reason: 'Line 5: "question" has to be a string.' },
      expect.objectContaining({ id: 'good', kind: 'answered' }),
    ]);
    expect(status).toBe(0);
  });

  it('rejects a question that is empty or far too long, by its id', async () => {
    const input = [question('empty', ''), question('long', '問'.repeat(3_000_000)), question('good')].join('\n');
    const { status, stdout } = await readoutHere(['ask', '--batch', '-'], { input });
    expect(linesOf(stdout).map(({ id, kind }) => [id, kind])).toEqual([
      ['empty', 'rejected'],
      ['long', 'rejected'],
      ['good', 'answered'],
    ]);
    expect(status).toBe(0);
  });

  it("narrows by a line's own outlet and days before those of the command line; unknown fields are ignored", async () => {
    const input = [
      question(1),
      question(2, undefined, { outlet: 'RFA', since: '2023', until: null, colour: 'blue' }),
    ].join('\n');
    const { stdout } = await readoutHere(['ask', '--batch', '-', '--outlet', '大紀元'], { input });
    expect(linesOf(stdout).map(({ filters }) => filters)).toEqual([
      { outlet: '大纪元', since: null, until: null },
      { outlet: '自由亚洲电台', since: '2023-01-01', until: null },
    ]);
  });

  it("narrows by a line's own author and tag as well", async () => {
    const input = [question(1, undefined, { author: '黄春梅' }), question(2, undefined, { tag: '古巴', author: '' })];
    const { stdout } = await readoutHere(['ask', '--batch', '-', '--author', '张婷'], { input: input.join('\n') });
    expect(linesOf(stdout).map(({ filters }) => filters)).toEqual([
      { outlet: null, since: null, until: null, author: '黄春梅' },
      { outlet: null, since: null, until: null, author: '张婷', tag: '古巴' },
    ]);
  });

  it('understands the turns of a conversation from one another, and keeps two apart', async () => {
    const talk = (id: string, text: string, conversation: string): string => question(id, text, { conversation });
    const input = [
      talk('a1', '布林肯和王毅會談了多久？', 'a'),
      talk('b1', '楊潔篪和布林肯幾時通電話？', 'b'),
      talk('a2', '在哪裏？', 'a'),
      talk('c1', '在哪裏？', 'c'),
    ];
    const { stdout } = await readoutHere(['ask', '--batch', '-'], { input: input.join('\n') });
    const [, , follows, alone] = linesOf(stdout);
    expect(follows).toMatchObject({ id: 'a2', kind: 'answered', understood: expect.stringContaining('王毅') });
    expect(JSON.stringify(follows)).toContain('华盛顿');
    expect(alone).toMatchObject({ id: 'c1', kind: 'not-found', reason: expect.stringContaining('哪件事') });
  });

  it("takes '' for absent, as null", async () => {
    const input = question(1, undefined, { outlet: '', since: '', until: ' ' });
    const { stdout } = await readoutHere(['ask', '--batch', '-', '--since', '2023'], { input });
    expect(linesOf(stdout)[0]?.filters).toEqual({ outlet: null, since: '2023-01-01', until: null });
  });

  it('answers before the input ends', async () => {
    const child = start(['ask', '--batch', '-']);
    child.stdin.write(`${question('first')}\n`);
    const [first] =
      (await new Promise<Buffer[]>((settle) => child.stdout.once('data', (data: Buffer) => settle([data])))) ?? [];
    expect(String(first)).toMatch(/^\{"id":"first"/);
    child.stdin.end();
    expect(await exitOf(child)).toBe(0);
  });

  it('ends quietly when the reader has seen enough', async () => {
    const child = start(['ask', '--batch', '-']);
    let stderr = '';
    child.stderr.on('data', (text) => (stderr += String(text)));
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.write(`${question('many')}\n`.repeat(2000));
    child.stdin.end();
    expect([await exitOf(child), stderr]).toEqual([0, '']);
  });

  it.each([
    ['no such file', [join(emptyFolder(), 'nothing.jsonl')], 1, 'there is no such file'],
    ['a folder', [emptyFolder()], 1, 'cannot be read'],
    ['a date that is none, before any question', ['-', '--since', 'soon'], 2, '“soon” is not a date'],
    ['a second file', ['-', 'second.jsonl'], 2, 'too much'],
  ])('%s: one sentence', async (_, args, expected, sentence) => {
    const { status, stdout, stderr } = await readoutHere(['ask', '--batch', ...args], { input: question(1) });
    expect([status, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(sentence);
  });
});

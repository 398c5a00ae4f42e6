import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/core/index/sqlite/database.ts';
import { emptyFolder, folderWith } from '../support/folders.ts';
import { PROGRAM } from '../support/installed.ts';
import { readoutHere } from '../support/in-process.ts';
import { articleFile, exitOf, readout, start } from '../support/program.ts';

const report = (title: string, text: string): string =>
  articleFile({ title, outlet: '河畔日報', date: '2024-01-02' }, text);

// One archive in two states that share no word (`word` as it is searched, folded): whichever stands in an index, and whether all of it does, can be told.
const ARTICLES = 60;
const STATES = [
  { title: '大橋通車', text: '工程師說，跨河大橋今日通車，全長三公里。', word: '大桥' },
  { title: '渡輪停航', text: '船長表示，港口渡輪明日停航，船員轉職。', word: '渡轮' },
] as const;

function writeState(dir: string, state: number): void {
  const { title, text } = STATES[state] as (typeof STATES)[number];
  // The second state also has other files: some are gone, some are new.
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  for (let i = 0; i < ARTICLES; i++)
    writeFileSync(join(dir, `${i + state * 20}.md`), report(`${title}${i}`, `${text}這是第${i}篇，共${ARTICLES}篇。`));
}

/** What stands in an index file, told by its titles, texts and postings; `nothing` where it was never made. */
function stateOf(file: string): string {
  const database = openDatabase(file);
  try {
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([['ok']]);
    if (database.prepare('SELECT count(*) FROM sqlite_master').get()?.[0] === 0) return 'nothing';
    const titles = database.prepare('SELECT title, passages FROM article').all();
    const found = STATES.findIndex(({ title }) => String(titles[0]?.[0]).startsWith(title));
    const { title, word } = STATES[found] as (typeof STATES)[number];
    expect(titles).toHaveLength(ARTICLES);
    expect(titles.every(([own, passages]) => String(own).startsWith(title) && passages !== null)).toBe(true);
    const keys = database.prepare('SELECT data FROM block').all();
    const has = (two: string): boolean => keys.some(([data]) => Buffer.from(data as Uint8Array).includes(two));
    expect(STATES.map((one) => has(one.word))).toEqual(STATES.map((one) => one.word === word));
    return title;
  } finally {
    database.close();
  }
}

// Bryc's mulberry32: the same moments in each run of the test.
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KILLS = 16;
const SEED = 14;

describe('readout index', () => {
  it('killed at any moment leaves the index as it was or as it is to be', { timeout: 600_000 }, async () => {
    const random = seeded(SEED);
    const file = join(emptyFolder(), 'saved.index');
    const dir = join(emptyFolder(), 'articles');
    const args = ['index', '--corpus', dir, '--index', file];
    writeState(dir, 0);
    const started = performance.now();
    expect((await readout(args)).status).toBe(0);
    const whole = performance.now() - started;
    let current = 0;
    const seen = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++) {
      const next = 1 - current;
      writeState(dir, next);
      const child = start(args);
      const ended = exitOf(child);
      await Promise.race([wait(whole * (0.3 + 0.7 * random())), ended]);
      child.kill('SIGKILL');
      await ended;
      const state = stateOf(file);
      const before = STATES[current]?.title;
      expect([before, STATES[next]?.title]).toContain(state);
      seen.add(state === before ? 'before' : 'after');
      if (state !== before) current = next;
    }
    writeState(dir, 1 - current);
    expect((await readout(args)).status).toBe(0);
    expect(stateOf(file)).toBe(STATES[1 - current]?.title);
    expect(seen).toContain('before');
  });

  it('killed while it makes the first one leaves none', { timeout: 600_000 }, async () => {
    const random = seeded(SEED);
    const dir = join(emptyFolder(), 'articles');
    writeState(dir, 0);
    for (let kill = 0; kill < 4; kill++) {
      const file = join(emptyFolder(), 'saved.index');
      const args = ['index', '--corpus', dir, '--index', file];
      const child = start(args);
      const ended = exitOf(child);
      // From when on there is something that can be lost: its journal stands beside the file that is being made.
      while (readdirSync(join(file, '..')).length < 2 && child.exitCode === null) await wait(5);
      await Promise.race([wait(200 * random()), ended]);
      child.kill('SIGKILL');
      await ended;
      expect(['nothing', STATES[0].title]).toContain(stateOf(file));
      expect((await readout(args)).status).toBe(0);
      expect(stateOf(file)).toBe(STATES[0].title);
    }
  });

  // A limit on the size of files stands for a disk that is full: what is over it cannot be written.
  it.skipIf(process.platform === 'win32')('that cannot write all leaves the index as it was, and says so', async () => {
    const file = join(emptyFolder(), 'saved.index');
    const dir = join(emptyFolder(), 'articles');
    writeState(dir, 0);
    const args = ['index', '--corpus', dir, '--index', file];
    expect((await readout(args)).status).toBe(0);
    writeState(dir, 1);
    const limited = spawnSync('sh', ['-c', 'ulimit -f 64; exec "$@"', 'sh', process.execPath, PROGRAM, ...args], {
      encoding: 'utf8',
    });
    expect(limited.stderr).toMatch(/disk .*The index is as it was before\./);
    expect(limited.status).toBe(1);
    expect(stateOf(file)).toBe(STATES[0].title);
    expect((await readout(args)).status).toBe(0);
    expect(stateOf(file)).toBe(STATES[1].title);
  });

  it(
    'of two that write at once each waits for the other or says so, and the index is whole',
    { timeout: 600_000 },
    async () => {
      const file = join(emptyFolder(), 'saved.index');
      const dirs = STATES.map((_, state) => {
        const dir = join(emptyFolder(), 'articles');
        writeState(dir, state);
        return dir;
      });
      const runs = await Promise.all(dirs.map((dir) => readout(['index', '--corpus', dir, '--index', file])));
      const complaints = runs.filter(({ status }) => status !== 0).map(({ stderr }) => stderr);
      expect(complaints.filter((said) => !/another process is writing it/.test(said))).toEqual([]);
      expect(runs.some(({ status }) => status === 0)).toBe(true);
      expect(STATES.map(({ title }) => title)).toContain(stateOf(file));
    },
  );

  it('makes what the other commands read', async () => {
    const dir = folderWith({
      'bridge.md': report('大橋通車', '工程師說，大橋今日通車。'),
      'broken.md': '',
    });
    const file = join(emptyFolder(), 'saved.index');
    const made = await readout(['index', '--corpus', dir, '--index', file, '--json']);
    expect(JSON.parse(made.stdout)).toMatchObject({ index: file, articles: 1, read: 2, unchanged: 0, removed: 0 });
    const env = { INDEX: file };
    const article = JSON.parse((await readoutHere(['article', 'bridge', '--json', '--index', file])).stdout) as {
      text: string;
    };
    expect(article.text).toBe('工程師說，大橋今日通車。');
    const answer = (await readout(['ask', '--json', '大橋何時通車？'], { env })).stdout;
    expect(JSON.parse(answer)).toMatchObject({ kind: 'answered', points: [{ quote: '工程師說，大橋今日通車。' }] });
    const sources = JSON.parse((await readoutHere(['sources', '--json', '--index', file])).stdout) as Record<
      string,
      unknown
    >;
    expect(sources).toMatchObject({ articles: 1, leftOut: [{ path: join(dir, 'broken.md') }] });
    expect(sources['indexedAt']).toMatch(/^\d{4}-\d\d-\d\dT/);
    const said = (await readoutHere(['statements', '--json', '--index', file])).stdout;
    expect(said).toContain('"speaker":"工程師"');
  });

  it('says what is lacking', async () => {
    expect(await readout(['index'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--index FILE') as string,
    });
    const { status, stderr } = await readout(['ask', '--index', '/nowhere/saved.index', '大橋何時通車？']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/no such file/) as string });
  });
});

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { followCorpus } from '../../../src/core/corpus/followed-corpus.ts';
import { readCorpus } from '../../../src/core/corpus/read-corpus.ts';
import { folderWith } from '../../support/folders.ts';
import { articleFile } from '../../support/program.ts';
import { shippedKnowledge } from '../../support/shipped-data.ts';

const FRONT = { outlet: '海灣晚報', date: '2024-03-01' };
const report = (title: string, text: string): string => articleFile({ ...FRONT, title }, text);
const FERRY = report('渡輪加價', '運輸署表示，渡輪票價將於四月起加價百分之六。');
const PIER = report('碼頭維修', '碼頭將於五月維修三個星期，期間渡輪照常行駛。');

async function followed() {
  const dir = folderWith({ 'ferry.md': FERRY, 'pier.md': PIER });
  const kept: string[] = [];
  const options = { knowledge: shippedKnowledge(), onKept: ({ path }: { path: string }) => void kept.push(path) };
  const corpus = await followCorpus([dir], options);
  const write = (name: string, text: string): void => writeFileSync(join(dir, name), text);
  /** Looks until nothing changes any more; how often the articles were others. */
  const awaitQuiet = async (): Promise<number> => {
    let changes = 0;
    for (;;) {
      const { isChanged, isStillChanging } = await corpus.lookAgain();
      if (isChanged) changes += 1;
      if (!isStillChanging) return changes;
    }
  };
  const anew = async () => await readCorpus([dir], { knowledge: shippedKnowledge() });
  const ids = (): readonly string[] => corpus.articles.map(({ id }) => id);
  return { dir, corpus, kept, write, awaitQuiet, anew, ids };
}

describe('a corpus that is followed', () => {
  it('is as it is read, and as it would be read anew after files came, changed and went', async () => {
    const { dir, corpus, write, awaitQuiet, anew } = await followed();
    expect(corpus.articles).toEqual((await anew()).articles);
    write('ferry.md', FERRY.replace('百分之六', '百分之八'));
    write('bridge.md', report('大橋通車', '大橋將於星期五通車。'));
    mkdirSync(join(dir, 'more'));
    write('more/later.md', report('渡輪加價', '運輸署表示，渡輪票價將於四月起加價百分之六。署方又說，細節稍後公布。'));
    rmSync(join(dir, 'pier.md'));
    expect(await awaitQuiet()).toBeGreaterThan(0);
    expect(corpus.articles).toEqual((await anew()).articles);
    expect(corpus.faults).toEqual((await anew()).faults);
    expect(corpus.folders).toEqual([dir, join(dir, 'more')]);
    expect(await awaitQuiet()).toBe(0);
  });

  it('keeps the very articles of files that did not change', async () => {
    const { corpus, write, awaitQuiet } = await followed();
    const [, pier] = corpus.articles;
    write('ferry.md', FERRY.replace('四月', '五月'));
    await awaitQuiet();
    expect(corpus.articles[1]).toBe(pier);
    expect(corpus.articles[0]?.text).toContain('五月');
  });

  it('takes a file in when it has stopped changing, and not before', async () => {
    const { corpus, write, ids } = await followed();
    write('bridge.md', '---\ntitle: 大橋');
    expect(await corpus.lookAgain()).toEqual({ isChanged: false, isStillChanging: true });
    write('bridge.md', report('大橋通車', '大橋將於星期五通車。'));
    expect(await corpus.lookAgain()).toEqual({ isChanged: false, isStillChanging: true });
    expect(ids()).toEqual(['ferry', 'pier']);
    expect(await corpus.lookAgain()).toEqual({ isChanged: true, isStillChanging: false });
    expect(ids()).toEqual(['bridge', 'ferry', 'pier']);
  });

  it('keeps what a file said that cannot be read any more, and tells of it once', async () => {
    const { dir, corpus, kept, write, awaitQuiet, ids } = await followed();
    write('ferry.md', '');
    await awaitQuiet();
    write('pier.md', PIER.replace('五月', '六月'));
    await awaitQuiet();
    expect(ids()).toEqual(['ferry', 'pier']);
    expect(corpus.articles[0]?.text).toContain('百分之六');
    expect(kept).toEqual([join(dir, 'ferry.md')]);
    write('ferry.md', FERRY.replace('百分之六', '百分之八'));
    await awaitQuiet();
    expect(corpus.articles[0]?.text).toContain('百分之八');
  });

  it('does not miss a file for the moment in which it is replaced, nor wait for one that came and went', async () => {
    const { dir, corpus, write, ids } = await followed();
    renameSync(join(dir, 'ferry.md'), join(dir, '.ferry.md'));
    write('brief.md', PIER);
    expect(await corpus.lookAgain()).toEqual({ isChanged: false, isStillChanging: true });
    expect(ids()).toEqual(['ferry', 'pier']);
    renameSync(join(dir, '.ferry.md'), join(dir, 'ferry.md'));
    rmSync(join(dir, 'brief.md'));
    for (let looks = 0; looks < 2; looks++) await corpus.lookAgain();
    expect(await corpus.lookAgain()).toEqual({ isChanged: false, isStillChanging: false });
    expect(ids()).toEqual(['ferry', 'pier']);
  });

  it('stays as it is where its folder is gone', async () => {
    const { dir, corpus, ids } = await followed();
    rmSync(dir, { recursive: true });
    await expect(corpus.lookAgain()).rejects.toThrow('There is no folder');
    expect(ids()).toEqual(['ferry', 'pier']);
  });
});

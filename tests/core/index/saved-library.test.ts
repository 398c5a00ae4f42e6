import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createAsk } from '../../../src/core/ask.ts';
import { daysNamed } from '../../../src/core/dates/named-days.ts';
import { readCorpus } from '../../../src/core/corpus/read-corpus.ts';
import { createLibrary, type Library } from '../../../src/core/index/library.ts';
import { refreshIndex } from '../../../src/core/index/sqlite/build/refresh.ts';
import type { RefreshOptions } from '../../../src/core/index/sqlite/build/refresh-options.ts';
import { openSavedLibrary } from '../../../src/core/index/sqlite/saved-library.ts';
import { statementsOf } from '../../../src/core/statements/statements-of.ts';
import type { Article } from '../../../src/core/model/article.ts';
import { emptyFolder, folderWith } from '../../support/folders.ts';
import { shippedKnowledge, shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const knowledge = shippedKnowledge();
const options: RefreshOptions = { names, knowledge, fingerprints: { reading: 'r', names: 'n' } };
const SHIPPED = fileURLToPath(new URL('../../../corpus', import.meta.url));

async function both(dir: string): Promise<{ readonly saved: Library; readonly embedded: Library }> {
  const file = join(emptyFolder(), 'saved.index');
  await refreshIndex(file, [dir], options);
  const { articles } = await readCorpus([dir], { knowledge });
  return { saved: openSavedLibrary(file, names, 'n'), embedded: await createLibrary(articles, names) };
}

test('of the shipped corpus it gives the answers that the embedded index gives', async () => {
  const { saved, embedded } = await both(SHIPPED);
  expect(saved.articles.map(({ id }) => id)).toEqual(embedded.articles.map(({ id }) => id));
  expect(saved.languages).toEqual(embedded.languages);
  const asks = [saved, embedded].map((library) => createAsk(library, knowledge.outlets, { now: () => 0 }));
  for (const text of [
    '布林肯和王毅會談了多久？',
    'How long did Blinken and Wang Yi meet?',
    '秦剛怎樣說台灣？',
    '各家媒體怎樣報道會談？',
    '有哪些報道？',
    '火星上有什麼？',
    '2023年6月發生了什麼事？',
  ]) {
    const [ofSaved, ofEmbedded] = await Promise.all(asks.map((ask) => ask({ text })));
    expect(ofSaved).toEqual(ofEmbedded);
  }
});

test('it knows who said what, and which days are named, as reading the articles tells it', async () => {
  const { saved, embedded } = await both(SHIPPED);
  for (const article of embedded.articles) {
    const stored = saved.article(article.id);
    expect(stored?.statements?.()).toEqual(statementsOf(article, names));
    expect(stored?.days?.()).toEqual(daysNamed(article.text, article.date));
    expect({ text: stored?.text, blocks: stored?.blocks }).toEqual({ text: article.text, blocks: article.blocks });
  }
});

const report = (title: string, text: string): string => `---\ntitle: ${title}\ndate: 2024-03-01\n---\n\n${text}\n`;

test('of an earlier version of a story it keeps no statements, which are read when somebody asks for them, and keeps them once it is the latest', async () => {
  const text = '運輸署發言人李阿根表示，夜間航班會在下月初恢復，票價維持不變，無須預訂。';
  const dir = folderWith({
    'early.md': report('夜航恢復', text),
    'late.md': report('夜航恢復', `${text}\n\n渡輪公司其後補充，首班船會在晚上十一時正開出，途經西島碼頭。`),
  });
  const file = join(emptyFolder(), 'saved.index');
  await refreshIndex(file, [dir], options);
  const saved = openSavedLibrary(file, names, 'n');
  const early = saved.find('early') as Article;
  expect(early.supersededBy).toBe('late');
  expect(early.statements?.()).toBeNull();
  expect(saved.find('late')?.statements?.()).not.toBeNull();
  expect(statementsOf(early, names).map(({ speaker }) => speaker?.name)).toEqual(['李阿根']);

  rmSync(join(dir, 'late.md'));
  await refreshIndex(file, [dir], options);
  const latest = openSavedLibrary(file, names, 'n').find('early') as Article;
  expect(latest.supersededBy).toBeUndefined();
  expect(latest.statements?.()?.map(({ speaker }) => speaker?.name)).toEqual(['李阿根']);
});

test('of a report whose day is read otherwise now, the days that it names are told from the new one', async () => {
  const own = (date: string): string =>
    `---\ntitle: 夜航恢復\ndate: ${date}\n---\n\n運輸署昨日宣布，渡輪夜航會在下月恢復。\n`;
  const dir = folderWith({ 'open.md': own('4/2/2024') });
  const file = join(emptyFolder(), 'saved.index');
  await refreshIndex(file, [dir], options);
  const saved = openSavedLibrary(file, names, 'n');
  // That month and day of the month are told apart, another report says.
  writeFileSync(join(dir, 'settled.md'), own('2/14/2024'));
  await refreshIndex(file, [dir], options);
  await saved.index.search([{ term: 'readout', weight: 1 }], null, 1);
  const open = saved.article('open');
  expect(open?.date).toBe('2024-04-02');
  expect(open?.days?.() ?? null).toBeNull();
  expect(saved.article('settled')?.days?.()).toContainEqual({ first: '2024-02-13', last: '2024-02-13' });
});

test('a refresh reads what is new or changed, and leaves out what is gone', async () => {
  const dir = folderWith({
    'bridge.md': report('大橋通車', '大橋今日通車，工程歷時三年。'),
    'ferry.md': report('渡輪停航', '渡輪因大橋通車而停航，船員七人轉職。'),
    'train.md': report('夜車復開', '夜間列車下月復開，車費不變。'),
  });
  const file = join(emptyFolder(), 'saved.index');
  expect(await refreshIndex(file, [dir], options)).toMatchObject({ articles: 3, read: 3, unchanged: 0, removed: 0 });
  expect(await refreshIndex(file, [dir], options)).toMatchObject({ articles: 3, read: 0, unchanged: 3, removed: 0 });
  const before = openSavedLibrary(file, names, 'n');
  expect(before.articles.map(({ id }) => id)).toEqual(['bridge', 'ferry', 'train']);

  writeFileSync(join(dir, 'bridge.md'), report('大橋封閉', '大橋明日封閉檢修，為期兩周。'));
  writeFileSync(join(dir, 'airport.md'), report('機場擴建', '機場擴建工程完成。'));
  rmSync(join(dir, 'ferry.md'));
  expect(await refreshIndex(file, [dir], options)).toMatchObject({ articles: 3, read: 2, unchanged: 1, removed: 2 });

  const { articles } = await readCorpus([dir], { knowledge });
  const embedded = await createLibrary(articles, names);
  // The one that was open sees what another connection wrote; one that opens now sees the same.
  for (const library of [before, openSavedLibrary(file, names, 'n')]) {
    const asks = [library, embedded].map((one) => createAsk(one, knowledge.outlets));
    for (const text of ['大橋封閉多久？', '渡輪的船員有多少人轉職？', '機場有什麼工程？', '有哪些報道？']) {
      const [ofSaved, ofEmbedded] = await Promise.all(asks.map((ask) => ask({ text })));
      expect(ofSaved).toEqual(ofEmbedded);
    }
    expect(library.articles.map(({ id }) => id)).toEqual(['airport', 'bridge', 'train']);
    expect(library.index.size()).toBe(embedded.index.size());
  }
});

test('of a file that is too large to be read at once it has each article in its order', async () => {
  // Eight articles of six hundred kilobytes, nearly all of it under a key that nobody reads, and a line that is none.
  const line = (at: number, text: string): string =>
    JSON.stringify({ id: `r${at}`, title: `第${at}號報道`, date: `2024-03-0${at}`, text, layout: 'x'.repeat(600_000) });
  const lines = Array.from({ length: 8 }, (_, at) => line(at + 1, `第${at + 1}座橋今日通車，共有${at + 2}條行車線。`));
  const dir = folderWith({
    'a.md': report('大橋通車', '大橋今日通車。'),
    'b.jsonl': [...lines.slice(0, 4), '{"id": ', ...lines.slice(4)].join('\n'),
    'c.md': report('渡輪停航', '渡輪因大橋通車而停航。'),
  });
  const file = join(emptyFolder(), 'saved.index');
  expect(await refreshIndex(file, [dir], options)).toMatchObject({ articles: 10, read: 3 });
  const saved = openSavedLibrary(file, names, 'n');
  const { articles, faults } = await readCorpus([dir], { knowledge });
  const shown = (all: readonly Article[]) => all.map(({ id, text }) => ({ id, text }));
  expect(shown(saved.all)).toEqual(shown(articles));
  expect(saved.about.faults).toEqual(faults);
  expect(faults).toMatchObject([{ line: 5, severity: 'error' }]);

  writeFileSync(join(dir, 'b.jsonl'), lines.slice(2).join('\n'));
  expect(await refreshIndex(file, [dir], options)).toMatchObject({ articles: 8, read: 1, unchanged: 2, removed: 1 });
  const shortened = openSavedLibrary(file, names, 'n').all;
  expect(shown(shortened)).toEqual(shown((await readCorpus([dir], { knowledge })).articles));
});

test('other names or another way of reading make what depends on them anew', async () => {
  const dir = folderWith({ 'bridge.md': report('大橋通車', '大橋今日通車。') });
  const file = join(emptyFolder(), 'saved.index');
  await refreshIndex(file, [dir], options);
  const refreshed = async (fingerprints: RefreshOptions['fingerprints']) =>
    await refreshIndex(file, [dir], { ...options, fingerprints });
  expect(await refreshed({ reading: 'r', names: 'other' })).toMatchObject({ articles: 1, read: 0, unchanged: 1 });
  expect(() => openSavedLibrary(file, names, 'n')).toThrow(/another version/);
  expect(openSavedLibrary(file, names, 'other').index.size()).toBe(2);
  expect(await refreshed({ reading: 'other', names: 'other' })).toMatchObject({ articles: 1, read: 1, unchanged: 0 });
});

test('what is no index is said to be none, and is left as it is', async () => {
  const dir = folderWith({ 'notes.txt': 'These are notes, and no index whatsoever of anything at all.'.repeat(20) });
  expect(() => openSavedLibrary(join(dir, 'notes.txt'), names, 'n')).toThrow(/no saved index/);
  expect(() => openSavedLibrary(join(dir, 'none.index'), names, 'n')).toThrow(/no such file/);
  expect(() => openSavedLibrary(dir, names, 'n')).toThrow(/cannot be opened/);
  await expect(refreshIndex(join(dir, 'notes.txt'), [SHIPPED], options)).rejects.toThrow(/no saved index/);
  await expect(refreshIndex(join(dir, 'nowhere', 'saved.index'), [SHIPPED], options)).rejects.toThrow(
    /cannot be opened/,
  );
});

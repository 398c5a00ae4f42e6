import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refreshIndex } from '../../../src/core/index/sqlite/build/refresh.ts';
import type { RefreshOptions } from '../../../src/core/index/sqlite/build/refresh-options.ts';
import { openDatabase } from '../../../src/core/index/sqlite/database.ts';
import { hasStaleGroups, readAllRows, readRowGroups, rowsOfGroup } from '../../../src/core/index/sqlite/row-groups.ts';
import { openSavedLibrary } from '../../../src/core/index/sqlite/saved-library.ts';
import { emptyFolder, folderWith } from '../../support/folders.ts';
import { shippedKnowledge, shippedNames } from '../../support/shipped-data.ts';

const options: RefreshOptions = {
  names: shippedNames(),
  knowledge: shippedKnowledge(),
  fingerprints: { reading: 'r', names: 'n' },
};
const report = (title: string, text: string): string => `---\ntitle: ${title}\ndate: 2024-03-01\n---\n\n${text}\n`;

/** Titles and folders of all articles, by rows and by groups of them. */
function bothOf(file: string) {
  const database = openDatabase(file);
  try {
    expect(hasStaleGroups(database)).toBe(false);
    const query = 'SELECT seq, title, dir, passages FROM article WHERE stub = 0 ORDER BY seq';
    const grouped = readAllRows(database).toSorted(([one], [other]) => Number(one) - Number(other));
    return {
      rows: database.prepare(query).all(),
      groups: grouped.map((row) => [row[0], row[2], row[17], row[20]]),
    };
  } finally {
    database.close();
  }
}

test('whatever changes in rows has changed in the groups of them that are read', async () => {
  const file = join(emptyFolder(), 'saved.index');
  // More than one group.
  const many = Array.from({ length: 600 }, (_, at) =>
    JSON.stringify({
      title: `第${at}號`,
      body: `渡輪公司今日宣布，第${at}號航線每日開出${at + 9}班，乘客可以在碼頭購票，票價不變，直至另行通知。`,
    }),
  );
  const first = folderWith({ 'many.jsonl': many.join('\n') });
  const second = folderWith({
    'bridge.md': report('大橋通車', '大橋今日通車，工程歷時三年，首月不收費用。'),
    'pier.md': report('碼頭', '碼頭將於五月維修三個星期，乘客須改用北岸的碼頭。'),
  });
  const refresh = async (dirs: readonly string[], more: Partial<RefreshOptions> = {}) => {
    await refreshIndex(file, dirs, { ...options, ...more });
    const { rows, groups } = bothOf(file);
    expect(groups).toEqual(rows);
    return rows.map(([, title]) => title);
  };
  expect(await refresh([first, second])).toHaveLength(602);
  writeFileSync(join(second, 'bridge.md'), report('大橋封閉', '大橋今日封閉，檢修需時三日，車輛須改道。'));
  expect(await refresh([first, second])).toContain('大橋封閉');
  rmSync(join(second, 'pier.md'));
  expect(await refresh([first, second])).not.toContain('碼頭');
  expect(await refresh([second, first])).toHaveLength(601);
  expect(await refresh([second, first], { withheld: new Set(['bridge']) })).not.toContain('大橋封閉');
  expect(await refresh([second, first], { fingerprints: { reading: 'r', names: 'others' } })).toContain('大橋封閉');
});

test('an earlier version of a story is in none of the groups that are read to be asked, but has its id and its place among all', async () => {
  const file = join(emptyFolder(), 'saved.index');
  const text = '渡輪公司今日宣布，下月起增開夜間航班，往返西島與東港碼頭，票價不變。';
  const dir = folderWith({
    'early.md': report('增開夜航', text),
    'late.md': report('增開夜航', `${text}\n\n首班船會在晚上十一時正開出，途經西島碼頭，翌晨一時半抵達。`),
    'other.md': report('大橋通車', '大橋今日通車，工程歷時三年，首月不收費用。'),
  });
  await refreshIndex(file, [dir], options);
  const database = openDatabase(file);
  const idsOf = (which: 'latest' | 'earlier') =>
    readRowGroups(database, which)
      .flatMap(rowsOfGroup)
      .map(([, id]) => id);
  expect({ latest: idsOf('latest'), earlier: idsOf('earlier') }).toEqual({
    latest: ['late', 'other'],
    earlier: ['early'],
  });
  database.close();

  const library = openSavedLibrary(file, options.names, 'n');
  expect(library.articles.map(({ id }) => id)).toEqual(['late', 'other']);
  expect(library.all.map(({ id }) => id)).toEqual(['early', 'late', 'other']);
  expect(library.article('early')).toMatchObject({ id: 'early', title: '增開夜航', supersededBy: 'late' });
  expect(library.find('early')?.text).toBe(text);
  expect(library.article('none')).toBeNull();
});

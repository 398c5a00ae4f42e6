import * as fc from 'fast-check';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { daysNamed } from '../../../src/core/dates/named-days.ts';
import { readCorpus } from '../../../src/core/corpus/read-corpus.ts';
import { refreshIndex } from '../../../src/core/index/sqlite/build/refresh.ts';
import type { RefreshOptions } from '../../../src/core/index/sqlite/build/refresh-options.ts';
import { passagesOf } from '../../../src/core/index/passages.ts';
import { openSavedLibrary } from '../../../src/core/index/sqlite/saved-library.ts';
import type { Article } from '../../../src/core/model/article.ts';
import { emptyFolder, folderWith } from '../../support/folders.ts';
import { shippedKnowledge, shippedNames } from '../../support/shipped-data.ts';

// What articles of an archive have to do with one another is reconciled anew, after a change, only where it may be otherwise.

const names = shippedNames();
const knowledge = shippedKnowledge();
const options: RefreshOptions = { names, knowledge, fingerprints: { reading: 'r', names: 'n' } };

// Each long enough to tell an article by.
const PARAGRAPHS = [
  '東港渡輪公司今日宣布，下月起增開夜間航班，往返西島與東港碼頭。',
  '碼頭工人李阿根表示，新航班令他每晚多做兩小時，但加班費至今未有着落。',
  '運輸署回覆查詢時指，已收到公司申請，會在兩星期內完成安全檢查。',
  '西島居民協會要求當局一併延長巴士服務時間，以便夜歸居民轉車回家。',
  '公司同時公布上季業績，載客量比前一年同期上升了百分之十二點四。',
  '本網站由讀者捐款支持，如欲轉載內容，請先以電郵聯絡編輯部同事。',
];
const TITLES = ['東港增開夜航', '渡輪公司公布業績', '西島居民要求延長巴士服務'];
const OUTLETS = ['東港日報', '西島新聞'];
// The last three have two readings, or show how the others are to be read.
const DATES = ['2024-02-03', '2024-02-05', '2024-03-20', '4/2/2024', '13/2/2024', '2/14/2024'];
// Two of them give one id, and one an id such as the second of those gets.
const FILES = [
  'harbour.md',
  'harbour.txt',
  'harbour~2.md',
  ...Array.from({ length: 17 }, (_, at) => `report-${at}.md`),
];

interface Report {
  readonly title: number;
  readonly outlet: number;
  readonly date: number;
  readonly paragraphs: readonly number[];
}

const pageOf = ({ title, outlet, date, paragraphs }: Report): string =>
  [
    '---',
    `title: ${TITLES[title]}`,
    `outlet: ${OUTLETS[outlet]}`,
    `date: ${DATES[date]}`,
    '---',
    '',
    ...paragraphs.flatMap((at) => [PARAGRAPHS[at], '']),
  ].join('\n');

const usual = (length: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 8, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(length - 1) });
const report: fc.Arbitrary<Report> = fc.record({
  title: fc.nat(TITLES.length - 1),
  outlet: fc.nat(OUTLETS.length - 1),
  date: usual(DATES.length),
  paragraphs: fc.array(usual(PARAGRAPHS.length), { maxLength: 4 }),
});
// What is to stand in a file; null to take it away.
const change = fc.record({
  file: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 3, max: FILES.length - 1 }) }, fc.nat(2)),
  as: fc.option(report, { freq: 4 }),
});

const related = ({ id, date, versions, supersededBy, copies }: Article) => ({
  id,
  date,
  versions,
  supersededBy,
  copies,
});

function stateOf(file: string) {
  const saved = openSavedLibrary(file, names, 'n');
  for (const article of saved.all) {
    const days = daysNamed(article.text, article.date);
    expect(article.days?.() ?? days).toEqual(days);
  }
  const state = { articles: saved.all.map(related), faults: saved.about.faults, passages: saved.index.size() };
  saved.close();
  return state;
}

async function expectedOf(dir: string): Promise<ReturnType<typeof stateOf>> {
  const { articles, faults } = await readCorpus([dir], { knowledge });
  const searched = articles.filter(({ supersededBy }) => supersededBy === undefined);
  return { articles: articles.map(related), faults, passages: searched.flatMap(passagesOf).length };
}

test('articles that come, change and go leave an archive reconciled as if it were read for the first time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(report, { minLength: 6, maxLength: FILES.length - 3 }),
      fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      async (reports, rounds) => {
        const dir = folderWith(Object.fromEntries(reports.map((one, at) => [FILES[at + 3], pageOf(one)])));
        const file = join(emptyFolder(), 'saved.index');
        await refreshIndex(file, [dir], options);
        for (const round of rounds) {
          for (const { file: at, as } of round) {
            const path = join(dir, FILES[at] ?? '');
            if (as === null) rmSync(path, { force: true });
            else writeFileSync(path, pageOf(as));
          }
          await refreshIndex(file, [dir], options);
          expect(stateOf(file)).toEqual(await expectedOf(dir));
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('what one more article makes a notice of binds two reports no longer, and does again when it goes', async () => {
  const report = (title: string, own: string): string =>
    `---\ntitle: ${title}\noutlet: 東港日報\ndate: 2024-02-03\n---\n\n${PARAGRAPHS[5]}\n\n${own.repeat(30)}\n`;
  const titled = (at: number): string => (at < 2 ? '東港增開夜航' : `報道之${'甲乙丙丁戊己庚辛壬癸子'.charAt(at)}`);
  const pages = Array.from({ length: 12 }, (_, at) => [
    `r${at}.md`,
    report(titled(at), '一二三四五六七八九十百千'.charAt(at)),
  ]);
  const dir = folderWith(Object.fromEntries(pages));
  const file = join(emptyFolder(), 'saved.index');
  const superseded = async (): Promise<readonly string[]> => {
    await refreshIndex(file, [dir], options);
    return stateOf(file).articles.flatMap(({ id, supersededBy }) => (supersededBy === undefined ? [] : [id]));
  };
  expect(await superseded()).toEqual(['r0']);
  writeFileSync(join(dir, 'one-more.md'), report('報道之寅', '萬'));
  expect(await superseded()).toEqual([]);
  rmSync(join(dir, 'one-more.md'));
  expect(await superseded()).toEqual(['r0']);
});

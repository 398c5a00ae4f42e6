import { describe, expect, test } from 'vitest';
import { createAsk, createLibrary, parseOutlets } from '../../../src/core/index.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const LAKE = [
  '青螺湖是高原上最大的鹽湖，面積約三百二十平方公里。湖水在十九世紀被鹽商用來製鹽，後來人們認識到這種鹽可以用於醫藥。',
  '當第一批探險家進入湖區時，當地的牧民是他們的嚮導。探險隊的領導者後來寫了一本書，書中的插圖變得非常流行。',
];
const RIVER = [
  '白鷺河在低地的一個狹窄處流入海灣，最早的定居點就在河口發展起來。',
  '這條河的另一個名稱來自古代的語言，意思是彎曲的水。1920年，一座大學在河的西側建成，是該地區的第一所大學。',
];
const library = await createLibrary(
  [fakeArticle('lake', LAKE, { title: '青螺湖' }), fakeArticle('river', RIVER, { title: '白鷺河' })],
  shippedNames(),
);
const ask = createAsk(library, parseOutlets(''));

describe('texts of another subject share turns of phrase with a question, and do not answer it', () => {
  test.each([
    '哪位木匠為詩人的手稿提供了書中的插圖？',
    '大教堂的彩色玻璃最早在哪裡製作？',
    '哪位皇后頒布了這項法令，使彩色玻璃變得流行？',
    '劇本的作者是哪所大學的教授？',
    '1920年哪位詩人贏得了桂冠？',
  ])('%s', async (text) => {
    expect((await ask({ text })).kind).toBe('not-found');
  });
});

// Most of it stands in one sentence, and of what it is about no article has a word: to hold that against every question refuses too many
// that are asked in other words than the reports have.
test.fails('nor should they where only its subject is lacking', async () => {
  expect((await ask({ text: '宇航服裡的氧氣被誰用於醫藥？' })).kind).toBe('not-found');
});

describe('what has a share of a question answers it', () => {
  test.each([
    ['湖水被誰用來做什麼？', '鹽商'],
    ['誰給探險家帶路？', '牧民'],
    ['有沒有提到1920年？', '大學'],
  ])('%s', async (text, told) => {
    const { points } = await ask({ text });
    expect(points[0]?.quote).toContain(told);
  });
});

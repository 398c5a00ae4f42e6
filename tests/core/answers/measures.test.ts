import { describe, expect, test } from 'vitest';

import { langPairs, langWords } from '../../../src/core/text/lang-data.ts';
import { entriesOf, templateExamples } from '../../../src/core/text/templates.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const untold = await madeUpArchive({
  zh: {
    outlet: '甲報',
    date: '2022-04-02',
    title: '燈塔',
    paragraphs: ['屠英朗介紹青嶼燈塔，燈塔的遊人最高峰時有七百人，參觀要七個月前預約。'],
  },
});
const untoldInEnglish = await madeUpArchive({
  en: {
    outlet: 'The Ossa Bee',
    date: '2022-04-02',
    title: 'The lighthouse',
    lang: 'en',
    paragraphs: [
      'Mark Tollander showed the lighthouse at Ossa to its highest number of visitors, seven hundred people.',
    ],
  },
});

describe('what is to be measured is not answered by other figures', () => {
  test.each(entriesOf(langWords('zh/dimensions-asked')).flatMap(({ entry }) => templateExamples(entry)))(
    '青嶼燈塔%s',
    async (words) => expect((await untold.ask({ text: `青嶼燈塔的${words}？` })).kind).toBe('not-found'),
  );
  test.each(entriesOf(langWords('en/dimensions-asked')).flatMap(({ entry }) => templateExamples(entry)))(
    '%s the lighthouse',
    async (words) =>
      expect((await untoldInEnglish.ask({ text: `${words} is the lighthouse at Ossa?` })).kind).toBe('not-found'),
  );
});

describe('nor is it refused where its figure is told', () => {
  const ASKS: Readonly<Record<string, string>> = {
    length: '有幾高',
    distance: '離碼頭有幾遠',
    weight: '有幾重',
    speed: '的升降機時速是',
    temperature: '的溫度',
    area: '的面積',
  };
  test.each(langPairs('zh/dimension-units'))('%s of %s', async (unit, dimension) => {
    const sentence = `屠英朗說，青嶼燈塔${ASKS[dimension]?.replace('有幾', '').replace('是', '') ?? ''}約為七十多${unit}。`;
    const { ask } = await madeUpArchive({
      one: { outlet: '甲報', date: '2022-04-02', title: '燈塔', paragraphs: [sentence] },
    });
    expect((await ask({ text: `青嶼燈塔${ASKS[dimension] ?? ''}多少？` })).points[0]?.quote).toBe(sentence);
  });
  const ENGLISH: Readonly<Record<string, readonly [string, string]>> = {
    length: ['How tall is', 'tall'],
    distance: ['How far away is', 'away'],
    weight: ['How heavy is', 'heavy'],
    speed: ['How fast does the lift go in', 'with a fast lift'],
    temperature: ['How hot is', 'hot'],
  };
  test.each(langPairs('en/dimension-units').filter(([, dimension]) => dimension in ENGLISH))(
    '%s of %s',
    async (unit, dimension) => {
      const [asks, tells] = ENGLISH[dimension] ?? ['', ''];
      const sentence = `The lighthouse at Ossa is seventy ${unit} ${tells}, says Mark Tollander.`;
      const { ask } = await madeUpArchive({
        one: {
          outlet: 'The Ossa Bee',
          date: '2022-04-02',
          title: 'The lighthouse',
          lang: 'en',
          paragraphs: [sentence],
        },
      });
      expect((await ask({ text: `${asks} the lighthouse at Ossa?` })).points[0]?.quote).toBe(sentence);
    },
  );
});

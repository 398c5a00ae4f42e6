import { describe, expect, test } from 'vitest';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const dated = { outlet: '青嶼早報', date: '2021-03-01' };
const { ask } = await madeUpArchive({
  talks: {
    ...dated,
    title: '中美代表在青嶼會談',
    paragraphs: [
      '中國代表楊潔篪與美國國務卿布林肯在青嶼會談三小時。',
      '楊潔篪敦促美方撤銷對青嶼船廠的關稅。他又說，會談坦率。',
      '布林肯說，會談坦率。他呼籲中方開放青嶼港的漁業市場。',
      '歐盟代表要求兩國公開會談紀錄。',
    ],
  },
  visit: {
    ...dated,
    title: '王毅談青嶼',
    paragraphs: ['王毅說，雙方談了青嶼的氣候。他希望美方支持青嶼港擴建。'],
  },
});

const quotesOf = async (text: string): Promise<readonly string[]> =>
  (await ask({ text })).points.map(({ quote }) => quote);

describe("of a demand that is asked for, the asked side's is given and no other's", () => {
  test.each([
    ['楊潔篪要求美國做什麼？', '撤銷'],
    ['杨洁篪要求美国做什么？', '撤銷'],
    ['中方希望美方做咩？', '美方'],
    ['美方希望中方做咩？', '開放'],
    ['布林肯要求中國做什麼？', '開放'],
    ['What did Yang Jiechi ask the US to do?', '撤銷'],
    ['What does the US want from China?', '開放'],
  ])('%s: %s', async (text, demanded) => {
    const quotes = await quotesOf(text);
    expect(quotes[0]).toContain(demanded);
  });

  test.each([
    ['美方希望中方做咩？', '撤銷'],
    ['美方希望中方做咩？', '擴建'],
    ['楊潔篪要求美國做什麼？', '開放'],
    ['楊潔篪要求美國做什麼？', '公開'],
    ['歐盟要求美國做什麼？', '撤銷'],
  ])('%s never: %s', async (text, others) => {
    const quotes = await quotesOf(text);
    expect(quotes.join('\n')).not.toContain(others);
  });
});

import { describe, expect, test } from 'vitest';

import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  talks: {
    title: '布林肯與王毅在青嶼會面',
    outlet: '甲報',
    date: '2022-04-02',
    paragraphs: ['布林肯周六在青嶼與王毅會面，談了六小時。'],
  },
  again: {
    title: '王毅再晤布林肯',
    outlet: '乙報',
    date: '2022-06-02',
    paragraphs: ['王毅與布林肯在白汀會面，氣氛友好。'],
  },
  other: {
    title: '海洋峰會閉幕',
    outlet: '丙報',
    date: '2022-05-01',
    paragraphs: [
      '海洋峰會周日閉幕，各國同意減少排污。'.repeat(10),
      '王毅在峰會上會見了記者，布林肯則沒有到場。兩人上月曾經會面。',
    ],
  },
});
const outletsOf = async (text: string): Promise<(string | null)[]> => {
  const answer = await ask({ text });
  return answer.kind === 'listing' ? answer.articles.map(({ outlet }) => outlet) : [];
};

describe('which outlets reported on a meeting', () => {
  test.each(['哪些媒體報道了布林肯和王毅會面？', '邊啲媒體報道咗布林肯同王毅會面？'])(
    '%s is told by the reports of it, and not by what only names both',
    async (text) => expect(await outletsOf(text)).toEqual(['乙報', '甲報']),
  );
  test('names each outlet once', async () => {
    expect(await ask({ text: '哪些媒體報道了布林肯和王毅會面？' })).toMatchObject({ reporting: ['乙報', '甲報'] });
    expect(await ask({ text: '哪些報道提到布林肯和王毅會面？' })).not.toHaveProperty('reporting');
  });
  test('is told by the reports of where it was', async () =>
    expect(await outletsOf('哪些媒體報道了布林肯和王毅在青嶼會面？')).toEqual(['甲報']));
  test('which reports mention it is told by all that do', async () =>
    expect(await outletsOf('哪些報道提到布林肯和王毅會面？')).toContain('丙報'));
});

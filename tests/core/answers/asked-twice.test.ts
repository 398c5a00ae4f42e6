import { describe, expect, test } from 'vitest';

import { partsOf } from '../../../src/core/question/understand.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  talks: {
    title: '北岸談判告一段落',
    date: '2022-04-02',
    paragraphs: [
      '王毅說，中方希望水閘早日重開。王毅說，會談氣氛良好。',
      '布林肯說，美方不會就水閘讓步。布林肯說，茶點不錯。',
    ],
  },
});

describe('two questions with a comma between them are two', () => {
  test.each([
    ['王毅怎樣說水閘，布林肯又怎樣說？', ['王毅怎樣說水閘？', '布林肯又怎樣說？']],
    ['王毅怎樣說水閘，布林肯呢？', ['王毅怎樣說水閘？', '布林肯呢？']],
    ['誰出席了會談，誰沒有出席？', ['誰出席了會談？', '誰沒有出席？']],
    ['Who attended the talks, and when is the next round?', ['Who attended the talks?', 'when is the next round?']],
  ])('%s', (text, parts) => expect(partsOf(text)).toEqual(parts));

  test.each([
    '會談結束之後，誰發表了聲明？',
    '嗰幾支青嶼限量酒，邊間公司代理？',
    '如果水閘重開，漁民會怎樣？',
    '誰發表了聲明，說水閘不會重開？',
    'Where and when did they meet?',
  ])('%s is one', (text) => expect(partsOf(text)).toEqual([text]));

  test.each(langWords('zh/of-another'))('zh/of-another: %s', (word) =>
    expect(partsOf(`王毅怎樣說水閘，布林肯${word}？`)).toHaveLength(2),
  );
});

describe('the second goes on about what the first asks', () => {
  test.each([
    '王毅怎樣說水閘，布林肯又怎樣說？',
    '王毅怎樣說水閘，布林肯呢？',
    'What did Wang Yi say about the sluice, and what did Blinken say?',
    'What did China say about the sluice, and what did the US say?',
  ])('%s', async (text) => {
    const { points } = await ask({ text });
    expect(points.find(({ part }) => part === 0)?.quote).toContain('水閘早日重開');
    expect(points.find(({ part }) => part === 1)?.quote).toContain('不會就水閘讓步');
  });
});

import { describe, expect, test } from 'vitest';

import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const speakerOf = (text: string) => parseQuestion(text, names).frame.speaker;
const namesIn = (text: string): boolean => parseQuestion(text, names).terms.some(({ name }) => name?.kind === 'person');

describe('whoever has a name before theirs is somebody else', () => {
  test.each(langWords('zh/kin'))('zh/kin: 王毅之%s', (kin) => {
    const text = `王毅之${kin}說了什麼？`;
    expect(namesIn(text)).toBe(false);
    expect(speakerOf(text)?.entry ?? null).toBeNull();
  });
  test('王毅民 is not 王毅, whatever he speaks of', () => {
    expect(speakerOf('王毅民對水閘說了什麼？')).toMatchObject({ entry: null, name: '王毅民' });
    expect(speakerOf('王毅對水閘說了什麼？')?.entry).not.toBeNull();
  });
  test('a visit of somebody is theirs', () => expect(namesIn('王毅之行談了什麼？')).toBe(true));
});

test('what a friend of somebody says is not told as theirs, nor the other way round', async () => {
  const { ask } = await madeUpArchive({
    sluice: {
      title: '水閘爭議',
      date: '2022-04-02',
      paragraphs: ['王毅之友說，水閘應當重開。', '布林肯說，水閘太舊。'],
    },
    talks: { title: '會談結束', date: '2022-05-02', paragraphs: ['王毅說，會談氣氛良好。'] },
  });
  expect((await ask({ text: '王毅怎樣說水閘？' })).kind).toBe('not-found');
  expect((await ask({ text: '王毅之友怎樣說會談？' })).kind).toBe('not-found');
});

import { describe, expect, it } from 'vitest';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  ferry: { paragraphs: ['渡輪停航', '渡輪公司星期一表示，船長遭錯誤拘留，渡輪停航。', '林望舒形容停航不幸。'] },
});
const unmatchedIn = async (text: string): Promise<readonly string[]> => (await ask({ text })).unmatched;

describe('words that are said to stand nowhere in the archive', () => {
  it('are none that stand within another word', async () => {
    expect(await unmatchedIn('有多少人被拘留？')).toEqual([]);
    expect(await unmatchedIn('有多少人被驅逐出境？')).not.toEqual([]);
  });

  it.each(['今年的企鵝？', '昨天的企鵝？'])('are none that say when: %s', async (text) =>
    expect(await unmatchedIn(text)).toEqual(['企鵝']),
  );

  it.each(['zh', 'yue', 'en'].flatMap((lang) => langWords(`${lang}/which-time`)))(
    'are none that say which time: %s',
    async (words) => expect(await unmatchedIn(`${words}, kangaroo?`)).toEqual(['kangaroo']),
  );

  it.each(langWords('zh/asked-speech-nouns'))('are none that ask for words: %s', async (noun) =>
    expect(await unmatchedIn(`企鵝的${noun}有咩唔同？`)).toEqual(['企鵝']),
  );
});

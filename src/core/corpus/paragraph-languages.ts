import type { Block, Lang } from '../model/article.ts';
import { scriptOf } from '../text/script.ts';
import type { Body } from './markup/blocks.ts';

// Words, and Chinese characters for each of them, of a text in English that quotes some Chinese.
const WORDS = 5;
const CHARACTERS_A_WORD = 1 / 4;

/** True for a text that is mostly English words. */
export function isEnglish(text: string): boolean {
  let [words, characters, inWord] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isLetter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
    if (isLetter && !inWord) words++;
    else if (unit >= 0x4e00 && unit <= 0x9fff) characters++;
    inWord = isLetter;
  }
  return words > WORDS && characters < words * CHARACTERS_A_WORD;
}

/** The blocks of a body, each paragraph that is in another language than its article with its own: half of a bilingual report. */
export function withLanguages({ text, blocks }: Body, lang: Lang | null): readonly Block[] {
  // Nearly all articles have no paragraph of the other language.
  if (lang === null || !(lang === 'en' ? /[\u4E00-\u9FFF]{4}/u : /[A-Za-z]{2}[^\u4E00-\u9FFF]{40}/u).test(text))
    return blocks;
  return blocks.map((block) => {
    if (block.kind !== 'paragraph') return block;
    const own = text.slice(block.start, block.end);
    const spoken = isEnglish(own) ? 'en' : lang === 'en' && /[\u4E00-\u9FFF]{4}/u.test(own) ? scriptOf(own) : null;
    return spoken === null || spoken === lang ? block : Object.assign({}, block, { lang: spoken });
  });
}

import { foldScript } from '../../text/script.ts';
import { lazy, phraseSource, wordsUnder } from './phrases.ts';

// Credits are looked for in folded text, in which brackets and punctuation are half as wide as well. One has no sentence in it.
const GAP = '[^。!?;]{1,40}';
const SHORT_GAP = '[^,:。!?;]{1,18}';
const CREDIT_LIMIT = 60;
// What has a sentence in it can only be a credit with a slash. This tells most short paragraphs from credits.
const mayBeCredit = (text: string): boolean =>
  text.length <= CREDIT_LIMIT && (!/[。！？!?；;](?!$)/u.test(text) || /[/／]/u.test(text));

const whole = (...keys: readonly string[]) =>
  lazy(
    () =>
      new RegExp(
        `^[(【[]?${phraseSource(wordsUnder('credits', keys), GAP).replaceAll('‥', SHORT_GAP)}[)】\\]]?[。.]?$`,
        'u',
      ),
  );
const plain = whole('any');
const underPicture = whole('any', 'caption');

/** True for a text that is only the credit of a picture, wherever it stands: `路透社圖片`, `（圖／中央社）`. */
export const isCredit = (text: string): boolean => mayBeCredit(text) && plain().test(foldScript(text));

/** True for what is a credit where a caption is due: `何君健攝`, `受訪者提供`. */
export const isCaptionCredit = (text: string): boolean => mayBeCredit(text) && underPicture().test(foldScript(text));

/** Where in a caption the credit at its end begins; its length where there is none. */
export const creditStart = (caption: string): number => {
  const bracketed = /[（(【[]([^（()）【】[\]]{1,40})[）)】\]][。.]?$/u.exec(caption);
  if (bracketed !== null && bracketed.index > 0 && isCaptionCredit(bracketed[1] ?? '')) return bracketed.index;
  for (const { index } of caption.matchAll(PART_END)) {
    const isRest = index > 0 && index < caption.length && isCaptionCredit(caption.slice(index).trim());
    if (isRest && !opensBracket(caption.slice(0, index))) return index;
  }
  return caption.length;
};

const PART_END = /(?<=[。！？!?」』”）)》】…])|(?<=\s)(?=\S)|(?<=[\p{Script=Han}\d]\.)/gu;

const opensBracket = (text: string): boolean =>
  (text.match(/[（(「『“《]/gu)?.length ?? 0) > (text.match(/[）)」』”》]/gu)?.length ?? 0);

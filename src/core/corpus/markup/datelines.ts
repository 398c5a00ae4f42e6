import { langLines, langWords } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import { entriesOf } from '../../text/templates.ts';
import { anyOf, lazy, phraseSource, wordsOf, wordsUnder } from './phrases.ts';

// Of folded text. A dateline is no longer than this, in UTF-16 units.
const DATELINE_LIMIT = 160;
const INSIDE = '[^()〔〕[\\]【】。!?]';
const SENT = [langWords, langLines]
  .flatMap((read) => entriesOf(read('zh/datelines')))
  .flatMap(({ key, entry }) => (key === 'sent' ? [entry] : []));
// What every dateline has, in text as it is: most paragraphs need not be folded.
const SIGN = new RegExp(`^[【（(〔[［A-Z]|日\\s*${anyOf(SENT)}|^\\S{2,5}\\s+[—–-]`, 'u');
const CITY_WITHIN = 20; // units; the city, and the dash between spaces

const patterns = lazy(() => shapesOf());
const city = lazy(() => new RegExp(`^${anyOf(wordsOf('dateline-cities', ['zh']))}\\s+[—–-]{1,2}\\s+`, 'u'));
const agency = lazy(() => new RegExp(`^${phraseSource(wordsOf('agencies'), '')}$`, 'u'));

/** The length of the dateline that a paragraph begins with, the white space after it included; 0 where there is none. */
export const datelineLength = (text: string): number => {
  if (!SIGN.test(text)) return 0;
  // BEIJING, Oct 28 (Reuters) -
  const wire = WIRE.exec(text);
  if (wire !== null && agency().test(foldScript(wire[1] ?? ''))) return wire[0].length;
  const folded = foldScript(text.slice(0, DATELINE_LIMIT));
  for (const pattern of patterns()) {
    const found = pattern.exec(folded);
    if (found !== null) return found[0].length;
  }
  return city().exec(folded.slice(0, CITY_WITHIN))?.[0].length ?? 0;
};

const WIRE = /^[A-Z][A-Z .,/]{2,40}(?:[A-Z][a-z]{2,8}\.? \d{1,2} ?)?\(([A-Za-z ]{2,24})\)\s*[-–—]+\s*/u;

function shapesOf(): readonly RegExp[] {
  const under = (...keys: readonly string[]): string => anyOf(wordsUnder('datelines', keys, ['zh']));
  const reporter = under('reporter');
  // Each exception ends with a word of `wire`.
  const exceptions = wordsUnder('datelines', ['not-wire'], ['zh']);
  const wire = `${under('wire')}(?<!${anyOf(exceptions)})`;
  const said = `(?:${under('report')}|${wire})`;
  const byline = `[(][^()]{0,12}${reporter}[^()。]{1,40}[)]`;
  const day = String.raw`\d{1,2}\s*月\s*\d{1,2}\s*日`;
  return [
    // 【某報2023年10月28日訊】（某報記者某某綜合報導）, 【某報專訊】, 【記者某某／台北報導】
    `【${INSIDE}{0,40}${said}\\s*】\\s*(?:${byline})?`,
    // （中央社記者某某華盛頓28日電）, [某報記者報道]
    `[(〔[](?:${INSIDE}{0,16}${reporter}${INSIDE}{0,40}|${INSIDE}{2,30})${said}[)〕\\]]`,
    // 〔記者某某／台北報導〕 without the last word
    `[(〔[【]${INSIDE}{0,8}${reporter}\\s*${INSIDE}{2,16}/${INSIDE}{2,16}[)〕\\]】]`,
    // 新華社北京10月28日電（記者 某某）
    `\\p{Script=Han}{2,6}${under('outlet')}\\p{Script=Han}{0,10}\\s*${day}\\s*${under('sent')}\\s*(?:[(][^()]{1,50}[)])?\\s*:?`,
  ].map((pattern) => new RegExp(`^(?:${pattern})\\s*`, 'u'));
}

import { foldScript } from '../text/script.ts';

/** A turn of phrase in a folded text, and the folded forms in which a report would put it. */
export interface DialectPhrase {
  readonly start: number;
  readonly end: number;
  readonly forms: readonly string[];
}

/** Reads lines such as `傾咗, 傾偈 => 會談, 通話`; of phrases that begin at one place the longest counts. */
export function createDialect(text: string): (folded: string) => readonly DialectPhrase[] {
  let phrases: (readonly [string, readonly string[]])[] | null = null;
  return (folded) => {
    phrases ??= readPhrases(text);
    const found: DialectPhrase[] = [];
    for (let i = 0; i < folded.length;) {
      const match = phrases.find(([phrase]) => folded.startsWith(phrase, i));
      if (match !== undefined) found.push({ start: i, end: i + match[0].length, forms: match[1] });
      i += match?.[0].length ?? 1;
    }
    return found;
  };
}

function readPhrases(text: string): (readonly [string, readonly string[]])[] {
  const items = (side: string): string[] =>
    side
      .split(',')
      .map((item) => foldScript(item.trim()))
      .filter((item) => item !== '');
  return text
    .split('\n')
    .flatMap((line) => {
      const [phrases = '', forms] = (line.split('#')[0] ?? '').split('=>');
      return forms === undefined ? [] : items(phrases).map((phrase) => [phrase, items(forms)] as const);
    })
    .sort(([a], [b]) => b.length - a.length);
}

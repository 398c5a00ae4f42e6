import type { Article } from '../../model/article.ts';
import { isFirstName, mayBeShortFor } from '../../statements/en/first-names.ts';
import { foldScript } from '../../text/script.ts';
import { withoutPossessive } from '../../text/stems.ts';

/**
 * Whether an English article knows only another than somebody whom a question names by first name and surname, folded: it has Ted Cruz,
 * and nothing of "heidi cruz".
 */
export function isNamesake(name: string, { text, lang }: Article): boolean {
  const [first = '', ...rest] = name.split(' ');
  const last = withoutPossessive(rest.at(-1) ?? '');
  if (lang !== 'en' || last === '' || !isFirstName(first)) return false;
  const words = Array.from(text.matchAll(/[\p{L}'’-]+/gu), ([word]) => word);
  const folded = words.map(foldScript);
  if (folded.includes(first)) return false;
  const others = folded.flatMap((word, i) => {
    const isName = /^\p{Lu}/u.test(words[i] ?? '') && isFirstName(word);
    return isName && withoutPossessive(folded[i + 1] ?? '') === last ? [word] : [];
  });
  return others.length > 0 && !others.some((other) => mayBeShortFor(first, other));
}

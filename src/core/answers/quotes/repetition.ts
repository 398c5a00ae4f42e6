import type { Gazetteer } from '../../names/gazetteer.ts';
import { numbersIn } from '../../text/numbers.ts';
import { foldScript } from '../../text/script.ts';
import { syndicatedFrom } from '../comparison/near-duplicate.ts';
import { contentOf, sameContent } from '../comparison/same-statement.ts';
import { wordsOf, type Quote } from './quote.ts';
import { lettersOf } from './same-fact.ts';

/**
 * Whether a quote says no more than one that is shown already: another version of it by the same outlet, or the same words in a copy
 * of the story that another outlet took over. The same fact in another outlet's own words is a second witness, and no repetition. Without
 * `names` only the same words of one outlet are.
 */
export function repeats(quote: Quote, shown: Quote, names: Gazetteer | null): boolean {
  const [a, b] = [lettersOf(quote), lettersOf(shown)];
  const isSameWords = a.includes(b) || b.includes(a);
  if (names === null) return isSameWords && quote.article.outlet === shown.article.outlet;
  if (quote.article.outlet === shown.article.outlet) return isSameWords || saysTheSame(quote, shown, names);
  return isSameWords && syndicatedFrom(quote.article, [shown.article], names) !== null;
}

// One statement in other words, without a figure of its own.
function saysTheSame(quote: Quote, shown: Quote, names: Gazetteer): boolean {
  const [own, other] = [wordsOf(quote), wordsOf(shown)];
  if (!sameContent(contentOf(own, names), contentOf(other, names))) return false;
  const figures = figuresIn(other);
  return [...figuresIn(own)].every((figure) => figures.has(figure));
}

const figuresIn = (text: string): Set<string> =>
  new Set(numbersIn(foldScript(text)).map(({ value, unit }) => `${value}${unit}`));

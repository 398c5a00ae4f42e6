// How often a bigram of a question recurs in the text that answers it: 是由 and 的原 hardly ever, names nearly always.
import { writeFile } from 'node:fs/promises';
import type { Article, ArticleId } from '../../src/core/model/article.ts';
import { parseQuestion } from '../../src/core/question/parse-question.ts';
import { bigramUnits, foldScript } from '../../src/core/text/script.ts';
import type { Gazetteer } from '../../src/core/names/gazetteer.ts';
import type { LabelledQuestion } from './squad.ts';

interface Tally {
  asked: number;
  held: number;
}

const FEWEST = 5;
// A tally starts as if so many questions had been seen with the average outcome.
const PRIOR = 4;

const share = (tally: Tally, average: number): number => (tally.held + PRIOR * average) / (tally.asked + PRIOR);
const count = <K>(tallies: Map<K, Tally>, key: K, held: boolean): void => {
  const tally = tallies.get(key) ?? { asked: 0, held: 0 };
  tally.asked += 1;
  tally.held += held ? 1 : 0;
  tallies.set(key, tally);
};

type Sets = readonly { readonly articles: readonly Article[]; readonly questions: readonly LabelledQuestion[] }[];

/**
 * What src/core/index/bigram-recall.generated.ts has: how often the bigrams of questions recur in what answers them.
 *
 * @internal Exported for its tests.
 */
export function bigramRecallSource(sets: Sets, names: Gazetteer): string {
  const bigrams = new Map<number, Tally>();
  const firsts = new Map<number, Tally>();
  const seconds = new Map<number, Tally>();
  const all: Tally = { asked: 0, held: 0 };
  for (const { articles, questions } of sets) {
    const texts = new Map(articles.map((article) => [article.id, foldScript(`${article.title}\n${article.text}`)]));
    for (const question of questions) {
      const text = texts.get(question.articles[0] as ArticleId) ?? '';
      for (const { kind, term } of parseQuestion(question.text, names).terms) {
        if (kind !== 'bigram' || typeof term !== 'number') continue;
        const [first, second] = bigramUnits(term);
        const held = text.includes(String.fromCharCode(first, second));
        count(bigrams, term, held);
        count(firsts, first, held);
        count(seconds, second, held);
        all.asked += 1;
        all.held += held ? 1 : 0;
      }
    }
  }
  const average = all.held / all.asked;
  const list = (tallies: Map<number, Tally>, text: (key: number) => string): string =>
    [...tallies]
      .filter(([, tally]) => tally.asked >= FEWEST && share(tally, average) < average - 0.1)
      .map(([key, tally]) => `${text(key)}${Math.min(9, Math.round(share(tally, average) * 10))}`)
      .toSorted()
      .join('');
  return `// Made by scripts/train/tables.ts from the development splits. Do not edit.

/** The average share of a question's bigrams that the text which answers it holds. */
export const AVERAGE_RECALL = ${average.toFixed(3)};

/** Folded bigrams that recur less often, each with its share in tenths. */
export const BIGRAM_RECALL =
  '${list(bigrams, (bigram) => String.fromCharCode(...bigramUnits(bigram)))}';

/** Characters whose bigrams recur less often when they come first, each with the share in tenths. */
export const FIRST_CHARACTER_RECALL =
  '${list(firsts, (unit) => String.fromCharCode(unit))}';

/** The same for characters that come second. */
export const SECOND_CHARACTER_RECALL =
  '${list(seconds, (unit) => String.fromCharCode(unit))}';
`;
}

/** Writes src/core/index/bigram-recall.generated.ts. */
export async function writeBigramRecall(sets: Sets, names: Gazetteer): Promise<void> {
  const source = bigramRecallSource(sets, names);
  await writeFile(new URL('../../src/core/index/bigram-recall.generated.ts', import.meta.url), source);
}

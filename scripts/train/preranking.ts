// Before the candidates are dumped: the linear model by which all sentences of the passages found are ranked, so that only the best are measured.
// usage: preranking.ts   prints in how many questions the right sentence is among the first 16, 24, 32, 40 by a model that did not see
// the set, and writes the one that saw all
import { writeFileSync } from 'node:fs';
import { createLibrary } from '../../src/core/index/library.ts';
import { featureContext, scorePassages } from '../../src/core/reading/features/read-passages.ts';
import { PRERANKING_FEATURES, prerankingVectors } from '../../src/core/reading/features/vectors.ts';
import { type Model, scorerOf } from '../../src/core/reading/scorers.ts';
import { weighQuestion } from '../../src/core/reading/weigh-question.ts';
import { parseIn } from '../../src/core/question/understand.ts';
import { shippedNames } from './data.ts';
import { isNamed, NEWS_SETS, SETS } from './sets.ts';
import { trainModel, type List, type TrainingOptions } from './train-model.ts';

const OPTIONS: TrainingOptions = {
  hidden: 0,
  epochs: 10,
  rate: 0.05,
  decay: 1e-3,
  dropped: 0,
  models: 1,
};

const names = shippedNames();
const sets = new Map<string, List[]>();
for (const name of NEWS_SETS) {
  const set = SETS[name]?.();
  if (set === undefined) throw new Error(`no set ${name}`);
  const library = await createLibrary(await set.articles(), names);
  const lists: List[] = [];
  for (const { text, answerable, articles, must } of set.questions) {
    const parsed = parseIn(library, text);
    if (!answerable || articles.length === 0 || must.length === 0 || parsed.terms.length === 0) continue;
    const question = weighQuestion(parsed, library);
    const context = featureContext(question, await scorePassages(question, library, null));
    const labels = context.views.map(({ passage, start, end }): number => {
      const { article } = passage.passage;
      const holds = (one: string): boolean => article.text.slice(start, end).includes(one);
      return isNamed(article, articles) && must.every((group) => group.some(holds)) ? 1 : 0;
    });
    lists.push({ items: prerankingVectors(context), labels, weight: 1 });
  }
  sets.set(name, lists);
}

function among(lists: readonly List[], model: Model, most: number): number {
  const score = scorerOf(model);
  return lists.filter(({ items, labels }) => {
    const scores = items.map(score);
    const best = scores.map((value, i) => ({ value, right: labels[i] === 1 })).sort((a, b) => b.value - a.value);
    return best.slice(0, most).some(({ right }) => right);
  }).length;
}

for (const [name, own] of sets) {
  const others = [...sets].flatMap(([other, lists]) => (other === name ? [] : lists));
  const model = trainModel(others, OPTIONS);
  const counts = [16, 24, 32, 40].map((most) => among(own, model, most));
  console.log(name, `${counts.join(' ')} of ${own.length}, among all ${among(own, model, Infinity)}`);
}
const model = trainModel([...sets.values()].flat(), OPTIONS);
for (const [f, name] of PRERANKING_FEATURES.entries()) console.log(name.padEnd(16), model.direct[f]);
writeFileSync(
  new URL('../../src/core/reading/preranking.generated.ts', import.meta.url),
  `// Made by scripts/train/preranking.ts from the development sets. Do not edit.
/** Ranks all candidate sentences, of which only the best are measured. */
export const PRERANKING_MODEL = ${JSON.stringify(model)};
`,
);

// What terms that a model suggests bring where a question is in another language than the coverage: how often the right report is among
// the quotes that the model may then choose from, and first among them, without terms and with two scripted models: one gives for each
// word the form that CC-CEDICT has first, the other the words of the same question as a translator put it.
// usage: npm run bench:terms -- QUESTIONS.jsonl CORPUS TRANSLATED.jsonl
import { readFileSync } from 'node:fs';
import {
  ANSWER_THRESHOLD,
  createAsk,
  createLibrary,
  readCorpus,
  type ExternalReader,
  type TermsRequest,
} from '../../src/core/index.ts';
import { parseIn } from '../../src/core/question/understand.ts';
import { shippedKnowledge, shippedNames, shippedOutlets } from '../../tests/support/shipped-data.ts';

interface Line {
  readonly id: string;
  readonly question: string;
  readonly article: string;
}

const linesOf = (file: string): Line[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const [file = '', corpus = '', translated = ''] = process.argv.slice(2);
const questions = linesOf(file);
const translations = new Map(linesOf(translated).map(({ id, question }) => [id, question]));
const idOf = new Map(questions.map(({ id, question }) => [question, id]));
const { articles } = await readCorpus([corpus], { knowledge: shippedKnowledge() });
const library = await createLibrary(articles, shippedNames());

type Suggest = (request: TermsRequest) => readonly string[];

const byDictionary: Suggest = ({ question }) =>
  parseIn(library, question).terms.flatMap(({ across = [] }) => {
    const [best] = across.toSorted((a, b) => b.weight - a.weight);
    return best === undefined ? [] : [best.form];
  });

const byTranslator: Suggest = ({ question }) => [translations.get(idOf.get(question) ?? '') ?? ''];

/** Of each question the place of the right report among the candidates, from 0; -1 where it is not among them. */
async function placesWith(suggest: Suggest | null): Promise<readonly number[]> {
  const places: number[] = [];
  for (const { question, article } of questions) {
    let place = -1;
    const reader: ExternalReader = {
      when: 'all',
      forQuestion: () => ({
        suggest: async (request) => ({ terms: suggest?.(request) ?? [], usage: null }),
        choose: async ({ candidates }) => {
          place = candidates.findIndex(({ headline }) => headline === article);
          return { picks: [], lacks: null, usage: null };
        },
      }),
    };
    await createAsk(library, shippedOutlets(), { reader })({ text: question });
    places.push(place);
  }
  return places;
}

const builtIn = createAsk(library, shippedOutlets());
const confidences: number[] = [];
for (const { question } of questions) confidences.push((await builtIn({ text: question })).confidence);

const rows = {
  without: await placesWith(null),
  dictionary: await placesWith(byDictionary),
  translator: await placesWith(byTranslator),
};
const BOUNDS = [0, 0.3, ANSWER_THRESHOLD, 0.7, 0.8, 0.9, 0.95, 1.01];
const percent = (of: readonly number[], is: (place: number) => boolean): string =>
  of.length === 0 ? '  –  ' : ((100 * of.filter(is).length) / of.length).toFixed(1).padStart(5);
for (let b = -1; b < BOUNDS.length - 1; b++) {
  const [from, to] = b < 0 ? [0, 1.01] : [BOUNDS[b] ?? 0, BOUNDS[b + 1] ?? 1];
  const within = confidences.map((confidence) => confidence >= from && confidence < to);
  const told = Object.entries(rows).map(([name, places]) => {
    const own = places.filter((_, at) => within[at]);
    return `${name}: among ${percent(own, (place) => place >= 0)} first ${percent(own, (place) => place === 0)}`;
  });
  console.log(`confidence ${from}–${to}, ${within.filter(Boolean).length} questions: ${told.join('; ')}`);
}

// Writes what the learners need of a labelled set: the candidate sentences of each question with their features, and which answer.
// usage: dump.ts OUT_DIR SET[~M][/N] | SET@OTHER[/N]…   of SET/N every Nth question is taken; SET~M is asked of M articles at a time;
// SET@OTHER asks the questions of SET of the articles of OTHER, which do not answer them
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Article } from '../../src/core/model/article.ts';
import type { Passage } from '../../src/core/index/passages.ts';
import { createLibrary, type Library } from '../../src/core/index/library.ts';
import { featureContext, scorePassages } from '../../src/core/reading/features/read-passages.ts';
import type { SentenceView } from '../../src/core/reading/features/sentence-view.ts';
import { FEATURES, preselect, vectorsOf } from '../../src/core/reading/features/vectors.ts';
import { tokenMatches, questionTokens } from '../../src/core/reading/features/word-features.ts';
import { weighQuestion } from '../../src/core/reading/weigh-question.ts';
import { parseIn } from '../../src/core/question/understand.ts';
import { verdictFactors } from '../../src/core/reading/ranking.ts';
import { bySentence } from '../../src/core/statements/statements-of.ts';
import { hasHan } from '../../src/core/text/script.ts';
import { shippedNames } from './data.ts';
import { counterfactualsOf, namesByKind } from './make-counterfactuals.ts';
import { isNamed, type LabelledSet, SETS, type SetQuestion } from './sets.ts';

/** A candidate sentence as it is written. */
export interface DumpedItem {
  readonly article: string;
  /** Offsets into the article's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly named: boolean;
  /** How many groups of the answer it holds. */
  readonly groups: number;
  readonly right: boolean;
  /** It takes up half of an answer that goes over its end, or half of the answer takes it up. */
  readonly part: boolean;
  readonly factor: number;
  /** Which of the question's tokens it has, as of `tokenMatches`. */
  readonly matches: string;
}

/** A question as it is written. */
export interface DumpedQuestion {
  readonly id: string;
  readonly text: string;
  readonly type: string;
  /** Whether there is an answer among the articles that were searched. */
  readonly answerable: boolean;
  readonly groups: number;
  /** The texts of its tokens. */
  readonly tokens: readonly string[];
  readonly items: readonly DumpedItem[];
}

function itemOf(
  question: SetQuestion,
  { passage, start, end }: SentenceView,
  library: Library,
): Omit<DumpedItem, 'factor' | 'matches'> {
  const { article } = passage.passage;
  const text = article.text.slice(start, end);
  const named = isNamed(article, question.articles);
  const groups = question.must.filter((group) => group.some((one) => text.includes(one))).length;
  const isBarred =
    question.mustNot.some((one) => text.includes(one)) || isAnothers(question, { article, start, text }, library);
  const right = question.answerable && named && !isBarred && groups === question.must.length;
  const answers = question.type === 'squad' && named && !right ? (question.must[0] ?? []) : [];
  return {
    article: article.id,
    start,
    end,
    text,
    named,
    groups,
    right,
    part: answers.some((one) => isPart(article.text, one, { start, end })),
  };
}

// Whether somebody else than who is asked for says it.
function isAnothers(
  { speaker }: SetQuestion,
  { article, start, text }: { article: Article; start: number; text: string },
  { names }: Library,
): boolean {
  if (speaker.length === 0) return false;
  const by = bySentence(article, names, { start, end: start + 1 }).find((one) => one.start === start)?.speaker ?? null;
  return by !== null && !speaker.some((one) => by.name.includes(one) || text.includes(one));
}

function isPart(text: string, answer: string, { start, end }: { start: number; end: number }): boolean {
  for (let at = text.indexOf(answer); at >= 0; at = text.indexOf(answer, at + 1)) {
    const shared = Math.min(end, at + answer.length) - Math.max(start, at);
    if (shared > 0 && (shared >= (end - start) / 2 || shared >= answer.length / 2)) return true;
  }
  return false;
}

// `withoutGold` hides the articles that answer: a question that is to find nothing.
async function dumpQuestion(question: SetQuestion, library: Library, withoutGold: boolean) {
  const parsed = parseIn(library, question.text);
  if (parsed.terms.length === 0) return null;
  const weighted = weighQuestion(parsed, library);
  const filter = withoutGold ? ({ article }: Pick<Passage, 'article'>) => !isNamed(article, question.articles) : null;
  const context = featureContext(weighted, await scorePassages(weighted, library, filter));
  const views = preselect(context);
  const vectors = vectorsOf(views, context, library.names);
  const factors = verdictFactors(weighted, views, { vectors, names: library.names });
  const tokens = questionTokens(parsed);
  const items = views.map((view, i): DumpedItem =>
    Object.assign(itemOf(question, view, library), {
      factor: factors[i] ?? 1,
      matches: tokenMatches(tokens, view, hasHan(parsed.folded)),
    }),
  );
  const { id, text, type, must } = question;
  const dumped: DumpedQuestion = {
    id,
    text,
    type,
    answerable: question.answerable && !withoutGold,
    groups: must.length,
    tokens: tokens.map((token) => token.text),
    items,
  };
  return { dumped, vectors };
}

interface Dump {
  readonly questions: DumpedQuestion[];
  readonly floats: Float32Array[];
}

// Every third question is asked once more with its answer gone.
const LEFT_OUT = 3;

async function dumpQuestions(
  questions: readonly SetQuestion[],
  { library, withoutGold = false }: { readonly library: Library; readonly withoutGold?: boolean },
  into: Dump,
) {
  for (const [i, question] of questions.entries()) {
    if (withoutGold && (!question.answerable || question.articles.length === 0 || i % LEFT_OUT !== 0)) continue;
    const made = await dumpQuestion(question, library, withoutGold);
    if (made === null) continue;
    into.questions.push(made.dumped);
    for (const vector of made.vectors) {
      // One of them would leave no model to learn.
      if (!vector.every(Number.isFinite)) throw new Error(`a feature of “${question.text}” is no number`);
      into.floats.push(Float32Array.from(vector));
    }
  }
}

// One counterfactual for each question that has any; where none of the archive's articles answers it.
async function dumpCounterfactuals(questions: readonly SetQuestion[], library: Library, into: Dump) {
  const byKind = namesByKind(library, library.names);
  for (const [number, question] of questions.entries()) {
    if (!question.answerable || question.articles.length === 0) continue;
    const texts = library.articles
      .filter((one) => isNamed(one, question.articles))
      .map(({ title, text }) => title + text);
    const made = counterfactualsOf(question.text, parseIn(library, question.text).terms, { texts, byKind, number });
    const one = made[number % Math.max(1, made.length)];
    if (one === undefined) continue;
    await dumpQuestions([{ ...question, text: one.text, answerable: false }], { library }, into);
  }
}

/** A set that is asked of a few articles at a time: what tells an answer must not lean on how large an archive is. */
interface Shelf {
  readonly articles: readonly Article[];
  readonly questions: readonly SetQuestion[];
}

// The articles that answer, so many at a time, each with the questions that they answer.
function shelvesOf(questions: readonly SetQuestion[], articles: readonly Article[], size: number): Shelf[] {
  const asked = questions.filter((one) => one.answerable && one.articles.length > 0);
  const golden = articles.filter((article) => asked.some((one) => isNamed(article, one.articles)));
  return Array.from({ length: Math.ceil(golden.length / size) }, (_, n) => {
    const own = golden.slice(n * size, (n + 1) * size);
    return { articles: own, questions: asked.filter((one) => own.some((article) => isNamed(article, one.articles))) };
  });
}

/** Questions that are asked of articles on other subjects. */
async function dumpStrays(questions: readonly SetQuestion[], articles: readonly Article[], path: string) {
  const dump: Dump = { questions: [], floats: [] };
  const strays = questions.map((one): SetQuestion => ({ ...one, answerable: false, articles: [], must: [] }));
  await dumpQuestions(strays, { library: await createLibrary(articles, names) }, dump);
  write(path, dump);
}

function write(path: string, dump: Dump): void {
  writeFileSync(`${path}.json`, JSON.stringify({ features: FEATURES, questions: dump.questions }));
  writeFileSync(`${path}.f32`, Buffer.concat(dump.floats.map(({ buffer }) => Buffer.from(buffer))));
  const right = dump.questions.filter(({ items }) => items.some((item) => item.right)).length;
  console.log(path, dump.questions.length, 'questions', right, 'with a right candidate');
}

function setOf(name: string): LabelledSet {
  const made = SETS[name]?.();
  if (made === undefined) throw new Error(`no set ${name}`);
  return made;
}

const names = shippedNames();
const [out = '', ...wanted] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
for (const one of wanted) {
  const [set = '', every = '1'] = one.split('/');
  const [asked = '', other] = set.split('@');
  const [name = '', size = '0'] = asked.split('~');
  const made = setOf(name);
  const questions = made.questions.filter((_, i) => i % Number(every) === 0);
  if (other !== undefined) {
    await dumpStrays(questions, await setOf(other).articles(), `${out}/${name}.of-${other}`);
    continue;
  }
  const articles = await made.articles();
  const shelves = Number(size) === 0 ? [{ articles, questions }] : shelvesOf(questions, articles, Number(size));
  const kinds = ['', '.removed', '.counter'];
  const dumps = kinds.map((): Dump => ({ questions: [], floats: [] }));
  const [whole, removed, counter] = dumps as [Dump, Dump, Dump];
  for (const shelf of shelves) {
    const library = await createLibrary(shelf.articles, names);
    await dumpQuestions(shelf.questions, { library }, whole);
    await dumpQuestions(shelf.questions, { library, withoutGold: true }, removed);
    await dumpCounterfactuals(shelf.questions, library, counter);
  }
  for (const [i, dump] of dumps.entries()) write(`${out}/${asked}${kinds[i] ?? ''}`, dump);
}

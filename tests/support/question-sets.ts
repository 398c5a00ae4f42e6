import { readFileSync, writeFileSync } from 'node:fs';

import { judge, quotesOf, type Verdict } from '../../src/adapters/cli/eval/judge.ts';
import { readQuestions } from '../../src/adapters/cli/eval/questions.ts';
import {
  createAsk,
  createLibrary,
  readCorpus,
  type Answer,
  type Library,
  type OutletDirectory,
} from '../../src/core/index.ts';
import { shippedKnowledge, shippedNames, shippedOutlets } from './shipped-data.ts';

/** The sets of `tests/fixtures/questions` with the corpus that each is about. */
export const SETS_OF_SHIPPED_CORPUS = ['coverage', 'followups', 'filters'] as const;
export const SETS_OF_ARCHIVE_SAMPLE = ['archive-a', 'archive-b'] as const;
type SetName = (typeof SETS_OF_SHIPPED_CORPUS)[number] | (typeof SETS_OF_ARCHIVE_SAMPLE)[number];

/**
 * What came of a question, from the best to the worst of its kind. Where a quote answers: `first`, `in-three`, `not-found`,
 * `wrong`. Where nothing answers: `refused`, `answered`. Of lists, timelines, comparisons and small talk: `good`, `bad`.
 */
const OUTCOMES = ['first', 'in-three', 'refused', 'good', 'not-found', 'answered', 'wrong', 'bad'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type Outcomes = ReadonlyMap<string, Outcome>;

// So that 昨天 and "last month" mean the same on every day.
const TODAY = Date.UTC(2024, 5, 15, 12);

// By their folder: read and indexed once for all files of a worker.
const libraries = new Map<string, Promise<Library>>();

async function makeLibrary(folder: string): Promise<Library> {
  const { articles } = await readCorpus([folder], { knowledge: shippedKnowledge() });
  return await createLibrary(articles, shippedNames());
}

/** The articles of a folder, ready to be asked. */
export async function libraryOf(folder: string): Promise<Library> {
  const known = libraries.get(folder) ?? makeLibrary(folder);
  libraries.set(folder, known);
  return await known;
}

/** Asks the questions of sets, in their order and conversations, of the articles of a folder. */
export async function askSets(names: readonly SetName[], folder: string): Promise<ReadonlyMap<SetName, Outcomes>> {
  const outlets = shippedOutlets();
  const library = await libraryOf(folder);
  const found = new Map<SetName, Outcomes>();
  for (const name of names) {
    const ask = createAsk(library, outlets, { now: () => TODAY });
    const outcomes = new Map<string, Outcome>();
    for (const { id, question, conversation, outcome } of questionsOf(name, outlets))
      outcomes.set(id, outcome(await ask({ text: question, conversation })));
    found.set(name, outcomes);
  }
  return found;
}

interface AskedOfSet {
  readonly id: string;
  readonly question: string;
  readonly conversation: string | undefined;
  readonly outcome: (answer: Answer) => Outcome;
}

function questionsOf(name: SetName, outlets: OutletDirectory): AskedOfSet[] {
  const file = `tests/fixtures/questions/${name}.jsonl`;
  const text = readFileSync(file, 'utf8');
  if (isOfArchive(name))
    return text
      .trim()
      .split('\n')
      .map((line) => ofArchive(JSON.parse(line) as ArchiveQuestion));
  return readQuestions(text, file).map((question) => ({
    id: question.id,
    question: question.question,
    conversation: question.conversation ?? undefined,
    outcome: (answer) => outcomeOf(judge(question, answer, outlets), answer),
  }));
}

const isOfArchive = (name: SetName): boolean => SETS_OF_ARCHIVE_SAMPLE.some((other) => other === name);

/** A question about the archive sample: the id of the article that answers it, and of those that do as well. */
interface ArchiveQuestion {
  readonly id: string;
  readonly question: string;
  readonly article: string | null;
  readonly also?: readonly string[];
  readonly must: readonly (readonly string[])[];
}

function ofArchive({ id, question, article, also = [], must }: ArchiveQuestion): AskedOfSet {
  const holds = (answer: Answer, points: number): boolean =>
    must.every((group) => group.some((words) => quotesOf(answer, points).includes(words)));
  const cites = ({ citations }: Answer): boolean =>
    [article, ...also].some((expected) => citations[0]?.articleId === expected);
  const outcome = (answer: Answer): Outcome => {
    if (article === null) return answer.kind === 'not-found' ? 'refused' : 'answered';
    if (answer.kind !== 'answered') return answer.kind === 'not-found' ? 'not-found' : 'wrong';
    if (!cites(answer) || !holds(answer, 3)) return 'wrong';
    return holds(answer, 1) ? 'first' : 'in-three';
  };
  return { id, question, conversation: undefined, outcome };
}

function outcomeOf({ type, good, figures }: Verdict, { kind }: Answer): Outcome {
  if (type === 'unanswerable') return good ? 'refused' : 'answered';
  if (figures === null) return good ? 'good' : 'bad';
  if (good) return figures.hit1 && figures.cite1 ? 'first' : 'in-three';
  return kind === 'not-found' ? 'not-found' : 'wrong';
}

const baselineOf = (name: SetName): string => `tests/fixtures/questions/baseline/${name}.txt`;

/** The stored outcomes of a set. */
export function readBaseline(name: SetName): Outcomes {
  const lines = readFileSync(baselineOf(name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Map(lines.map((line) => line.split(' ') as [string, Outcome]));
}

/** Stores the outcomes of a set, one question a line. */
export const writeBaseline = (name: SetName, outcomes: Outcomes): void =>
  writeFileSync(baselineOf(name), Array.from(outcomes, ([id, outcome]) => `${id} ${outcome}\n`).join(''));

/** The questions whose outcome is better, and worse, than before; each with both: `c017: wrong → first`. */
export function compareOutcomes(before: Outcomes, now: Outcomes): { gained: string[]; lost: string[] } {
  const gained: string[] = [];
  const lost: string[] = [];
  for (const id of new Set([...before.keys(), ...now.keys()])) {
    const [old, current] = [before.get(id), now.get(id)];
    if (old === current) continue;
    const better = current !== undefined && (old === undefined || rankOf(current) < rankOf(old));
    (better ? gained : lost).push(`${id}: ${old ?? 'new'} → ${current ?? 'gone'}`);
  }
  return { gained, lost };
}

const rankOf = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);

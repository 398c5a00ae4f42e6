// Asks every question set of tests/fixtures/questions and stores what came of each question, or with --check only compares.
// `--archive DIR`: the articles of the archive sample, without which the two sets about them are left out.
import { parseArgs } from 'node:util';

import {
  askSets,
  compareOutcomes,
  readBaseline,
  SETS_OF_ARCHIVE_SAMPLE,
  SETS_OF_SHIPPED_CORPUS,
  writeBaseline,
} from '../tests/support/question-sets.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, archive: { type: 'string' } } });

const found = [
  ...(await askSets(SETS_OF_SHIPPED_CORPUS, 'corpus')),
  ...(values.archive === undefined ? [] : await askSets(SETS_OF_ARCHIVE_SAMPLE, values.archive)),
];
for (const [name, outcomes] of found) {
  const { gained, lost } = compareOutcomes(readBaseline(name), outcomes);
  console.log(`${name}: ${totals([...outcomes.values()])}; gained ${gained.length}, lost ${lost.length}`);
  for (const change of [...gained.map((line) => `+ ${line}`), ...lost.map((line) => `- ${line}`)]) console.log(change);
  if (values.check !== true) writeBaseline(name, outcomes);
  else if (gained.length + lost.length > 0) process.exitCode = 1;
}

function totals(outcomes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
}

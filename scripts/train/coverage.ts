// Our own questions about five reports (tests/fixtures/questions): the half that is for development.
import { readFileSync } from 'node:fs';
import type { Article } from '../../src/core/corpus/article.ts';
import type { LabelledQuestion } from './squad.ts';

interface Line {
  readonly id: string;
  readonly question: string;
  readonly type: string;
  readonly articles: readonly string[];
  readonly must: readonly (readonly string[])[];
}

// Keys name an outlet and a day: hkcn-2021-02-06.
const HOSTS: Readonly<Record<string, RegExp>> = { hkcn: /眾新聞/, rfa: /自由亚洲电台/, epoch: /大纪元/ };

/** The questions with odd numbers, each with the ids of the articles of this corpus that answer it. */
export function coverageQuestions(articles: readonly Article[]): LabelledQuestion[] {
  const file = new URL('../../tests/fixtures/questions/coverage.jsonl', import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
    .filter(({ id, type }) => Number(id.slice(1)) % 2 === 1 && type !== 'chat')
    .map(({ question, articles: keys, must }) => ({
      text: question,
      must,
      articles: articles
        .filter(({ outlet, date }) =>
          keys.some(
            (key) => key.slice(key.indexOf('-') + 1) === date && HOSTS[key.split('-')[0] ?? '']?.test(outlet ?? ''),
          ),
        )
        .map(({ id }) => id),
    }));
}

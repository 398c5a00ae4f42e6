import { z } from 'zod';
import { Failure } from '../failure.ts';

/** Reading comprehension: a quotation has to hold one of the answers, and the first citation to be the article. */
const Reading = z.object({
  id: z.coerce.string(),
  question: z.string(),
  conversation: z.string().nullish(),
  /** The title of the article that answers it. */
  article: z.string(),
  answers: z.array(z.string()),
});

/** Questions about a coverage: the quotations have to hold one alternative of every group of `must`. */
const Coverage = z.object({
  id: z.coerce.string(),
  question: z.string(),
  conversation: z.string().nullish(),
  type: z.string(),
  /** Keys such as `rfa-2023-06-14`: what an outlet is called, and the day. */
  articles: z.array(z.string()),
  must: z.array(z.array(z.string())),
  /** The kind of answer that is expected, and filters that it has to state. */
  kind: z.string().nullish(),
  filters: z.record(z.string(), z.string().nullable()).nullish(),
});

type ReadingQuestion = z.infer<typeof Reading>;
export type CoverageQuestion = z.infer<typeof Coverage>;
export type EvalQuestion = ReadingQuestion | CoverageQuestion;

/** A SQuAD-style file, such as DRCD or CMRC 2018. */
const Squad = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          qas: z.array(
            z.object({ id: z.coerce.string(), question: z.string(), answers: z.array(z.object({ text: z.string() })) }),
          ),
        }),
      ),
    }),
  ),
});

/** Reads a question set: JSONL of either kind, or one SQuAD-style JSON document. Throws a Failure that names the faulty line. */
export function readQuestions(text: string, file: string): EvalQuestion[] {
  const squad = Squad.safeParse(parseJson(text));
  if (squad.success) return fromSquad(squad.data);
  const questions = text.split(/\r?\n/u).flatMap((line, at) => {
    if (line.trim() === '') return [];
    const value = parseJson(line);
    const parsed = z.union([Reading, Coverage]).safeParse(value);
    if (parsed.success) return [parsed.data];
    throw new Failure(
      1,
      `${file}:${at + 1}: this is no question with either "article" and "answers" or "type", "articles" and "must".`,
    );
  });
  if (questions.length === 0) throw new Failure(1, `"${file}" holds no question.`);
  return questions;
}

// An article a paragraph, titled by its document and counted through the file.
function fromSquad({ data }: z.infer<typeof Squad>): ReadingQuestion[] {
  let number = 0;
  return data.flatMap(({ title, paragraphs }) =>
    paragraphs.flatMap(({ qas }) => {
      number += 1;
      const article = `${title} ${String(number).padStart(4, '0')}`;
      return qas.map(({ id, question, answers }) => ({
        id,
        question,
        article,
        answers: answers.map((each) => each.text),
      }));
    }),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined;
  }
}

import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { terminalText } from '../../terminal/terminal-text.ts';
import { write } from '../../terminal/output.ts';
import type { CliContext } from '../context.ts';
import { Failure, type ExitStatus } from '../failure.ts';
import { checkGivenFilters, openedLibrary } from '../open.ts';
import { questionOf, type CommonOptions } from '../options.ts';
import { createProgress } from '../progress.ts';
import { figuresOf, missOf, type Judged } from './figures.ts';
import { judge } from './judge.ts';
import { readQuestions } from './questions.ts';

/** Runs a question set against the corpus and prints the figures, with `show` every miss before them. */
export async function runEval(
  file: string,
  options: CommonOptions & { readonly show?: boolean },
  context: CliContext,
): Promise<ExitStatus> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Failure(1, `The questions in "${file}" cannot be read.`, { cause });
  });
  const questions = readQuestions(text, file);
  const corpus = await openedLibrary(context, options);
  const { ask, outlets } = corpus;
  checkGivenFilters(corpus, options);
  const progress = createProgress(context.stderr);
  const started = performance.now();
  const judged: Judged[] = [];
  for (const question of questions) {
    const answer = await ask({
      ...questionOf(question.question, options),
      conversation: question.conversation ?? undefined,
    });
    const result = { answer, verdict: judge(question, answer, outlets) };
    judged.push(result);
    if (options.show === true && !result.verdict.good) {
      progress.end();
      await write(context.stdout, `${terminalText(missOf(question, result))}\n`);
    }
    progress.onProgress('answer', judged.length, questions.length);
  }
  progress.end();
  const figures = figuresOf(judged, (performance.now() - started) / 1000);
  await write(context.stdout, `${terminalText(figures.join('\n'))}\n`);
  return 0;
}

import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { Ask, OutletDirectory } from '../../../core/index.ts';
import { terminalText } from '../../terminal/terminal-text.ts';
import { write } from '../../terminal/output.ts';
import type { AskableCorpus, CliContext } from '../context.ts';
import { Failure, type ExitStatus } from '../failure.ts';
import { checkGivenFilters, openedLibrary } from '../open.ts';
import { questionOf, type CommonOptions } from '../options.ts';
import { createProgress } from '../progress.ts';
import { READER_ADVICE } from '../reader.ts';
import { figuresOf, missOf, type Judged } from './figures.ts';
import { judge } from './judge.ts';
import { readQuestions, type EvalQuestion } from './questions.ts';
import { sideBySide, type Pair, type Timed } from './side-by-side.ts';

type EvalOptions = CommonOptions & { readonly show?: boolean; readonly reader?: boolean };

/**
 * Runs a question set against the corpus and prints the figures, with `show` every miss before them; with `reader` those of the built-in
 * reading and of the model that is set up, side by side.
 */
export async function runEval(file: string, options: EvalOptions, context: CliContext): Promise<ExitStatus> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Failure(1, `The questions in "${file}" cannot be read.`, { cause });
  });
  const questions = readQuestions(text, file);
  const corpus = await openedLibrary(context, options);
  checkGivenFilters(corpus, options);
  const run = { corpus, options, context };
  const lines = options.reader === true ? await compared(questions, run) : await measured(questions, run);
  await write(context.stdout, `${terminalText(lines.join('\n'))}\n`);
  return 0;
}

interface Run {
  readonly corpus: AskableCorpus;
  readonly options: EvalOptions;
  readonly context: CliContext;
}

async function measured(questions: readonly EvalQuestion[], run: Run): Promise<readonly string[]> {
  const { corpus } = run;
  const started = performance.now();
  const judged: Judged[] = [];
  for await (const { question, answered } of each(questions, run)) {
    const result = await answered(corpus.ask);
    judged.push(result);
    await showMiss(question, result, run);
  }
  return figuresOf(judged, (performance.now() - started) / 1000);
}

async function compared(questions: readonly EvalQuestion[], run: Run): Promise<readonly string[]> {
  const { corpus } = run;
  if (corpus.model === null) throw new Failure(2, READER_ADVICE);
  const pairs: Pair[] = [];
  for await (const { question, answered } of each(questions, run)) {
    const builtIn = await answered(async (asked) => await corpus.ask({ ...asked, builtIn: true }));
    const pair = { builtIn, model: await answered(corpus.ask) };
    pairs.push(pair);
    await showMiss(question, pair.model, run);
  }
  const { name, figures } = corpus.model;
  return sideBySide(pairs, { name, faults: figures().faults });
}

async function showMiss(question: EvalQuestion, result: Judged, { options, context }: Run): Promise<void> {
  if (options.show === true && !result.verdict.good)
    await write(context.stdout, `${terminalText(missOf(question, result))}\n`);
}

interface Asked {
  readonly question: EvalQuestion;
  readonly answered: (ask: Ask) => Promise<Timed>;
}

// One question after the other, with progress.
async function* each(questions: readonly EvalQuestion[], { corpus, options, context }: Run): AsyncGenerator<Asked> {
  const progress = createProgress(context.stderr);
  try {
    for (const [at, question] of questions.entries()) {
      yield { question, answered: (ask) => timed(question, { ask, options, outlets: corpus.outlets }) };
      progress.onProgress('answer', at + 1, questions.length);
    }
  } finally {
    progress.end();
  }
}

async function timed(
  question: EvalQuestion,
  { ask, options, outlets }: { ask: Ask; options: EvalOptions; outlets: OutletDirectory },
): Promise<Timed> {
  const started = performance.now();
  const answer = await ask({
    ...questionOf(question.question, options),
    conversation: question.conversation ?? undefined,
  });
  return { answer, verdict: judge(question, answer, outlets), ms: performance.now() - started };
}

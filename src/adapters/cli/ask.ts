import type { Answer, Article } from '../../core/index.ts';
import { answerJson } from './answer-json.ts';
import type { CliContext } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { openedLibrary } from './open.ts';
import { questionOf, type AskOptions } from './options.ts';
import { write } from '../terminal/output.ts';
import { terminalText } from '../terminal/terminal-text.ts';

/** Characters that are read from stdin at the most: far more than a question may have, so that the core says so. */
const MAX_READ = 1_000_000;

/** Answers the question that the words make, or, where there are none or only a dash, the one on stdin. */
export async function runAsk(
  words: readonly string[],
  options: AskOptions & { readonly json?: boolean },
  context: CliContext,
): Promise<ExitStatus> {
  const given = words.join(' ');
  const text = words.length === 0 || given === '-' ? await readQuestion(context) : given;
  const { ask, asked } = await openedLibrary(context, options);
  const answer = await ask(questionOf(text, options));
  if (options.json === true) await write(context.stdout, jsonLine(answerJson(answer)));
  else {
    const { stdout, stderr, env } = context;
    await show(answer, asked, { stdout, stderr, env, isPlain: options.plain === true });
  }
  return answer.kind === 'rejected' ? 2 : 0;
}

async function show(
  answer: Answer,
  asked: () => readonly Article[],
  { isPlain, ...context }: Pick<CliContext, 'stdout' | 'stderr' | 'env'> & { readonly isPlain: boolean },
): Promise<void> {
  const [{ renderAnswer }, { viewOf }, { describeCorpus }] = await Promise.all([
    import('../terminal/render-answer.ts'),
    import('../terminal/view.ts'),
    import('../describe-corpus.ts'),
  ]);
  const output = answer.kind === 'rejected' ? context.stderr : context.stdout;
  // Only what was not found has its reader told from when to when there is something.
  const days = answer.kind === 'not-found' ? describeCorpus({ articles: asked(), faults: [] }) : undefined;
  await write(output, `${renderAnswer(answer, viewOf(isPlain ? {} : output, context.env), { days })}\n`);
  if (answer.explain !== undefined) await write(output, `\n${explained(answer.explain)}\n`);
}

// How the question was read, a slot a line, and the sentences that were weighed, best first.
function explained({ slots, candidates }: NonNullable<Answer['explain']>): string {
  const read = slots.map(({ slot, value }) => `${slot}: ${terminalText(value)}`);
  const weighed = candidates.map(
    ({ probability, articleId, start, end, quote }) =>
      `${probability.toFixed(3)} ${articleId} ${start}–${end} ${terminalText(quote)}`,
  );
  return [...read, ...weighed].join('\n');
}

async function readQuestion({ stdin }: CliContext): Promise<string> {
  if (stdin.isTTY === true)
    throw new Failure(2, 'There is no question. For example: readout ask 布林肯預計何時訪問中國？');
  stdin.setEncoding('utf8');
  let text = '';
  for await (const chunk of stdin) {
    text += String(chunk);
    if (text.length > MAX_READ) break;
  }
  return text.replace(/^\uFEFF/u, '').trim();
}

import { catalogue } from '../../messages/index.ts';
import { write } from '../terminal/output.ts';
import { terminalText } from '../terminal/terminal-text.ts';
import type { AskableCorpus, ChoosingModel, CliContext } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { openedLibrary } from './open.ts';
import type { CommonOptions } from './options.ts';

/** What to do where no model is set up. */
export const READER_ADVICE = `No model is set up. Set these in the environment or in .env, and see docs/models.md:
  READER_URL      a server of chat completions, such as http://localhost:11434/v1
  READER_MODEL    the name of a model there`;

const TRIALS = 3;

/** Tries the model that may choose quotes with three questions, and says what came and how long it took. */
export async function runReader(options: CommonOptions, context: CliContext): Promise<ExitStatus> {
  const corpus = await openedLibrary(context, options);
  const { model } = corpus;
  if (model === null) throw new Failure(2, READER_ADVICE);
  await write(context.stdout, terminalText(`${model.name} at ${model.host}\n`));
  let answered = 0;
  for (const text of catalogue(options.lang ?? context.lang).examples.slice(0, TRIALS)) {
    const { isChosen, line } = await tryOut(text, corpus, model);
    if (isChosen) answered += 1;
    await write(context.stdout, terminalText(`${line}\n`));
  }
  return answered > 0 ? 0 : 1;
}

async function tryOut(
  text: string,
  { ask }: AskableCorpus,
  model: ChoosingModel,
): Promise<{ isChosen: boolean; line: string }> {
  const answer = await ask({ text });
  const { reader, points } = answer;
  if (reader === undefined)
    return { isChosen: false, line: `${text}\n  no choice: ${model.lastFault() ?? 'it was not asked.'}` };
  const tokens = reader.tokens === null ? '' : `, ${reader.tokens} tokens`;
  return {
    isChosen: true,
    line: `${text}\n  ${reader.ms} ms${tokens}: ${points[0]?.quote ?? 'none of the quotes answers.'}`,
  };
}

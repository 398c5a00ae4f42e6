import { createHistory, historyFile } from '../repl/history.ts';
import { createRepl } from '../repl/repl.ts';
import { createSession } from '../repl/session.ts';
import { viewOf } from '../terminal/view.ts';
import type { CliContext } from './context.ts';
import type { ExitStatus } from './failure.ts';
import { checkGivenFilters, openedLibrary } from './open.ts';
import { questionOf, type CommonOptions } from './options.ts';
import { warmUpWhileIdle } from './warm-up.ts';

/** Answers a person, or answers the lines of a pipe, until they leave or it ends. */
export async function startRepl(options: CommonOptions, context: CliContext): Promise<ExitStatus> {
  const { stdin, stdout, env, logger } = context;
  const corpus = await openedLibrary(context, options);
  checkGivenFilters(corpus, options);
  const { text: _, ...defaults } = questionOf('', options);
  const session = createSession({
    // The lines of a pipe come at once.
    ask: stdin.isTTY === true ? warmUpWhileIdle(corpus) : corpus.ask,
    checkFilters: corpus.checkFilters,
    corpus: () => corpus,
    seconds: corpus.seconds,
    defaults,
    lang: options.lang ?? context.lang,
    modelHost: corpus.model?.host ?? null,
    view: () => viewOf(options.plain === true ? {} : stdout, env),
    onFault: (error) => logger.error('A question ended in a fault.', error),
  });
  const repl = createRepl({
    input: stdin,
    output: stdout,
    session,
    history: createHistory(historyFile(env)),
    isPlain: options.plain === true,
  });
  const unfollow = corpus.follow(options.rescan ?? null);
  context.onSignal(() => repl.stop());
  await repl.start();
  await repl.ended;
  unfollow();
  return 0;
}

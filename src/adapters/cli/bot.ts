import type { Ask, InterfaceLang, Question } from '../../core/index.ts';
import { terminalText } from '../terminal/terminal-text.ts';
import type { CliContext } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { checkGivenFilters, openedLibrary } from './open.ts';
import { questionOf, type CommonOptions } from './options.ts';

const ADVICE = `No chat platform is set up. Set one of these in the environment or in .env:
  DISCORD_TOKEN    from https://discord.com/developers/applications: your application, Bot, Reset Token
  TELEGRAM_TOKEN   from @BotFather in Telegram: /newbot`;

/** Runs every chat adapter that there is a token for, until the program is told to end or none of them is left. */
export async function runBot(options: CommonOptions, context: CliContext): Promise<ExitStatus> {
  const { platforms, logger } = context;
  if (platforms.length === 0) throw new Failure(2, ADVICE);
  const say = (sentence: string): void => void context.stderr.write(`${terminalText(sentence)}\n`);
  const [corpus, { runBots }] = await Promise.all([openedLibrary(context, options), import('../chat/run-bots.ts')]);
  checkGivenFilters(corpus, options);
  await warmUp(corpus.ask);
  const parts = {
    ask: filtered(corpus.ask, options),
    corpus: () => corpus,
    modelHost: corpus.model?.host ?? null,
    lang: options.lang ?? context.lang,
    logger,
    say,
  };
  return await runBots(platforms, parts, context);
}

const LANGS: readonly InterfaceLang[] = ['zh-Hant', 'zh-Hans', 'en'];

// The first questions of a run take ten times as long as later ones: tables are read, code is compiled. Better now than while
// somebody waits.
async function warmUp(ask: Ask): Promise<void> {
  const { catalogue } = await import('../../messages/index.ts');
  for (const lang of LANGS) await ask({ text: catalogue(lang).examples[0] ?? '', lang });
}

// The operator's filters hold for every question that has none of its own.
function filtered(ask: Ask, options: CommonOptions): Ask {
  const { text: _, ...defaults } = questionOf('', options);
  return async (question) => await ask({ ...defaults, ...said(question) });
}

const said = (question: Question): Question =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as unknown as Question;

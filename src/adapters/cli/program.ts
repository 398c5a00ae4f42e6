import { INTERFACE_LANGS } from '../lang-choices.ts';
import { Command, CommanderError, Option } from 'commander';
import { closest, distance } from 'fastest-levenshtein';
import { terminalText } from '../terminal/terminal-text.ts';
import type { CliContext } from './context.ts';
import type { ExitStatus } from './failure.ts';
import {
  ASKED_KINDS,
  collect,
  MAX_LIMIT,
  parseLimit,
  parseThreshold,
  parseMap,
  parseRescan,
  type AskOptions,
  type CommonOptions,
} from './options.ts';
import { KINDS } from '../kinds.ts';

const EXAMPLES = `
Examples:
  readout                                        ask in a conversation
  readout ask 布林肯和王毅會談了多久？
  readout ask How long did Blinken and Wang Yi meet? --lang en
  readout ask --json --outlet RFA --since 2023-06 What did Qin Gang say about Taiwan?
  readout ask --batch questions.jsonl > answers.jsonl
  readout check ~/articles && readout --corpus ~/articles
  readout index --corpus ~/articles --index ~/articles.index && readout --index ~/articles.index

Answers go to stdout, everything else to stderr. Exit status: 0 answered, or honestly not found; 1 a fault; 2 wrong usage.`;

/** Runs one command line, without the program's own name. Resolves to the exit status; rejects with a Failure or a fault. */
export async function runCli(argv: readonly string[], context: CliContext): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = createProgram(context, (ended) => {
    status = ended;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end with 0; every other complaint of commander is about usage.
    return error.exitCode === 0 ? 0 : 2;
  }
  return status;
}

function createProgram(context: CliContext, end: (status: ExitStatus) => void): Command {
  const program = new Command('readout')
    .description('Asks a news archive and answers with what the coverage says, word for word, with its source.')
    .version(context.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(terminalText(text)),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Type readout --help for what can be given.')
    .addHelpText('after', EXAMPLES);
  addCommonOptions(program);
  const common = (): CommonOptions => program.opts<CommonOptions>();

  program.helpCommand('help [command]', 'say what can be given').action(async () => {
    const [unknown] = program.args;
    if (unknown !== undefined) program.error(`error: ${noCommand(unknown, program)}`);
    end(await (await import('./start-repl.ts')).startRepl(common(), context));
  });
  const given = { context, common, end };
  addAsk(program, given);
  addReadingCommands(program, given);
  addServiceCommands(program, given);
  // Last, since commands inherit it: only the program itself says in its own words what is too much.
  program.allowExcessArguments();
  return program;
}

/** What every command is given: where it runs, the options before it, and what to call with its exit status. */
interface Given {
  readonly context: CliContext;
  readonly common: () => CommonOptions;
  readonly end: (status: ExitStatus) => void;
}

function addAsk(program: Command, { context, common, end }: Given): void {
  program
    .command('ask [question...]')
    .description('answer one question, from stdin where none or "-" is given; or many with --batch')
    .option('--json', 'print one Answer object')
    .option('--batch [file]', 'read JSONL from a file or, for "-", from stdin; write JSONL')
    .addOption(new Option('--as <kind>', 'what kind of answer, whatever the words say').choices(ASKED_KINDS))
    .option('--explain', 'say how the question was read and which sentences were weighed')
    .option('--threshold <n>', 'for measuring: answer from this confidence up; 0 refuses nothing', parseThreshold)
    .option('--anywhere', 'search for outlets and days named in the question, instead of filtering by them')
    .action(async (words: string[], { batch, ...options }: AskOptions & { json?: boolean; batch?: string | true }) => {
      if (batch === undefined)
        end(await (await import('./ask.ts')).runAsk(words, { ...common(), ...options }, context));
      else if (words.length > 0) program.error(`error: --batch takes one file; "${words[0]}" is too much.`);
      else
        end(
          await (
            await import('./batch.ts')
          ).runBatch(batch === true ? '-' : batch, { ...common(), ...options }, context),
        );
    });
}

function addReadingCommands(program: Command, { context, common, end }: Given): void {
  program
    .command('article <id>')
    .description('print an article: its metadata and the text that offsets refer to')
    .option('--json', 'print it as one object')
    .action(async (id: string, options: { json?: boolean }) =>
      end(await (await import('./article.ts')).runArticle(id, { ...common(), ...options }, context)),
    );
  program
    .command('sources')
    .description('list outlets, article counts and days, and the files that were left out')
    .option('--json', 'print it as one object')
    .action(async (options: { json?: boolean }) =>
      end(await (await import('./sources.ts')).runSources({ ...common(), ...options }, context)),
    );
  program
    .command('check [dir...]')
    .description('report every fault of a corpus with file and line; exit 1 if an article was unusable')
    .option('--json', 'print it as one object')
    .action(async (dirs: string[], options: { json?: boolean }) =>
      end(await (await import('./check.ts')).runCheck(dirs, { ...common(), ...options }, context)),
    );
  program
    .command('statements [topic...]')
    .description('who said what: every statement of the corpus, or those on a topic')
    .option('--json', 'print each as an object on a line of its own')
    .option('--speaker <name>', 'only what this person or body said')
    .action(async (topic: string[], options: { json?: boolean; speaker?: string }) =>
      end(await (await import('./statements.ts')).runStatements(topic.join(' '), { ...common(), ...options }, context)),
    );
}

function addServiceCommands(program: Command, { context, common, end }: Given): void {
  program
    .command('takedown [id...]')
    .description('take articles down at once and for good; without an id, list what is taken down')
    .option('--why <text>', 'the reason, for the list')
    .option('--file <ids>', 'a file of ids, one a line')
    .option('--restore', 'show them again')
    .action(async (ids: string[], options: { why?: string; file?: string; restore?: boolean }) =>
      end(await (await import('./takedown.ts')).runTakedown(ids, { ...common(), ...options }, context)),
    );
  program
    .command('eval <file>')
    .description('run a question set against the corpus and print the figures')
    .option('--show', 'print every miss')
    .option('--reader', 'set the model of READER_URL and the built-in reading side by side')
    .action(async (file: string, options: { show?: boolean; reader?: boolean }) =>
      end(await (await import('./eval/run.ts')).runEval(file, { ...common(), ...options }, context)),
    );
  program
    .command('index')
    .description('make the saved index of a corpus (--index), or bring it up to date')
    .option('--json', 'print what was done as one object')
    .option(
      '--to <address>',
      'publish it on other machines, now and each time: sphinx://host:9306,host:9306/readout; or none',
    )
    .action(async (options: { json?: boolean; to?: string }) =>
      end(await (await import('./index-corpus.ts')).runIndex({ ...common(), ...options }, context)),
    );
  program
    .command('reader')
    .description('try the language model that may choose quotes (READER_URL), if one is set up')
    .action(async () => end(await (await import('./reader.ts')).runReader(common(), context)));
  program
    .command('status')
    .description('say how the bot that runs on this machine is (METRICS_PORT or PORT); exit 1 if it is not well')
    .action(async () => end(await (await import('./status.ts')).runStatus(context)));
  program
    .command('bot')
    .description('run every chat adapter that the environment or .env holds a token for')
    .action(async () => end(await (await import('./bot.ts')).runBot(common(), context)));
}

function addCommonOptions(program: Command): void {
  program
    .option('--corpus <dir>', 'folder of articles; may be repeated (also: CORPUS_DIR)', collect)
    .option('--map <fields>', 'which key of JSON or a table holds what: title=headline,body=content', parseMap)
    .option('--index <file>', 'a saved index, made by readout index, or where it is published (also: INDEX)')
    .option('--outlet <name>', 'only what this outlet reported')
    .option('--author <name>', 'only what this author wrote')
    .option('--tag <tag>', 'only what has this tag')
    .addOption(new Option('--kind <kind>', 'only articles of this kind').choices(KINDS))
    .option('--since <date>', 'only from this day, month or year on')
    .option('--until <date>', 'only up to and including this day, month or year')
    .option('--rescan <seconds>', 'look at all files this often while it runs, for network file systems', parseRescan)
    .option('--limit <n>', `how many quotations, events or articles at the most (1–${MAX_LIMIT})`, parseLimit)
    .option('--plain', 'no colour, no line breaks of ours and no editing in the REPL: for screen readers')
    .addOption(new Option('--lang <lang>', 'language of the interface').choices(INTERFACE_LANGS));
}

function noCommand(given: string, { commands }: Command): string {
  const nearest = closest(
    given,
    commands.map((command) => command.name()),
  );
  const meant =
    distance(given, nearest) <= nearest.length / 2 ? `did you mean "${nearest}"?` : 'to ask a question: readout ask …';
  return `there is no command "${given}"; ${meant}`;
}

import { createReadStream } from 'node:fs';
import type { Ask } from '../../core/index.ts';
import { answerJson } from './answer-json.ts';
import { parseBatchLine, type ParsedLine } from './batch-line.ts';
import type { CliContext } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { checkGivenFilters, openedLibrary } from './open.ts';
import { filtersOf, questionOf, type AskOptions } from './options.ts';
import { write } from '../terminal/output.ts';
import { createProgress } from './progress.ts';
import { readLines } from '../terminal/read-lines.ts';

/** Answers the questions of a file, or of stdin for `-`: one line of JSON for each, in order, as soon as it is known. */
export async function runBatch(file: string, options: AskOptions, context: CliContext): Promise<ExitStatus> {
  const corpus = await openedLibrary(context, options);
  checkGivenFilters(corpus, options);
  const input = file === '-' ? context.stdin : createReadStream(file);
  const progress = createProgress(context.stderr);
  let answered = 0;
  let status: ExitStatus = 0;
  try {
    for await (const line of readLines(input)) {
      if (line.text?.trim() === '') continue;
      const parsed = parseBatchLine(line);
      const answer = await answerTo(parsed, options, corpus.ask).catch((cause: unknown) => {
        status = 1;
        context.logger.error(`The question on line ${line.number} ended in a fault.`, cause);
        return rejected(`Line ${line.number}: a fault of the program; it says more at LOG_LEVEL=debug.`);
      });
      await write(context.stdout, jsonLine({ id: parsed.id, ...answer }));
      answered += 1;
      progress.onProgress('answer', answered, answered);
    }
  } catch (cause) {
    throw isSystemError(cause) && cause.syscall !== 'write' ? unreadable(file, cause) : cause;
  } finally {
    progress.end();
  }
  return status;
}

async function answerTo(parsed: ParsedLine, options: AskOptions, ask: Ask): Promise<object> {
  if ('reason' in parsed) return rejected(parsed.reason);
  const { question, conversation, ...own } = parsed.question;
  // A line's own filters go before that of the command line.
  const { outlet, author, tag, kind, since, until } = filtersOf(options);
  const answer = await ask({
    ...questionOf(question, options),
    conversation: conversation ?? undefined,
    outlet: own.outlet ?? outlet,
    author: own.author ?? author,
    tag: own.tag ?? tag,
    kind: own.kind ?? kind,
    since: own.since ?? since,
    until: own.until ?? until,
  });
  return answerJson(answer);
}

const rejected = (reason: string) => ({ kind: 'rejected', reason }) as const;

const isSystemError = (cause: unknown): cause is NodeJS.ErrnoException => cause instanceof Error && 'syscall' in cause;

const unreadable = (file: string, cause: NodeJS.ErrnoException): Failure =>
  new Failure(
    1,
    `The questions in "${file}" cannot be read${cause.code === 'ENOENT' ? ': there is no such file' : ''}.`,
    {
      cause,
    },
  );

import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  addRestorations,
  addTakedowns,
  readTakedowns,
  TakedownError,
  takedownsIn,
  type Article,
} from '../../core/index.ts';
import { write } from '../terminal/output.ts';
import { terminalText } from '../terminal/terminal-text.ts';
import type { CliContext, CorpusSource } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { checkAllAnswered } from './index-corpus.ts';
import { opened, sourceOf } from './open.ts';
import type { CommonOptions } from './options.ts';

interface TakedownOptions extends CommonOptions {
  readonly why?: string;
  /** A file of ids, one a line. */
  readonly file?: string;
  readonly restore?: boolean;
}

/**
 * Takes articles down, or restores them, or lists what is down. It is written first, so that whatever runs takes it in while the corpus
 * is looked through for other versions of the same stories, which go with them. 1 where there is no article by one of the ids.
 */
export async function runTakedown(
  given: readonly string[],
  options: TakedownOptions,
  context: CliContext,
): Promise<ExitStatus> {
  const { index } = sourceOf(context, options);
  if (index?.includes('://') === true)
    throw new Failure(
      2,
      'Take articles down where the index is made, and it is published without them: readout takedown ID --index FILE',
    );
  const ids = [...new Set([...given, ...(options.file === undefined ? [] : idsIn(options.file))])];
  const list = takedownsIn(await folderOfList(sourceOf(context, options), context));
  const say = async (line: string): Promise<void> => await write(context.stdout, terminalText(`${line}\n`));
  try {
    if (ids.length === 0) return await sayWhatIsDown(list, say);
    return options.restore === true
      ? await restore(ids, { list, say, options, context })
      : await takeDown(ids, { list, say, options, context });
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (cause instanceof TakedownError) throw new Failure(1, cause.message, { cause });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(1, `"${list}" cannot be written (${why}). Nothing was changed.`, { cause });
  }
}

// The first folder of the corpus. A saved index knows its folders, which may be on another machine: then the list is beside it.
async function folderOfList(source: CorpusSource, { openCorpus }: CliContext): Promise<string> {
  if (source.index === null) return source.dirs[0] ?? '';
  const { dirs } = await openCorpus(source);
  return dirs.find((dir) => existsSync(dir)) ?? dirname(source.index);
}

// A line that begins with # is a remark.
function idsIn(path: string): string[] {
  try {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/u);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  } catch (cause) {
    throw new Failure(1, `"${path}" cannot be read.`, { cause });
  }
}

type Say = (line: string) => Promise<void>;

async function sayWhatIsDown(list: string, say: Say): Promise<ExitStatus> {
  const down = readTakedowns(list);
  if (down.length === 0) await say('Nothing is taken down. To take an article down: readout takedown ID --why TEXT');
  for (const { id, at, why } of down) await say([id, at, why].filter((part) => part !== null).join(' · '));
  return 0;
}

async function restore(ids: readonly string[], { list, say, options, context }: Work): Promise<ExitStatus> {
  const down = new Set(readTakedowns(list).map(({ id }) => id));
  const known = ids.filter((id) => down.has(id));
  if (known.length > 0) {
    addRestorations(list, known, new Date().toISOString());
    const { dirs } = await opened(context, options, context.openCorpus);
    await refreshSaved(dirs, options, context);
    await say(`Restored: ${known.join(', ')}`);
  }
  const unknown = ids.filter((id) => !down.has(id));
  if (unknown.length > 0) await say(`Not taken down: ${unknown.join(', ')}`);
  return unknown.length === 0 ? 0 : 1;
}

interface Work {
  readonly list: string;
  readonly say: Say;
  readonly options: TakedownOptions;
  readonly context: CliContext;
}

async function takeDown(ids: readonly string[], { list, say, options, context }: Work): Promise<ExitStatus> {
  const why = options.why ?? null;
  const note = (taken: readonly string[]): void => {
    const at = new Date().toISOString();
    const takedowns = taken.map((id) => ({ id, why, at }));
    addTakedowns(list, takedowns);
  };
  note(ids);
  await say(`Taken down: ${ids.join(', ')}`);
  const { takenDown, dirs } = await opened(context, options, context.openCorpus);
  const versions = versionsOf(takenDown).filter((id) => !takenDown.some((article) => article.id === id));
  if (versions.length > 0) {
    note(versions);
    await say(`With them, as other versions of the same stories: ${versions.join(', ')}`);
  }
  await refreshSaved(dirs, options, context);
  const unknown = ids.filter((id) => !takenDown.some((article) => article.id === id));
  if (unknown.length > 0) await say(`There is no article by these ids now, but they are noted: ${unknown.join(', ')}`);
  return unknown.length === 0 ? 0 : 1;
}

// A saved index then has no word of what is down, and has again what was restored. Where its folders are not on this machine it cannot be
// made anew, and withholds it.
async function refreshSaved(dirs: readonly string[], options: TakedownOptions, context: CliContext): Promise<void> {
  const source = sourceOf(context, options);
  const { index } = source;
  if (index === null || !dirs.every((dir) => existsSync(dir))) return;
  const { published } = await context.refreshIndex({ ...source, dirs, index });
  checkAllAnswered(published);
}

const versionsOf = (articles: readonly Article[]): string[] => [
  ...new Set(articles.flatMap(({ versions = [], supersededBy }) => versions.concat(supersededBy ?? []))),
];

// Stryker's part of `npm run mutate:sample`: which changes can be made of a file, and the file with a switch for each of those that are wanted.
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Position {
  readonly line: number;
  readonly column: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A change of one place; `location` counts lines from 0, as Stryker does. */
export interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly location: Range;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status?: string;
}
interface SourceFile {
  readonly name: string;
  readonly content: string;
  readonly mutate: boolean | readonly Range[];
}
interface Instrumented {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly mutants: readonly Mutant[];
}
interface Instrumenter {
  instrument(files: readonly SourceFile[], options: object): Promise<Instrumented>;
}

// Text and patterns are data more than code: the lists of data/lang have tests of their own, made from every line.
const OPTIONS = { plugins: null, excludedMutations: ['StringLiteral', 'Regex'], ignorers: [], noHeader: false };
const silent = new Proxy({}, { get: () => () => false });

/** Stryker's instrumenter, out of what npx has installed beside `stryker`. */
async function loadInstrumenter(): Promise<Instrumenter> {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'stryker'));
  const command = places.find((place) => existsSync(place));
  if (command === undefined) throw new Error('Stryker is not there: run this by `npm run mutate:sample`.');
  const path = createRequire(realpathSync(command)).resolve('@stryker-mutator/instrumenter');
  const { Instrumenter } = (await import(pathToFileURL(path).href)) as {
    Instrumenter: new (logger: object) => Instrumenter;
  };
  return new Instrumenter(silent);
}

const placeOf = ({ fileName, location: { start, end }, mutatorName, replacement }: Mutant): string =>
  JSON.stringify([fileName, start.line, start.column, end.line, end.column, mutatorName, replacement]);

/**
 * The files with a switch for each change that `choose` takes of all that can be made, and those changes. Changes within the place of a chosen
 * one have a switch as well, which nobody turns.
 */
export async function instrument(
  files: readonly { readonly name: string; readonly content: string }[],
  choose: (mutants: readonly Mutant[]) => readonly Mutant[],
): Promise<Instrumented> {
  const instrumenter = await loadInstrumenter();
  const whole = await instrumenter.instrument(
    files.map((file) => ({ ...file, mutate: true })),
    OPTIONS,
  );
  const chosen = choose(whole.mutants.filter(({ status }) => status !== 'Ignored'));
  const wanted = new Set(chosen.map(placeOf));
  const rangesOf = (name: string): Range[] =>
    chosen.filter(({ fileName }) => fileName === name).map(({ location }) => location);
  const parts = await instrumenter.instrument(
    files.map((file) => ({ ...file, mutate: rangesOf(file.name) })),
    OPTIONS,
  );
  return { files: parts.files, mutants: parts.mutants.filter((mutant) => wanted.has(placeOf(mutant))) };
}

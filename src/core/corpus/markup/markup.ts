/** What understands Markdown, HTML and the whole of YAML. */
type Parsers = typeof import('../readers/parsers.ts');

let parsers: Parsers | null = null;

/** Thrown by `markup` until `loadMarkup` has been waited for. */
export class MarkupNotLoaded extends Error {
  override readonly name = 'MarkupNotLoaded';
}

/**
 * The parsers, which are loaded when a file first needs them: a report of plain paragraphs does without, and a program that reads
 * only such reports ends 40 ms sooner (20 ms to load 150 kB, 20 ms for the first, cold use). Throws MarkupNotLoaded.
 */
export function markup(): Parsers {
  if (parsers === null) throw new MarkupNotLoaded('Markup was met before its parsers were loaded');
  return parsers;
}

/** Loads the parsers, once. */
export async function loadMarkup(): Promise<void> {
  parsers ??= await import('../readers/parsers.ts');
}

/** A text without its markup, on one line; what has neither tags nor entities comes back as it is. Throws MarkupNotLoaded. */
export const withoutMarkup = (text: string): string => (/[<&]/u.test(text) ? markup().textOf(text) : text);

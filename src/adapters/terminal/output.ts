import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Screen } from './view.ts';

/** Where text goes, and what kind of place it is. */
export type Output = Writable & Screen;

/** Writes, and waits while the reader is behind: nothing piles up in memory. */
export async function write(output: Output, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}

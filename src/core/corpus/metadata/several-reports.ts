import type { RawBlock } from '../readers/raw-block.ts';
import type { Source } from './fields.ts';
import { readLabels } from './labels.ts';

/** One report of a file that holds several. */
export interface Report {
  readonly found: Source;
  readonly blocks: readonly RawBlock[];
}

// How far below its heading a report's labels stand.
const LABELS_WITHIN = 6;

/**
 * The reports of a file that holds several, such as a day's digest: each begins with a heading, and labels below it name its link, or
 * its outlet and its day. Null where fewer than two begin like that.
 */
export function splitReports(blocks: readonly RawBlock[]): readonly Report[] | null {
  const starts = blocks.flatMap((block, at) =>
    block.role === 'heading' && isHead(blocks.slice(at + 1, at + 1 + LABELS_WITHIN)) ? [at] : [],
  );
  if (starts.length < 2) return null;
  return starts.map((start, at) => {
    const [heading, ...rest] = blocks.slice(start, starts[at + 1]);
    // 「1. 標題」: the number is the digest's.
    const title = heading?.text.replace(/^\d{1,3}[.、．)]\s*/u, '') ?? '';
    return { found: { title }, blocks: rest };
  });
}

function isHead(below: readonly RawBlock[]): boolean {
  const next = below.findIndex(({ role }) => role === 'heading');
  const { found } = readLabels(next === -1 ? below : below.slice(0, next));
  return 'url' in found || ('outlet' in found && 'date' in found);
}

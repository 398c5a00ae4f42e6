import type { Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { RawBlock } from '../readers/raw-block.ts';

// In UTF-16 units: a longer paragraph tells of more than the table below it.
const LONGEST_CAPTION = 80;

// A row of a table that has no caption of its own.
const isUncaptioned = (source: RawBlock | null): boolean =>
  source?.part === 'row' && (source.leads ?? []).every(({ part }) => part === 'header');

/** What a sentence is about is decided by the heading, the lead-in or the table's header above it: keeps track of them, block after block. */
export function createStructure() {
  const placed = new Map<RawBlock, Span>();
  let section: Span | null = null;
  // The paragraph above a list, where it leads in to one.
  let leadIn: Span | null = null;
  // The short paragraph above a table, which says what its figures are.
  let caption: Span | null = null;

  const leadsOf = (source: RawBlock | null): readonly Span[] => {
    const above = source?.leads?.flatMap((lead) => placed.get(lead) ?? []) ?? [];
    const opening = source?.part === 'item' ? leadIn : isUncaptioned(source) ? caption : null;
    return opening === null ? above : [opening, ...above];
  };

  return {
    /** A block with what it stands under. `source` is the block of the page that it was made of. */
    place({ kind, start, end }: Pick<Block, 'kind' | 'start' | 'end'>, source: RawBlock | null): Block {
      const span = { start, end };
      if (source !== null) placed.set(source, span);
      if (kind === 'heading') {
        section = span;
        leadIn = null;
        caption = null;
      }
      if (kind !== 'paragraph') return { kind, start, end };
      if (source?.part === undefined) caption = end - start <= LONGEST_CAPTION ? span : null;
      if (source?.part !== 'item') leadIn = source !== null && /[:：]$/u.test(source.text) ? span : null;
      const leads = leadsOf(source);
      return {
        kind,
        start,
        end,
        ...(source?.part !== undefined && { part: source.part }),
        ...(section !== null && { section }),
        ...(leads.length > 0 && { leads }),
      };
    },
  };
}

import type { ArticleId, Citation } from '../../core/index.ts';
import { joinMarkdown, type DiscordMarkdown } from './markdown.ts';

/** A quote that a page shows, for the buttons below it. */
export interface ShownQuote {
  /** What stands before it on the page. */
  readonly ordinal: string;
  readonly articleId: ArticleId;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** What must not be parted: a quotation, a headline, a day with what happened on it. */
export interface Item {
  readonly text: DiscordMarkdown;
  /** Whether it stands in the line below the item before, without a gap: the lines of a list. */
  readonly isTight?: boolean;
  /** The number of the citation that it needs below it. */
  readonly cites?: number;
  readonly quote?: ShownQuote;
}

/** A message before it is parted into pages. */
export interface Layout {
  /** What goes before everything, on the first page. */
  readonly heading: DiscordMarkdown;
  readonly items: readonly Item[];
  readonly citations: readonly Citation[];
}

export interface Page {
  readonly text: DiscordMarkdown;
  readonly quotes: readonly ShownQuote[];
}

/** How the sources of a page are listed below it. */
export type ListSources = (citations: readonly Citation[]) => DiscordMarkdown;

/** UTF-16 units: what can be read without losing one's place; Discord would take 4,096. */
const PAGE_LENGTH = 3_000;

/** Parts a layout into pages: whole items, as many as fit, each page with the sources that it cites. There is at least one page. */
export function pagesOf({ heading, items, citations }: Layout, listSources: ListSources): Page[] {
  const assemble = (above: DiscordMarkdown, chosen: readonly Item[]): DiscordMarkdown => {
    const cited = citations.filter(({ number }) => chosen.some(({ cites }) => cites === number));
    const body = chosen.reduce(
      (before, { text, isTight }) => joinMarkdown([before, text], isTight === true ? '\n' : '\n\n'),
      NOTHING,
    );
    return joinMarkdown([above, body, cited.length === 0 ? NOTHING : listSources(cited)], '\n\n');
  };
  const pages: Page[] = [];
  let chosen: Item[] = [];
  const close = (): void => {
    const above = pages.length === 0 ? heading : NOTHING;
    pages.push({ text: assemble(above, chosen), quotes: chosen.flatMap(({ quote }) => quote ?? []) });
    chosen = [];
  };
  for (const item of items) {
    const above = pages.length === 0 ? heading : NOTHING;
    if (chosen.length > 0 && assemble(above, [...chosen, item]).length > PAGE_LENGTH) close();
    chosen.push(item);
  }
  if (chosen.length > 0 || pages.length === 0) close();
  return pages;
}

const NOTHING = '' as DiscordMarkdown;

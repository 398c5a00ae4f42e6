import type { Span } from './span.ts';
import type { Statement } from './statement.ts';

/** Names an article; unique in a corpus, stable while its file keeps its name. */
export type ArticleId = string & { readonly __brand: 'ArticleId' };

/** What a stretch of an article's text is. Only paragraphs and list items are quoted in answers. */
export type BlockKind = 'headline' | 'heading' | 'paragraph' | 'caption' | 'credit' | 'dateline' | 'editor';

/** What a paragraph is within a list or a table: one item; a row; the row of headings above the rows. */
export type BlockPart = 'item' | 'row' | 'header';

/** A stretch of `Article.text`, in UTF-16 code units; `end` is exclusive. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Of a paragraph; absent where it stands by itself. */
  readonly part?: BlockPart;
  /** The heading that a paragraph stands under; absent where there is none. */
  readonly section?: Span;
  /** Of a paragraph in another language than its article; absent where it is in the article's. */
  readonly lang?: Lang;
  /** Earlier stretches that a paragraph cannot be understood without, in order: the lead-in of its list; the caption and the header of its table. */
  readonly leads?: readonly Span[];
}

/** What articles can be narrowed to by kind. */
export type KindFilter = ArticleKind | 'news';

/** What an article is besides news: somebody's view, another outlet's report, nothing meant as it stands, or what was said word for word. */
export type ArticleKind = 'opinion' | 'reprint' | 'satire' | 'transcript';

/** The language and script of a text; `null` stands for one that could not be told. */
export type Lang = 'zh-Hant' | 'zh-Hans' | 'en';

/** One report, as plain text with its metadata. Offsets everywhere refer to `text`. */
export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  readonly outlet: string | null;
  readonly author: string | null;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly date: string | null;
  /** An absolute http(s) address. */
  readonly url: string | null;
  readonly lang: Lang | null;
  readonly tags: readonly string[];
  /** True for our own account of a report, which links the original. */
  readonly digest: boolean;
  /** Plain text, in the report's own script; with an empty line between paragraphs. */
  readonly text: string;
  /** In order, without overlap; what lies between two blocks is white space. */
  readonly blocks: readonly Block[];
  /** Absent for news, and where nothing tells. */
  readonly kind?: ArticleKind;
  /** The outlet's own section or column that it stands in; absent where nothing says. */
  readonly section?: string;
  /** When this version was made, where the article says: a day, or a day and a clock (`YYYY-MM-DDTHH:MM:SS`). */
  readonly updated?: string;
  /** Earlier versions of the same story, oldest first; absent where there are none. */
  readonly versions?: readonly ArticleId[];
  /** The latest version of the story, where this is an earlier one: that one speaks, and this one is kept to be looked at. */
  readonly supersededBy?: ArticleId;
  /** What other outlets carry of the same text, the first published first; absent where none does. */
  readonly copies?: readonly ArticleId[];
  /** Who said what in it, in order, where a saved index knows; absent or null where it is to be read. */
  readonly statements?: () => readonly Statement[] | null;
  /** The days that its text names, as `daysNamed` gives them, where a saved index knows; absent or null where they are to be read. */
  readonly days?: () => readonly { readonly first: string; readonly last: string }[] | null;
  /** The file that it was read from, as given by whoever named the folder. */
  readonly path: string;
}

// One article a file: Markdown, HTML, plain text.
const ARTICLE_FORMATS = new Set(['.md', '.markdown', '.html', '.htm', '.txt']);

/** Formats that hold several articles, or one inside a wrapping. */
export type BulkFormat = 'json' | 'json-lines' | 'csv' | 'feed' | 'epub' | 'mail';

const BULK_FORMATS: ReadonlyMap<string, BulkFormat> = new Map([
  ['.json', 'json'],
  ['.jsonl', 'json-lines'],
  ['.ndjson', 'json-lines'],
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.xml', 'feed'],
  ['.rss', 'feed'],
  ['.atom', 'feed'],
  ['.epub', 'epub'],
  ['.mhtml', 'mail'],
  ['.mht', 'mail'],
  ['.eml', 'mail'],
]);

/** True for a file that holds one article, by the extension of its name. */
export const isArticleFile = (extension: string): boolean => ARTICLE_FORMATS.has(extension.toLowerCase());

/** The format of a file that may hold several articles; null for any other. */
export const bulkFormatOf = (extension: string): BulkFormat | null => BULK_FORMATS.get(extension.toLowerCase()) ?? null;

// What the markup of web pages says about a part of them, by tag and by the habits of class and id names.

/** What an element says its text is; `dropped` text is not the article's at all. */
export type Role = 'heading' | 'caption' | 'credit' | 'footer' | 'text' | 'dropped';

const DROPPED_TAGS = new Set(
  'script style noscript template iframe object embed applet svg canvas math form button select option textarea input nav audio video map rt rp dialog head'.split(
    ' ',
  ),
);
const TAG_ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag): [string, Role] => [tag, 'heading']),
  ['figure', 'caption'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['footer', 'footer'],
  ['blockquote', 'text'],
  ['table', 'text'],
]);

// Whole names, or the beginning of one up to a hyphen, an underscore or a bracket.
const CHROME_NAMES =
  /^(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|post-sidebar|widgets?|comments?|comment-\S+|commentlist|respond|disqus\S*|share|sharing|share[-_]\S+|sharing[-_]\S+|sharedaddy|social|social[-_]\S+|sd-\S+|addthis\S*|addtoany\S*|jp-relatedposts|related|related[-_]?\S*|recommend\S*|read-?more|entry-meta|post-meta|article-meta|meta-info|byline|submitted|field-name-author|post-tags|tag-list|tags-links|cat-links|post-categories|links|word-count|published-on|posted-on|site-posted-on|entry-author\S*|author-(?:bio|box|info|card)|paginat\S+|pager|post-navigation|nav-links|navigation__\S+|siblings?|\S+__siblings-list\S*|screen-reader\S*|visually-hidden|visuallyhidden|element-hidden|element-invisible|sr-only|hidden|newsletter\S*|subscri(?:be|ption)\S*|paywall\S*|advert\S*|ads?|ads?[-_]\S+|sponsor\S*|popup|modal|cookie\S*|print-only|toolbar|likes?-\S+|likes-widget\S*|skip-link|collection-list)$/u;
// Drupal keeps the author's own contributions, a whole discussion at times, among the comments; the others' are dropped one by one.
const AUTHORS_COMMENTS = /\bcomment-(?:by-node-author|wrapper)\b/u;
const CAPTION_NAMES = /(?:^|[-_])captions?(?:[-_](?:text|title|description))?$|(?:^|[-_])cap-description$/u;
const CREDIT_NAMES = /(?:^|[-_])(?:credits?|cred|copyright|photographer|(?:image|photo|img)[-_](?:source|credit|by))$/u;
const FOOTER_NAMES = /^(?:(?:entry|post|article|page|site)-footer|footer)$/u;

// The containers of articles and of pages; a class name on one of them speaks of the whole page.
const CONTAINERS = new Set(['html', 'body', 'main', 'article']);

/** What an element says of its text; null where it says nothing. `lenient` leaves the names of classes out of account. */
export function roleOf(tag: string, attributes: Readonly<Record<string, string>>, lenient: boolean): Role | null {
  if (DROPPED_TAGS.has(tag)) return 'dropped';
  const byTag = TAG_ROLES.get(tag) ?? null;
  if (CONTAINERS.has(tag)) return null;
  if ('hidden' in attributes || /display:\s*none/u.test(attributes['style'] ?? '')) return 'dropped';
  const named = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
  if (named.length <= 1) return byTag;
  if (AUTHORS_COMMENTS.test(named)) return byTag;
  let role = byTag;
  for (const name of named.toLowerCase().split(/\s+/u)) {
    if (!lenient && CHROME_NAMES.test(name)) return 'dropped';
    if (CREDIT_NAMES.test(name)) role = 'credit';
    else if (CAPTION_NAMES.test(name)) role = 'caption';
    else if (FOOTER_NAMES.test(name)) role = 'footer';
  }
  return role;
}

const BLOCKS = new Set(
  'html body main article section header footer aside nav div p ul ol li dl dt dd blockquote pre h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr td th caption figure figcaption hr address details summary center fieldset form'.split(
    ' ',
  ),
);

/** True for an element that begins and ends a block of text. */
export const isBlockTag = (tag: string): boolean => BLOCKS.has(tag);

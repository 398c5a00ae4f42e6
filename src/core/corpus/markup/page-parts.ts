/** What an element says its text is; `meta` is about the article, `dropped` text is not the article's at all. */
export type Role = 'heading' | 'caption' | 'credit' | 'footer' | 'text' | 'meta' | 'dropped';

/** Tells the part of a page that an element is, by its tag and the names of its class and id. */
export interface PageParts {
  /** Null where the element says nothing; `lenient` leaves the names of classes out of account. */
  roleOf(tag: string, attributes: Readonly<Record<string, string>>, lenient: boolean): Role | null;
  /** Whether an element holds the name of who wrote the page: by a name of its class or id, by microdata, or by what its link is. */
  isAuthor(attributes: Readonly<Record<string, string>>): boolean;
}

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const DROPPED_TAGS = wordsOf(
  'script style noscript template iframe object embed applet svg canvas math form button select option textarea input nav audio video map rt rp dialog head',
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
// The containers of articles and of pages; a class name on one of them speaks of the whole page.
const CONTAINERS = wordsOf('html body main article');
const BLOCKS = wordsOf(
  'html body main article section header footer aside nav div p ul ol li dl dt dd blockquote pre h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr td th caption figure figcaption hr address details summary center fieldset form',
);

/** True for an element that begins and ends a block of text. */
export const isBlockTag = (tag: string): boolean => BLOCKS.has(tag);

/** Reads `data/page-parts.txt`: a role, a colon, and a name of a class or an id; `#` begins a comment. */
export function parsePageParts(text: string): PageParts {
  const names = { dropped: namesIn(text, 'dropped'), kept: namesIn(text, 'kept'), author: namesIn(text, 'author') };
  const marked = (['meta', 'credit', 'caption', 'footer'] as const).map((role) => [role, namesIn(text, role)] as const);
  return {
    isAuthor: (attributes) =>
      attributes['itemprop'] === 'author' || attributes['rel'] === 'author' || ownNames(attributes).some(names.author),
    roleOf(tag, attributes, lenient) {
      if (DROPPED_TAGS.has(tag)) return 'dropped';
      if (CONTAINERS.has(tag)) return null;
      if ('hidden' in attributes || /display:\s*none/u.test(attributes['style'] ?? '')) return 'dropped';
      let role = TAG_ROLES.get(tag) ?? null;
      const own = ownNames(attributes);
      if (own.length === 0) return role;
      if (own.some(names.kept)) return role;
      for (const name of own) {
        if (!lenient && names.dropped(name)) return 'dropped';
        role = marked.find(([own, is]) => !(lenient && own === 'meta') && is(name))?.[0] ?? role;
      }
      return role;
    },
  };
}

// The names of an element's class and id, in lower case.
function ownNames(attributes: Readonly<Record<string, string>>): readonly string[] {
  const named = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
  return named.length <= 1 ? NONE : named.toLowerCase().split(/\s+/u);
}

const NONE: readonly string[] = [];

// Nearly all names are whole words; the rest is one expression.
function namesIn(text: string, role: string): (name: string) => boolean {
  const names = text.split('\n').flatMap((line) => {
    const [key = '', name = ''] = (line.split('#')[0] ?? '').split(':').map((part) => part.trim());
    return key === role && name !== '' ? [name] : [];
  });
  const plain = new Set(names.filter((name) => !/[*-]/u.test(name)));
  const sources = names.filter((name) => !plain.has(name)).map(sourceOf);
  if (sources.length === 0) return (name) => plain.has(name);
  const pattern = new RegExp(`^(?:${sources.join('|')})$`, 'u');
  return (name) => plain.has(name) || pattern.test(name);
}

const sourceOf = (name: string): string =>
  name
    .replace(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`)
    .replace(/^\*-/u, '(?:.*-)?')
    .replace(/-\*$/u, '-.+')
    .replace(/(?<!\.)\*$/u, '.*')
    .replace(/^\*/u, '.*')
    .replaceAll('-', '[-_]');

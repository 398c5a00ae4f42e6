import { nameKey, type OutletDirectory } from './outlets.ts';
import { withoutMarkup } from './html.ts';
import { bareHost, hostOf } from './links.ts';
import { oneLine } from './white-space.ts';

/** Front matter, or what a page says of itself: untrusted, of any shape. */
export type Fields = Readonly<Record<string, unknown>>;

// More names than an article has; keeps a hostile list from costing time.
const LIST_LIMIT = 100;

/** The strings under the first of `names` that holds any; figures are taken as written. */
export function stringsOf(fields: Fields, ...names: readonly string[]): readonly string[] {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const strings = (Array.isArray(value) ? value.slice(0, LIST_LIMIT) : [value])
      .map((item) =>
        typeof item === 'string'
          ? oneLine(withoutMarkup(item))
          : typeof item === 'number'
            ? String(item)
            : nameIn(item),
      )
      .filter((item) => item !== '');
    if (strings.length > 0) return strings;
  }
  return [];
}

// `author: { name: … }`, as some generators write it.
function nameIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'name')) return '';
  const { name } = value as { name: unknown };
  return typeof name === 'string' ? oneLine(withoutMarkup(name)) : '';
}

/** The first of the strings that `stringsOf` finds. */
export const stringOf = (fields: Fields, ...names: readonly string[]): string | null =>
  stringsOf(fields, ...names)[0] ?? null;

// 「眾新聞 - 眾聞」: an outlet and its section.
const partsOf = (text: string): readonly string[] => [text, ...text.split(/\s+[-–—|｜/]\s+/u)];

/** Who published an article: what it says, else its link's host, else an outlet that it names in passing, else the host itself. */
export function outletOf(fields: Fields, link: string | null, outlets: OutletDirectory): string | null {
  const said = stringOf(fields, 'outlet', 'publisher', 'media', 'site_name', 'og:site_name');
  if (said !== null) return outlets.byName(said) ?? said;
  const host = link === null ? null : hostOf(link);
  const known = host === null ? null : outlets.byHost(host);
  if (known !== null) return known;
  const tags = stringsOf(fields, 'tags', 'tag', 'keywords');
  const candidates = [
    ...stringsOf(fields, 'categories', 'category'),
    ...stringsOf(fields, 'author', 'authors'),
    ...stringsOf(fields, 'source', 'site'),
    // Of many tags, an outlet may be what the report is about.
    ...(host === null || tags.length === 1 ? tags : []),
  ];
  for (const part of candidates.flatMap(partsOf)) {
    const name = outlets.byName(part);
    if (name !== null) return name;
  }
  const picture = stringOf(fields, 'thumbnail', 'image', 'cover', 'og:image');
  const pictureHost = picture === null ? null : hostOf(picture);
  const byPicture = pictureHost === null ? null : outlets.byHost(pictureHost);
  return byPicture ?? (host === null ? null : bareHost(host));
}

/** Who wrote an article; null where that is only its outlet. `記者某某` becomes 某某. */
export function authorOf(fields: Fields, outlet: string | null, outlets: OutletDirectory): string | null {
  const names = stringsOf(fields, 'author', 'authors', 'byline', 'creator', 'article:author')
    .filter((name) => !isOutlet(name, outlet, outlets) && !/^https?:/iu.test(name))
    .map((name) =>
      name.replace(
        /^(?:(?:记者|記者)[\s:：/／]*(?!协|協|会|會|团|團|组|組)(?=\S{2})|(?:撰文|作者|文|by)[\s:：/／]+(?=\S))/iu,
        '',
      ),
    );
  return names.length === 0 ? null : [...new Set(names)].join('、');
}

function isOutlet(name: string, outlet: string | null, outlets: OutletDirectory): boolean {
  const [whole = name, first = whole] = partsOf(name);
  return [whole, first].some(
    (part) => outlets.byName(part) !== null || (outlet !== null && nameKey(part) === nameKey(outlet)),
  );
}

/** An article's tags, each once; those that only name its outlet are left out. */
export function tagsOf(fields: Fields, outlet: string | null, outlets: OutletDirectory): readonly string[] {
  const listed = stringsOf(fields, 'tags', 'tag', 'keywords');
  const tags = listed.length === 1 ? (listed[0]?.split(/[,，;；、]/u).map((tag) => tag.trim()) ?? []) : listed;
  const own = outlet === null ? '' : nameKey(outlet);
  return [...new Set(tags)].filter(
    (tag) => tag !== '' && (own === '' || (nameKey(tag) !== own && outlets.byName(tag) !== outlet)),
  );
}

/** A title on one line, without the name of the site at its end. */
export function cleanTitle(written: string, siteNames: readonly (string | null)[]): string {
  const title = oneLine(withoutMarkup(written));
  const suffix = /\s*(?:\s[-–—]\s|[|｜_])\s*([^-–—|｜_]{2,30})$/u.exec(title);
  if (suffix === null || suffix.index === 0) return title;
  const key = nameKey(suffix[1] ?? '');
  return key !== '' && siteNames.some((name) => name !== null && nameKey(name) === key)
    ? title.slice(0, suffix.index).trim()
    : title;
}

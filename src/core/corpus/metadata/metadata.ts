import { nameKey, type OutletDirectory } from './outlets.ts';
import { stringOf, stringsOf, type Fields } from './fields.ts';
import type { RawBlock } from '../readers/raw-block.ts';
import { withoutMarkup } from '../markup/markup.ts';
import { bareHost, hostOf } from '../markup/links.ts';
import { oneLine } from '../markup/white-space.ts';

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

// A title on one line, without the name of the site at its end.
function cleanTitle(written: string, siteNames: readonly string[]): string {
  const title = oneLine(withoutMarkup(written));
  const suffix = /\s*(?:\s[-–—]\s|[|｜_])\s*([^-–—|｜_]{2,30})$/u.exec(title);
  if (suffix === null || suffix.index === 0) return title;
  const key = nameKey(suffix[1] ?? '');
  return key !== '' && siteNames.some((name) => nameKey(name) === key) ? title.slice(0, suffix.index).trim() : title;
}

/**
 * An article's title: the one that is given, else its first heading or a first line that is no sentence, else its file's name;
 * null where there is neither a title nor a text.
 */
export function titleOf(
  fields: Fields,
  blocks: readonly RawBlock[],
  path: string,
  siteNames: readonly string[],
): string | null {
  const hasText = blocks.some(({ text }) => text !== '');
  const candidates = [
    stringOf(fields, 'title', 'og:title'),
    blocks.find(({ role }) => role === 'heading')?.text,
    blocks.find(({ role }) => role === 'text' || role === 'rule')?.text.replace(/^(?:.{101,}|.*[。！？…])$/u, ''),
    hasText ? path.replace(/^.*[/\\]/u, '').replace(/\.[^.]+$/u, '') : null,
    hasText ? path : null,
  ];
  for (const candidate of candidates) {
    const title = candidate == null ? '' : cleanTitle(candidate, siteNames);
    if (title !== '') return title;
  }
  return null;
}

import { cleanLink, bareHost, hostOf, pathOf } from '../markup/links.ts';
import type { Fields, Written } from './fields.ts';
import { withoutRoles } from '../markup/writers.ts';
import { nameKey, type OutletDirectory } from './outlets.ts';
import { isTwoWay, orderOf, parseDay, type DayOrder } from './parse-day.ts';

/** The first field that holds a usable address; failing that, the first that was filled in at all, to be complained of. */
export function linkIn(fields: Fields): (Written & { readonly url: string | null }) | null {
  let unusable: (Written & { readonly url: null }) | null = null;
  for (const written of [...fields.written('url'), ...fields.written('source'), ...fields.written('outlet')]) {
    const url = cleanLink(written.text);
    if (url !== null) return { ...written, url };
    unusable ??= { ...written, url: null };
  }
  // `source` may name an outlet rather than a page.
  return unusable !== null && fields.written('url').some(({ key }) => key === unusable?.key) ? unusable : null;
}

/** The day of publication as written and, where it can be told, as a day. */
export interface PublicationDay extends Written {
  readonly day: string | null;
  /** The order of figures that it shows, for the other dates of the archive. */
  readonly order: DayOrder | null;
  /** It has two readings, until an order is known. */
  readonly isTwoWay: boolean;
}

/** The day of publication: of the first date field that names one, else of the last change; failing that, the first that was filled in. */
export function dateIn(fields: Fields): PublicationDay | null {
  const written = [...fields.written('date'), ...fields.written('modified')];
  const read = written.map(({ key, text }) => ({
    key,
    text,
    day: parseDay(text),
    order: orderOf(text),
    isTwoWay: isTwoWay(text),
  }));
  return read.find(({ day, isTwoWay: open }) => day !== null || open) ?? read[0] ?? null;
}

const CLOCK = /\d[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?/u;

/** When an article was last changed: its day, with the clock where it is given; null where nothing says. */
export function lastChangeIn(fields: Fields): string | null {
  for (const { text } of fields.written('modified')) {
    const day = parseDay(text);
    if (day === null) continue;
    const [, hour, minute, second = '00'] = CLOCK.exec(text) ?? [];
    return hour === undefined ? day : `${day}T${hour.padStart(2, '0')}:${minute}:${second}`;
  }
  return null;
}

// 「眾新聞 - 眾聞」: an outlet and its section.
const partsOf = (text: string): readonly string[] => [text, ...text.split(/(?<!\s)\s+[-–—|｜/]\s+/u)];

/** Who published an article: what it says, else its link's host, else an outlet that it names in passing, else the host itself. */
export function outletOf(fields: Fields, link: string | null, outlets: OutletDirectory): string | null {
  const said = fields.first('outlet');
  if (said !== null && !/^https?:/iu.test(said)) return outlets.byName(said) ?? said;
  const known = outletByLink(link, outlets) ?? outletByHost(fields.first('domain'), outlets);
  if (known !== null) return known;
  const host = link === null ? null : hostOf(link);
  const tags = fields.strings('tags');
  const candidates = [
    ...fields.strings('category'),
    ...fields.strings('author'),
    ...fields.strings('source'),
    // 「標題_某報」
    ...fields.strings('title').map((title) => /[-–—|｜_]\s*([^\s\-–—|｜_][^-–—|｜_]{1,29})$/u.exec(title)?.[1] ?? ''),
    // Of many tags, an outlet may be what the report is about.
    ...(host === null || tags.length === 1 ? tags : []),
  ];
  for (const part of candidates.flatMap(partsOf)) {
    const name = outlets.byName(part);
    if (name !== null) return name;
  }
  const picture = fields.first('picture');
  return (
    outletByLink(picture, outlets) ?? feedOf(fields) ?? namedSource(fields) ?? (host === null ? null : bareHost(host))
  );
}

function outletByLink(link: string | null, outlets: OutletDirectory): string | null {
  if (link === null) return null;
  const host = hostOf(link);
  return host === null ? null : outlets.byHost(host, pathOf(link));
}

// A host is written with or without what stands before it in an address.
const outletByHost = (domain: string | null, outlets: OutletDirectory): string | null =>
  outletByLink(domain === null || /^https?:/iu.test(domain) ? domain : `https://${domain}`, outlets);

// Feeds call their author "outlet - section", and say the same of the category.
function feedOf(fields: Fields): string | null {
  const categories = new Set(fields.strings('category'));
  for (const author of fields.strings('author')) {
    const [outlet, section] = author.split(/(?<!\s)\s+[-–—|｜]\s+/u);
    if (outlet !== undefined && section !== undefined && categories.has(author)) return outlet.trim();
  }
  return null;
}

// A source that is no address is somebody's name.
function namedSource(fields: Fields): string | null {
  const source = fields.first('source');
  return source === null || cleanLink(source) !== null || source.length > NAME_LIMIT ? null : source;
}

const NAME_LIMIT = 40; // UTF-16 units; a longer source is a sentence

/** Who wrote an article; null where that is only its outlet. `記者某某` becomes 某某. */
export function authorOf(fields: Fields, outlet: string | null, outlets: OutletDirectory): string | null {
  const names = fields
    .strings('author')
    .filter((name) => !isOutlet(name, outlet, outlets) && !/^https?:/iu.test(name))
    .map(withoutRoles)
    .filter((name) => name !== '');
  return names.length === 0 ? null : [...new Set(names)].join('、');
}

function isOutlet(name: string, outlet: string | null, outlets: OutletDirectory): boolean {
  const [whole = name, first = whole] = partsOf(name);
  return [whole, first].some(
    (part) => outlets.byName(part) !== null || (outlet !== null && nameKey(part) === nameKey(outlet)),
  );
}

/** The section that an article stands in, without its outlet's name: 眾聞 of 「眾新聞 - 眾聞」. */
export function sectionOf(fields: Fields, outlet: string | null, outlets: OutletDirectory): string | null {
  const parts = fields.strings('category').flatMap((category) => partsOf(category).slice(1));
  // A number is what a database calls it by.
  const isName = (part: string): boolean => /\p{L}/u.test(part) && part.length <= NAME_LIMIT;
  return parts.find((part) => isName(part) && !isOutlet(part, outlet, outlets)) ?? null;
}

/** An article's tags, each once; those that only name its outlet are left out. */
export function tagsOf(fields: Fields, outlet: string | null, outlets: OutletDirectory): readonly string[] {
  const listed = fields.strings('tags');
  const tags = listed.length === 1 ? (listed[0]?.split(/[,，;；、]/u).map((tag) => tag.trim()) ?? []) : listed;
  const own = outlet === null ? '' : nameKey(outlet);
  return [...new Set(tags)].filter(
    (tag) => tag !== '' && (own === '' || (nameKey(tag) !== own && outlets.byName(tag) !== outlet)),
  );
}

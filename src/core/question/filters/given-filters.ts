import type { Article, KindFilter } from '../../model/article.ts';
import { anyOf, wordsUnder } from '../../corpus/markup/phrases.ts';
import { nameKey, type OutletDirectory } from '../../corpus/metadata/outlets.ts';
import type { FilterFault, Filters } from '../../model/filters.ts';
import type { Question } from '../../model/question.ts';
import { dayOf } from '../../dates/calendar.ts';
import { foldScript } from '../../text/script.ts';

/** What a corpus can be narrowed by. */
export interface Facets {
  readonly outlets: readonly string[];
  readonly authors: readonly string[];
  /** Each once, in the script in which it came first. */
  readonly tags: readonly string[];
  /** The kinds of which there are articles. */
  readonly kinds: readonly KindFilter[];
  /** All days of publication, each once, oldest first. */
  readonly days: readonly string[];
  /** The newest of them; null where no article has one. */
  readonly newest: string | null;
}

const seen = new WeakMap<readonly Article[], Facets>();

/** Reads what the articles of a corpus can be narrowed by; once for each corpus. */
export function facetsOf(articles: readonly Article[]): Facets {
  let facets = seen.get(articles);
  if (facets === undefined) seen.set(articles, (facets = read(articles)));
  return facets;
}

function read(articles: readonly Article[]): Facets {
  const outlets = new Set<string>();
  const authors = new Set<string>();
  const tags = new Set<string>();
  const kinds = new Set<KindFilter>();
  const days: string[] = [];
  for (const { outlet, author, tags: own, date, kind = 'news' } of articles) {
    kinds.add(kind);
    if (outlet !== null) outlets.add(outlet);
    if (author !== null) authors.add(author);
    for (const tag of own) tags.add(tag);
    if (date !== null) days.push(date);
  }
  const sorted = [...new Set(days)].sort();
  const newest = sorted.at(-1) ?? null;
  return {
    outlets: [...outlets],
    authors: oneEach(authors),
    tags: oneEach(tags),
    kinds: [...kinds],
    days: sorted,
    newest,
  };
}

// Of names that are one but for script, case and marks, the first. Few of an archive's names are new, and to make their keys takes long.
function oneEach(names: Iterable<string>): readonly string[] {
  const firsts = new Map<string, string>();
  for (const name of names) {
    const key = nameKey(name);
    if (key !== '' && !firsts.has(key)) firsts.set(key, name);
  }
  return [...firsts.values()];
}

export const NO_FILTERS: Filters = { outlet: null, since: null, until: null };

/** Whether nothing is narrowed. */
export const isUnfiltered = ({ outlet, since, until, author, tag, kind }: Filters): boolean =>
  outlet === null && since === null && until === null && [author, tag, kind].every((one) => one === undefined);

/** Reads the filters that came with a question. Outlets may be named by any alias; all names in any script or case. */
export function givenFilters(
  question: Omit<Question, 'text'>,
  facets: Facets,
  outlets: OutletDirectory,
): Filters | FilterFault {
  const days = daysGiven(question);
  if ('code' in days) return days;
  const outlet = question.outlet === undefined ? null : outletCalled(question.outlet, facets, outlets);
  if (outlet === undefined) return { code: 'unknown-outlet', given: question.outlet ?? '', known: facets.outlets };
  const author = question.author === undefined ? undefined : authorCalled(question.author, facets);
  if (author === null) return { code: 'unknown-author', given: question.author ?? '', known: some(facets.authors) };
  const tag = question.tag === undefined ? undefined : tagCalled(question.tag, facets);
  if (tag === null) return { code: 'unknown-tag', given: question.tag ?? '', known: some(facets.tags) };
  return {
    outlet,
    ...days,
    ...(author !== undefined && { author }),
    ...(tag !== undefined && { tag }),
    ...(question.kind !== undefined && { kind: question.kind }),
  };
}

function daysGiven(question: Omit<Question, 'text'>): Pick<Filters, 'since' | 'until'> | FilterFault {
  const since = question.since === undefined ? null : dayOf(question.since, 'first');
  if (question.since !== undefined && since === null) return { code: 'bad-date', given: question.since };
  const until = question.until === undefined ? null : dayOf(question.until, 'last');
  if (question.until !== undefined && until === null) return { code: 'bad-date', given: question.until };
  if (since !== null && until !== null && since > until) return { code: 'dates-reversed', since, until };
  return { since, until };
}

function outletCalled(given: string, { outlets: held }: Facets, directory: OutletDirectory): string | undefined {
  const canonical = nameKey(directory.byName(given) ?? given);
  const exact = held.find((name) => nameKey(name) === canonical);
  if (exact !== undefined || canonical.length < SHORTEST_BEGINNING) return exact;
  // The beginning of one outlet's name, and of no other's: "epoch".
  const begins = held.filter((name) =>
    [name, ...directory.aliasesOf(name)].some((alias) => nameKey(alias).startsWith(canonical)),
  );
  return begins.length === 1 ? begins[0] : undefined;
}

// In UTF-16 units.
const SHORTEST_BEGINNING = 2;

// A byline may name several, each with what they are: 「記者黃春梅、李明」 is by 黃春梅 and by 李明, and not by 李; "Huang Chunmei" by Chunmei.
const OF_ROLE = `(?:${anyOf(wordsUnder('byline-roles', ['of']))})?`;
const ROLE = anyOf(wordsUnder('byline-roles', ['writer', 'desk'], ['zh']));
const ENGLISH_ROLE = anyOf(wordsUnder('byline-roles', ['writer', 'given'], ['en']));
const BEHIND_NAME = anyOf(wordsUnder('byline-roles', ['behind']));
const ROLES = new RegExp(
  `^${OF_ROLE}(?:${ROLE}|${ENGLISH_ROLE} )[:： ]*|(?<![:： ])[:： ]*${OF_ROLE}${BEHIND_NAME}$`,
  'g',
);

function isBy(byline: string, given: string): boolean {
  const key = nameKey(given);
  const names = foldScript(byline).split(/[,，、/;；&|]|\band\b/u);
  return (
    nameKey(byline) === key ||
    names.some((name) => {
      const bare = name.trim().replace(ROLES, '');
      const whole = nameKey(bare);
      // A given name alone: 可晴 is 周可晴.
      const isGiven = key.length >= 2 && whole.length === key.length + 1 && whole.endsWith(key);
      return whole === key || isGiven || bare.split(/\s+/u).some((word) => nameKey(word) === key);
    })
  );
}

// The author that was given, by a part of the byline as well.
function authorCalled(given: string, { authors }: Facets): string | null {
  const key = nameKey(given);
  if (key.length < 2) return null;
  return (
    authors.find((author) => nameKey(author) === key) ?? (authors.some((author) => isBy(author, given)) ? given : null)
  );
}

const tagCalled = (given: string, { tags }: Facets): string | null =>
  tags.find((tag) => nameKey(tag) === nameKey(given)) ?? null;

// So many are named where there may be thousands.
const NAMED = 8;
const some = (names: readonly string[]): string[] => names.slice(0, NAMED);

/** A test for articles within filters. One without a date lies outside every span. */
export function withinFilters({ outlet, since, until, author, tag, kind }: Filters): (article: Article) => boolean {
  const tagKey = tag === undefined ? null : nameKey(tag);
  return (article) => {
    if (outlet !== null && article.outlet !== outlet) return false;
    if (kind !== undefined && (article.kind ?? 'news') !== kind) return false;
    if (author !== undefined && !(article.author !== null && isBy(article.author, author))) return false;
    if (tagKey !== null && !article.tags.some((own) => nameKey(own) === tagKey)) return false;
    return (since === null && until === null) || isPublished(article, { since, until });
  };
}

/** Whether an article was published in a span of days. */
export function isPublished({ date }: Article, { since, until }: Pick<Filters, 'since' | 'until'>): boolean {
  return date !== null && (since === null || date >= since) && (until === null || date <= until);
}

import { passageAround, type Article } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';

/** What a line about an article is made from. */
export interface Describable {
  readonly outlet: string | null;
  readonly date: string | null;
  readonly title: string;
  readonly digest?: boolean;
  readonly kind?: NonNullable<Article['kind']>;
}

/** Outlet, marked where what is quoted is its digest, or is no news; day; title. */
export function describe(
  { outlet, date, title, digest, kind }: Describable,
  words: Catalogue,
): [string, string, string] {
  const name = outlet ?? words.unknownOutlet;
  const marked = digest === true ? words.digestOf(name) : name;
  return [kind === undefined ? marked : words.ofKind(marked, words.articleKinds[kind]), date ?? words.undated, title];
}

/** From the first day to the last, or the one day that both are. */
export const daysBetween = (first: string | null, last: string | null, words: Catalogue): string =>
  first === null ? words.undated : first === last ? first : `${first} – ${last}`;

/** What is known of an article beside its title and text, each with its label. Nothing is left out but what is not known. */
export function detailsOf(article: Article, words: Catalogue): { readonly label: string; readonly value: string }[] {
  const { labels } = words;
  const [outlet, date] = describe(article, words);
  const rows = [
    { label: labels.outlet, value: outlet },
    { label: labels.author, value: article.author ?? '' },
    { label: labels.date, value: date },
    { label: labels.section, value: article.section ?? '' },
    { label: labels.tags, value: article.tags.join(' · ') },
    { label: labels.latest, value: article.supersededBy ?? '' },
    { label: labels.earlier, value: (article.versions ?? []).join(', ') },
    { label: labels.copies, value: (article.copies ?? []).join(', ') },
  ];
  return rows.filter(({ value }) => value !== '');
}

/** A quote in its surroundings, in three parts; offsets in UTF-16 units. Null where they are none of the article's. */
export function quoteInContext(
  article: Article,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly before: string; readonly quote: string; readonly after: string; start: number; end: number } | null {
  const around = passageAround(article, { start, end });
  if (around === null) return null;
  const part = (from: number, to: number): string => article.text.slice(from, to);
  return { before: part(around.start, start), quote: part(start, end), after: part(end, around.end), ...around };
}

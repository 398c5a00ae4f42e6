import type { Article } from '../model/article.ts';
import type { Entry } from '../model/entry.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { statementsOf } from '../statements/statements-of.ts';
import { foldScript } from '../text/script.ts';

/**
 * Who speaks for the other side in the first of some reports that has one, where a question asks somebody, or a country, for their words:
 * of those who are of another country the one who speaks most. Null where none does, or nobody is asked.
 */
export function counterpartOf(
  { speakers, frame }: ParsedQuestion,
  articles: readonly Article[],
  names: Gazetteer,
): Entry | null {
  const asked = frame.speaker?.entry ?? speakers[0] ?? null;
  if (asked === null) return null;
  for (const article of articles) {
    const own = countriesIn(article, names).filter((place) => place.id === asked.id || names.isAffiliate(asked, place));
    // Of two who are of no country nothing tells that they are two sides.
    if (own.length === 0) continue;
    const counts = new Map<Entry, number>();
    for (const { speaker } of statementsOf(article, names)) {
      const entry = speaker?.entry ?? null;
      if (entry === null || entry.kind !== 'person' || entry.id === asked.id) continue;
      if (own.some((place) => names.isAffiliate(entry, place))) continue;
      counts.set(entry, (counts.get(entry) ?? 0) + 1);
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    if (most !== undefined) return most[0];
  }
  return null;
}

const countriesIn = ({ title, text }: Article, names: Gazetteer): Entry[] => [
  ...new Set(
    names
      .mentions(foldScript(`${title}\n${text}`), `${title}\n${text}`)
      .flatMap(({ name }) => (name.kind === 'place' ? [name] : [])),
  ),
];

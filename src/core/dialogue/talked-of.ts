import { eventContext } from '../answers/comparison/event-context.ts';
import { profileOf, sameEvent } from '../answers/comparison/same-event.ts';
import { isWithinDays } from '../corpus/related/fingerprint.ts';
import type { Library } from '../index/library.ts';
import type { Article, ArticleId } from '../model/article.ts';
import { foldScript } from '../text/script.ts';

// Other outlets report an event within so many days, under headlines that share so many names or pairs of characters.
const REPORTED_WITHIN = 3;
const SHARED = 3;

/** The reports that a conversation is about: those that were just cited, and those of the same events by others. */
export function reportsTalkedOf(cited: ReadonlySet<ArticleId>, library: Library): ReadonlySet<ArticleId> {
  const reports = new Set(cited);
  // What stands on other machines is brought by searches alone.
  if (library.textsAreAway === true) return reports;
  const context = eventContext(library);
  for (const id of cited) {
    const article = library.article(id);
    if (article === null || article.date === null) continue;
    const pairs = pairsOf(article.title);
    const isNear = ({ date, title }: Article): boolean =>
      date !== null &&
      isWithinDays(article.date, date, REPORTED_WITHIN) &&
      [...pairsOf(title)].filter((pair) => pairs.has(pair)).length >= SHARED;
    const others = library.articles.filter((other) => !reports.has(other.id) && isNear(other));
    if (others.length === 0) continue;
    const event = profileOf(article, context);
    for (const other of others) if (sameEvent(event, profileOf(other, context))) reports.add(other.id);
  }
  return reports;
}

function pairsOf(title: string): ReadonlySet<string> {
  const folded = foldScript(title);
  return new Set(Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2)));
}

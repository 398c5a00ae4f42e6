import type { Article } from '../model/article.ts';
import type { Point } from '../model/answer.ts';
import type { Span } from '../model/span.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { bySentence, isSame } from '../statements/by-sentence.ts';

// Who says a stretch of an article, and how.
type Saying = Pick<Point, 'speaker' | 'reportedBy' | 'mode'>;

const NOBODY: Saying = { speaker: null, reportedBy: null, mode: null };

/** The one who says all of a stretch; nobody where nobody is said to, or more than one. */
export function sayingOf(article: Article, { start, end }: Span, names: Gazetteer): Saying {
  const sayings = bySentence(article, names, { start, end }).filter((one) => one.start < end && one.end > start);
  const [first] = sayings;
  if (first === undefined || first.speaker === null) return NOBODY;
  if (!sayings.every(({ speaker }) => isSame(speaker, first.speaker))) return NOBODY;
  const { reportedBy } = first;
  const sameReporter = sayings.every((one) => one.reportedBy === reportedBy || isSame(one.reportedBy, reportedBy));
  return {
    speaker: first.speaker.name,
    reportedBy: reportedBy !== null && sameReporter ? reportedBy.name : null,
    // Of two sentences, one of them indirect, the quote is not all somebody's own words.
    mode: sayings.every(({ mode }) => mode === 'direct') ? 'direct' : 'indirect',
  };
}

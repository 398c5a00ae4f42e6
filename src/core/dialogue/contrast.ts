import type { Answered, Point } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { foldScript } from '../text/script.ts';
import type { Turn } from './conversations.ts';

/** The outlets of some reports, of which "how do they differ" may be asked; none where they are fewer than two. */
export function outletsContrasted(reports: readonly Article[]): readonly string[] {
  const outlets = [...new Set(reports.flatMap(({ outlet }) => outlet ?? []))];
  return outlets.length > 1 ? outlets : [];
}

/** Whether a turn tells who reported something, and not what anybody says: they are the outlets. */
export const listsReports = ({ as, asked }: Turn): boolean => as === 'listing' || asked !== undefined;

/**
 * An answer with one quote of each who speaks in it, the best; null where fewer than two do, or where two are asked for who do not both
 * speak.
 */
export function bySpeaker(answer: Answered, people: readonly string[], names: Gazetteer): Answered | null {
  const whoIs = (name: string): string => {
    const mention = names.mentions(foldScript(name), name).find((one) => one.name.kind === 'person');
    return mention === undefined ? foldScript(name) : String(mention.name.id);
  };
  const wanted = new Set(people.map(whoIs));
  const firsts = new Map<string, Point>();
  for (const point of answer.points) {
    const speaker = point.speaker === null ? null : whoIs(point.speaker);
    if (speaker === null || firsts.has(speaker) || (wanted.size > 1 && !wanted.has(speaker))) continue;
    firsts.set(speaker, point);
  }
  return firsts.size < Math.max(2, wanted.size) ? null : withPoints(answer, [...firsts.values()]);
}

function withPoints(answer: Answered, points: readonly Point[]): Answered {
  const cited = [...new Set(points.map(({ citation }) => citation))];
  return {
    ...answer,
    points: points.map((point) => ({ ...point, citation: cited.indexOf(point.citation) + 1, sameAs: null, part: 0 })),
    citations: cited.flatMap((number, at) => {
      const citation = answer.citations.find((one) => one.number === number);
      return citation === undefined ? [] : [{ ...citation, number: at + 1 }];
    }),
  };
}

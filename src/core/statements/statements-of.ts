import type { Article } from '../model/article.ts';
import type { Party, Statement } from '../model/statement.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { readEnglish } from './en/read-english.ts';
import { attribute, type Speaker } from './attribute.ts';

// Statements of this many UTF-16 units of articles are kept, a thousand reports: questions come back to the same ones.
const REMEMBERED = 2_000_000;
const remembered = new WeakMap<Gazetteer, { readonly articles: Map<Article, readonly Statement[]>; length: number }>();

/**
 * Who said what in an article, in order: read when it is first asked for, and remembered while it is among the last thousand
 * reports or so. What nobody in particular is said to have said is no statement. Pure: the same article gives equal statements.
 */
export function statementsOf(article: Article, names: Gazetteer): readonly Statement[] {
  let kept = remembered.get(names);
  if (kept === undefined) remembered.set(names, (kept = { articles: new Map(), length: 0 }));
  const known = kept.articles.get(article);
  if (known !== undefined) return known;
  const statements = readStatements(article, names);
  kept.articles.set(article, statements);
  kept.length += article.text.length;
  for (const oldest of kept.articles.keys()) {
    if (kept.length <= REMEMBERED || oldest === article) break;
    kept.articles.delete(oldest);
    kept.length -= oldest.text.length;
  }
  return statements;
}

function readStatements(article: Article, names: Gazetteer): readonly Statement[] {
  const headings = article.blocks.filter(({ kind }) => kind === 'heading');
  const sectionAt = (start: number): string | null => {
    const heading = headings.findLast((one) => one.end <= start);
    return heading === undefined ? null : article.text.slice(heading.start, heading.end);
  };
  const english = readEnglish(article, names).map((said): Statement =>
    Object.assign(said, { section: sectionAt(said.start), day: article.date }),
  );
  const chinese = attribute(article, names).flatMap(
    ({ start, end, speaker, reportedBy, mode, addressee }): Statement[] => {
      if (speaker === null) return [];
      return [
        {
          start,
          end,
          speaker: partyOf(speaker, { start, end }),
          act: 'say',
          addressee: addressee === null ? null : partyOf(addressee, { start, end }),
          content: { start, end },
          negated: false,
          mode: mode ?? 'indirect',
          reportedBy: reportedBy === null ? null : partyOf(reportedBy, { start, end }),
          section: sectionAt(start),
          day: article.date,
        },
      ];
    },
  );
  return english.length === 0 ? chinese : [...chinese, ...english].sort((a, b) => a.start - b.start);
}

const partyOf = ({ text, start, end, name }: Speaker, within: { start: number; end: number }): Party => ({
  mention: start >= within.start && end <= within.end ? { start, end } : null,
  name: text,
  entry: name,
});

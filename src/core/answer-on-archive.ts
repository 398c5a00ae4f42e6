import {
  answerAgain,
  answerAs,
  nothingFor,
  queryOf,
  withoutContext,
  type Answering,
  type Asker,
} from './answer-turn.ts';
import { buildListing, listArticles, type Extent } from './answers/listing.ts';
import type { QueryContext } from './answers/query-context.ts';
import { rejected } from './answers/query-context.ts';
import type { AboutReason, Answer } from './model/answer.ts';
import type { Article, ArticleId } from './model/article.ts';
import { archiveQuestion, archiveRemark, type ArchiveQuestion } from './question/archive/archive-question.ts';
import type { ArchiveKind } from './question/archive/grammar.ts';
import { facetsOf, isUnfiltered, withinFilters } from './question/filters/given-filters.ts';
import { foldScript } from './text/script.ts';
import type { Turn } from './dialogue/conversations.ts';

/** Answers a question on the archive, the program or its last answer; null where a message asks what the reports say. */
export async function answerOnArchive(text: string, turn: Turn | null, asker: Asker): Promise<Answering | null> {
  if (asker.question.as !== undefined || asker.question.anywhere === true) return null;
  const remark = archiveRemark(text);
  if (remark !== null) return forgotten(about(asker, { code: REMARKS[remark] }));
  const outlets = asker.outletsIn(text);
  const others = asker.library.names.mentions(foldScript(text), text).filter(({ name }) => name.kind !== 'word');
  const asked = archiveQuestion(text, { named: { outlets, others }, isAfterAnswer: turn !== null });
  if (asked === null) return null;
  return asked.ofAnswer ? await ofAnswer(asked.kind, turn, asker) : await onReports(asked, turn, asker);
}

const REMARKS = { who: 'identity', doubt: 'certain', wrong: 'wrong' } as const;

// What is said of the archive is nothing to go on from: the talk goes on from what was said before.
const forgotten = (answer: Answer | null): Answering | null => (answer === null ? null : { answer, remembered: null });

// Who said what was quoted, or the reports that it was quoted from; null where the last answer quotes nothing.
async function ofAnswer(kind: ArchiveKind, turn: Turn | null, asker: Asker): Promise<Answering | null> {
  if (turn === null) return forgotten(withoutContext(asker));
  if (kind === 'speaker' && turn.quoted.size > 0) return forgotten(withSpeakers(await answerAgain(turn, asker)));
  const articles = [...turn.cited].flatMap((id) => asker.library.article(id) ?? []);
  if (articles.length === 0) return null;
  return forgotten(listArticles(nothingFor(asker), articles, { authors: kind === 'author' }));
}

function withSpeakers(answer: Answer): Answer {
  if (answer.kind !== 'answered') return answer;
  const said = answer.points.flatMap(({ speaker, citation }) => {
    const cited = answer.citations.find(({ number }) => number === citation);
    return cited === undefined ? [] : [{ speaker, outlet: cited.outlet, date: cited.date }];
  });
  return { ...answer, said };
}

const WITHOUT_A_SUBJECT = {
  outlets: 'outlets',
  sources: 'outlets',
  count: 'articles',
  span: 'days',
  topic: 'subjects',
  who: 'identity',
} as const;
const isWithoutSubject = (kind: ArchiveKind): kind is keyof typeof WITHOUT_A_SUBJECT => kind in WITHOUT_A_SUBJECT;
const isEnd = (kind: ArchiveKind): kind is Exclude<Extent, 'all'> => kind === 'latest' || kind === 'earliest';

// Of all there is, or of the reports that are on a subject, of an outlet or within filters.
async function onReports({ kind, rest }: ArchiveQuestion, turn: Turn | null, asker: Asker): Promise<Answering | null> {
  const { query, isAll, lacking } = reportsMeant(rest, asker);
  if (lacking !== null) return forgotten(lacking);
  if (query === null) return null;
  if (isAll && isWithoutSubject(kind)) return forgotten(about(asker, { code: WITHOUT_A_SUBJECT[kind] }));
  const listing = await buildListing(query, { extent: isEnd(kind) ? kind : 'all', authors: kind === 'author' });
  if (listing.kind === 'listing') return { answer: listing, remembered: listedTurn(listing.articles, query, turn) };
  if (kind === 'outlets') return forgotten(await answerAs('comparison', query));
  return kind === 'reports' ? null : forgotten(listing);
}

interface ReportsMeant {
  /** Null where its words are no subject: an impossible day. */
  readonly query: QueryContext | null;
  /** Whether all reports are meant. */
  readonly isAll: boolean;
  /** What is said of outlets of which there is nothing. */
  readonly lacking: Answer | null;
}

// The outlets that are named narrow, and the other words are the subject.
function reportsMeant(rest: string, asker: Asker): ReportsMeant {
  const named = asker.outletsIn(rest);
  const words = named.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    rest,
  );
  const held = [...new Set(named.flatMap(({ outlet, isHeld }) => (isHeld ? [outlet] : [])))];
  const missing = named.find(({ isHeld }) => !isHeld);
  if (held.length === 0 && missing !== undefined) {
    const known = facetsOf(asker.library.articles).outlets;
    const given = rest.slice(missing.start, missing.end);
    const reason = { code: 'unknown-outlet', given, known } as const;
    return { query: null, isAll: false, lacking: rejected(reason, asker.question, asker.lang) };
  }
  const understood = asker.understand(words, 'listing');
  const { asked, parsed } = understood;
  if (asked.fault !== null || asked.missing.length > 0) return { query: null, isAll: false, lacking: null };
  const query = queryOf(asker, understood);
  const { narrowing } = query;
  const [only = null] = held;
  const outlet = held.length === 1 ? only : narrowing.filters.outlet;
  const outlets = held.length > 1 ? held : narrowing.outlets;
  return {
    query: { ...query, narrowing: { ...narrowing, filters: { ...narrowing.filters, outlet }, outlets } },
    isAll: parsed.terms.length === 0 && isUnfiltered(asked.filters) && asked.outlets.length === 0 && held.length === 0,
    lacking: null,
  };
}

// 「邊個寫㗎？」 after a list is about the reports on it.
function listedTurn(
  listed: readonly { readonly articleId: ArticleId }[],
  { parsed, lang, narrowing, days }: QueryContext,
  before: Turn | null,
): Turn {
  const cited = new Set(listed.map(({ articleId }) => articleId));
  if (before !== null) return { ...before, cited, quoted: new Set() };
  const subject = parsed.text.replace(/\s+/gu, ' ').trim();
  return {
    parsed,
    subject,
    matter: subject,
    days,
    as: 'listing',
    narrowing,
    cited,
    quoted: new Set(),
    lang,
    speaker: null,
  };
}

function about(asker: Asker, reason: AboutReason): Answer {
  const articles: readonly Article[] = asker.library.articles.filter(withinFilters(asker.given));
  const { outlets, days, newest } = facetsOf(articles);
  return {
    ...nothingFor(asker),
    kind: 'about',
    confidence: 1,
    reason,
    facts: { articles: articles.length, outlets, since: days[0] ?? null, until: newest },
  };
}

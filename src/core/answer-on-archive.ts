import {
  answerAgain,
  answerAs,
  nothingFor,
  queryOf,
  withoutContext,
  type Answering,
  type Asker,
} from './answer-turn.ts';
import { archiveFacts } from './answers/archive-facts.ts';
import { buildListing, listArticles, type Extent } from './answers/listing.ts';
import { rejected, type QueryContext } from './answers/query-context.ts';
import type { AboutReason, Answer } from './model/answer.ts';
import type { ArticleId } from './model/article.ts';
import type { ArchiveQuestion, ArchiveRemark } from './question/archive/archive-question.ts';
import type { ArchiveKind } from './question/archive/grammar.ts';
import { facetsOf, isUnfiltered, withinFilters } from './question/filters/given-filters.ts';
import type { Turn } from './dialogue/conversations.ts';

/** Answers a question on the archive or on its last answer, as it was read; null where it asks what the reports say after all. */
export async function answerOnArchive(
  asked: ArchiveQuestion,
  turn: Turn | null,
  asker: Asker,
): Promise<Answering | null> {
  return asked.ofAnswer ? await ofAnswer(asked, turn, asker) : await onReports(asked, turn, asker);
}

/** Answers what somebody remarks on the bot or on its last answer. */
export const answerRemark = (remark: ArchiveRemark, asker: Asker): Answering =>
  told(about(asker, { code: REMARKS[remark] }));

const REMARKS = { who: 'identity', doubt: 'certain', wrong: 'wrong' } as const;

// What is said of the archive is nothing to go on from: the talk goes on from what was said before.
const told = (answer: Answer): Answering => ({ answer, remembered: null });

// Who said what was quoted, or the reports that it was quoted from; null where the last answer quotes nothing.
async function ofAnswer({ kind, rest }: ArchiveQuestion, turn: Turn | null, asker: Asker): Promise<Answering | null> {
  if (turn === null) return told(withoutContext(asker));
  // 「眾新聞有沒有報？」, 「其他媒體呢？」: of what was asked before.
  if (kind === 'others') return await onReports({ kind: 'outlets', ofAnswer: false, rest: turn.subject }, turn, asker);
  if (kind === 'holds') return await heldOfSubject(rest, turn, asker);
  if (kind === 'speaker' && turn.quoted.size > 0) return told(withSpeakers(await answerAgain(turn, asker)));
  const articles = [...turn.cited].flatMap((id) => asker.library.article(id) ?? []);
  if (articles.length === 0) return null;
  return told(listArticles(nothingFor(asker), articles, askedWith(kind)));
}

// Whether an outlet reports on what was asked before: its reports on that, or that it has none.
async function heldOfSubject(outlet: string, turn: Turn, asker: Asker): Promise<Answering | null> {
  const { query, lacking } = reportsMeant(`${outlet} ${turn.subject}`, asker);
  if (lacking !== null) return told(lacking);
  return query === null ? null : told(await buildListing(query, { extent: 'all', ofMeeting: true }));
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
  doubt: 'certain',
  wrong: 'wrong',
} as const;
const ASKED_OF_REPORTS: ReadonlySet<ArchiveKind> = new Set<ArchiveKind>(['outlets', 'count', 'span']);
const isWithoutSubject = (kind: ArchiveKind): kind is keyof typeof WITHOUT_A_SUBJECT => kind in WITHOUT_A_SUBJECT;
const isEnd = (kind: ArchiveKind): kind is Exclude<Extent, 'all'> => kind === 'latest' || kind === 'earliest';

// What is asked of the reports that are listed.
const askedWith = (kind: ArchiveKind) => ({ authors: kind === 'author', outlets: kind === 'outlets' });

// Of all there is, or of the reports that are on a subject, of an outlet or within filters.
async function onReports({ kind, rest }: ArchiveQuestion, turn: Turn | null, asker: Asker): Promise<Answering | null> {
  const { query, isAll, lacking } = reportsMeant(rest, asker);
  if (lacking !== null) return told(lacking);
  if (query === null) return null;
  if (isAll && isWithoutSubject(kind)) {
    const answer = about(asker, { code: WITHOUT_A_SUBJECT[kind] });
    return ASKED_OF_REPORTS.has(kind)
      ? { answer, remembered: listedTurn(kind, { listed: [], query }, turn) }
      : told(answer);
  }
  const listing = await buildListing(query, {
    extent: isEnd(kind) ? kind : 'all',
    ...askedWith(kind),
    ofMeeting: kind !== 'reports',
  });
  if (listing.kind === 'listing')
    return { answer: listing, remembered: listedTurn(kind, { listed: listing.articles, query }, turn) };
  if (kind === 'reports') return null;
  return told(kind === 'outlets' ? await thoseThatAnswer(listing, query) : listing);
}

// No report is about all of the words; those that tell of it in others are found as an answer is.
async function thoseThatAnswer(nothing: Answer, query: QueryContext): Promise<Answer> {
  const answer = await answerAs('answer', query);
  if (answer.kind !== 'answered' || answer.unmatched.length > 0) return nothing;
  const articles = answer.citations
    .flatMap(({ articleId }) => query.library.article(articleId) ?? [])
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  return listArticles({ ...answer, points: [], citations: [] }, articles, askedWith('outlets'));
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
  const { applied } = query;
  const [only = null] = held;
  const outlet = held.length === 1 ? only : applied.filters.outlet;
  const outlets = held.length > 1 ? held : applied.outlets;
  return {
    query: { ...query, applied: { ...applied, filters: { ...applied.filters, outlet }, outlets } },
    isAll: parsed.terms.length === 0 && isUnfiltered(asked.filters) && asked.outlets.length === 0 && held.length === 0,
    lacking: null,
  };
}

interface ListedReports {
  readonly listed: readonly { readonly articleId: ArticleId }[];
  readonly query: QueryContext;
}

// 「邊個寫㗎？」 after a list is about the reports on it, and 「那大紀元呢？」 asks the same of others.
function listedTurn(
  asked: ArchiveKind,
  { listed, query: { parsed, lang, applied, days } }: ListedReports,
  before: Turn | null,
): Turn {
  const cited = new Set(listed.map(({ articleId }) => articleId));
  if (before !== null) return { ...before, asked, ...(cited.size > 0 && { cited, restsOn: cited, quoted: new Set() }) };
  const subject = parsed.text.replace(/\s+/gu, ' ').trim();
  return {
    parsed,
    subject,
    matter: subject,
    days,
    as: 'listing',
    applied,
    cited,
    restsOn: cited,
    within: new Set(),
    quoted: new Set(),
    lang,
    speaker: null,
    asked,
  };
}

function about(asker: Asker, reason: AboutReason): Answer {
  const articles = asker.library.articles.filter(withinFilters(asker.given));
  const facts = archiveFacts(articles, { topics: reason.code === 'subjects' });
  return { ...nothingFor(asker), kind: 'about', confidence: 1, reason, facts };
}

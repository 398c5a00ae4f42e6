import { answerAs, nothingFor, queryOf, answerTurn, type Asker, type Answering } from './answer-turn.ts';
import { buildListing, type Extent } from './answers/listing.ts';
import type { AboutReason, Answer } from './model/answer.ts';
import { archiveQuestion, partsOf, smallTalk, type ArchiveQuestionKind } from './question/message.ts';
import { facetsOf, isUnfiltered, withinFilters } from './question/filters/given-filters.ts';
import { joinParts } from './answers/parts.ts';
import type { Turn } from './dialogue/conversations.ts';

/** Answers a question on the archive or the program itself; null where a message asks what the reports say. */
async function answerOnArchive(text: string, asker: Asker): Promise<Answer | null> {
  if (asker.question.as !== undefined || asker.question.anywhere === true) return null;
  const asked = archiveQuestion(text);
  if (asked === null) return null;
  switch (asked.kind) {
    case 'topic':
      return about(asker, 'subjects');
    case 'who':
      return about(asker, 'identity');
    case 'doubt':
      return about(asker, 'certain');
    case 'wrong':
      return about(asker, 'wrong');
    case 'outlets':
    case 'count':
    case 'latest':
    case 'earliest':
    case 'span':
      return await answerOnReports(asked.kind, asked.rest, asker);
  }
}

type OnReports = Exclude<ArchiveQuestionKind, 'topic' | 'who' | 'doubt' | 'wrong'>;

const WITHOUT_A_SUBJECT = { outlets: 'outlets', count: 'articles', span: 'days' } as const;

// Of all there is, or of the reports that are on a subject or within filters.
async function answerOnReports(kind: OnReports, rest: string, asker: Asker): Promise<Answer | null> {
  const understood = asker.understand(rest, 'listing');
  const { asked, parsed } = understood;
  if (asked.fault !== null || asked.missing.length > 0) return null;
  const isAll = parsed.terms.length === 0 && isUnfiltered(asked.filters) && asked.outlets.length === 0;
  const query = queryOf(asker, understood);
  if (kind === 'latest' || kind === 'earliest') return await buildListing(query, kind satisfies Extent);
  if (isAll) return about(asker, WITHOUT_A_SUBJECT[kind]);
  if (kind !== 'outlets') return await buildListing(query);
  return await answerAs('comparison', queryOf(asker, asker.understand(rest, 'comparison')));
}

function about(asker: Asker, code: AboutReason['code']): Answer {
  const articles = asker.library.articles.filter(withinFilters(asker.given));
  const { outlets, days, newest } = facetsOf(articles);
  return {
    ...nothingFor(asker),
    kind: 'about',
    confidence: 1,
    reason: { code },
    facts: { articles: articles.length, outlets, since: days[0] ?? null, until: newest },
  };
}

/**
 * Answers a message: a question on the archive itself, small talk, one question, or several, each after the one before it.
 */
export async function answerMessage(text: string, turn: Turn | null, asker: Asker): Promise<Answering> {
  const onArchive = await answerOnArchive(text, asker);
  if (onArchive !== null) return { answer: onArchive, remembered: null };
  const talk = smallTalk(text);
  if (talk !== null) return { answer: { ...nothingFor(asker), kind: 'greeting', topic: talk }, remembered: null };
  const parts = asker.question.as === undefined ? partsOf(text) : [];
  if (parts.length < 2) return await answerTurn(text, turn, asker);
  const answerings: Answering[] = [];
  for (const part of parts) {
    const before = answerings.findLast(({ remembered }) => remembered !== null)?.remembered ?? turn;
    answerings.push(await answerTurn(part, before, asker));
  }
  const answer = joinParts(answerings.map((one) => one.answer));
  const remembered = answerings.findLast((one) => one.remembered !== null)?.remembered ?? null;
  return answer === null ? await answerTurn(text, turn, asker) : { answer, remembered };
}

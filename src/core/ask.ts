import { stripVTControlCharacters } from 'node:util';
import { compare } from './answers/comparison/compare.ts';
import { selectInterpretation } from './dialogue/select.ts';
import { createConversations, IDLE, MOST_CONVERSATIONS } from './dialogue/conversations.ts';
import { followUpOf, INDEPENDENT, type FollowUp } from './dialogue/follow-up.ts';
import { subjectAfter } from './dialogue/rewrite.ts';
import { interpretationsOf, type Interpretation } from './dialogue/interpretations.ts';
import type { Turn } from './dialogue/turn.ts';
import type { OutletDirectory } from './corpus/metadata/outlets.ts';
import type { Library } from './index/library.ts';
import type { FiltersInQuestion } from './question/filters/filters-in-question.ts';
import { givenFilters } from './question/filters/given-filters.ts';
import { facetsOf } from './question/filters/facets.ts';
import { EVERYWHERE, mergeFilters } from './question/filters/filters.ts';
import { interfaceLangOf } from './question/interface-lang.ts';
import { smallTalk } from './question/small-talk.ts';
import { buildTimeline } from './answers/timeline/build-timeline.ts';
import { answerDirectly } from './answers/direct.ts';
import type { Answer, Ask, AskedKind, Filters, InterfaceLang, NotFound, Question } from './model/answer.ts';
import { emptyAnswer, type QueryContext } from './answers/query-context.ts';
import { buildListing } from './answers/listing.ts';
import { quoteKey } from './answers/points.ts';
import { QUESTION_LIMIT, rejected, rejectionOf } from './answers/rejections.ts';
import { parseIn, understand, type Understood } from './question/understand.ts';

interface AskOptions {
  /** The interface for questions that show no language. */
  readonly usualLang?: InterfaceLang;
  /** Milliseconds since 1970: for days such as 昨天, and conversations that have been idle. */
  readonly now?: () => number;
}

/** Makes the inward port over a library. `outlets` knows by which names an outlet may be asked for. */
export function createAsk(
  library: Library,
  outlets: OutletDirectory,
  { usualLang = 'zh-Hant', now = Date.now }: AskOptions = {},
): Ask {
  const conversations = createConversations({ most: MOST_CONVERSATIONS, idle: IDLE, now });

  return async (question) => {
    const text = clean(question.text);
    const turn = question.conversation === undefined ? null : conversations.last(question.conversation);
    const lang = question.lang ?? interfaceLangOf(text.slice(0, QUESTION_LIMIT), turn?.lang ?? usualLang);
    const rejection = rejectionOf(text);
    if (rejection !== null) return rejected(rejection, question, lang);
    const given = givenFilters(question, facetsOf(library.articles), outlets);
    if ('code' in given) return rejected(given, question, lang);
    const options = { outlets, today: dayAt(now()), anywhere: question.anywhere === true };
    const reader: Reader = {
      question,
      lang,
      given,
      library,
      understand: (words, as) => understand(words, library, { ...options, as }),
    };
    const talk = smallTalk(text);
    if (talk !== null) return { ...nothingIn(reader), kind: 'greeting', topic: talk };
    const { answer, remembered } = await answerInTurn(text, turn, reader);
    if (question.conversation !== undefined && remembered !== null && text.length <= LONGEST_REMEMBERED)
      conversations.remember(question.conversation, remembered);
    return answer;
  };
}

// Control characters and marks that reorder text are no part of a question; they only hide one.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
const clean = (text: string): string =>
  stripVTControlCharacters(text).replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim();

// Nobody goes on from a question that is a page long; in UTF-16 units. It keeps ten thousand conversations within some megabytes.
const LONGEST_REMEMBERED = 200;

// The reader's own day: 昨天 is yesterday where the clock on the wall says so.
function dayAt(time: number): string {
  const at = new Date(time);
  const part = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${part(at.getFullYear(), 4)}-${part(at.getMonth() + 1, 2)}-${part(at.getDate(), 2)}`;
}

/** Who asks, with what is the same for every way to understand the question. */
interface Reader {
  readonly question: Question;
  readonly lang: InterfaceLang;
  /** The filters that came with the question, beside its words. */
  readonly given: Filters;
  readonly library: Library;
  readonly understand: (text: string, as: AskedKind | undefined) => Understood;
}

const nothingIn = ({ question, lang, given }: Reader) =>
  emptyAnswer({ question, understood: null, narrowing: { ...EVERYWHERE, filters: given }, lang });

interface Answering {
  readonly answer: Answer;
  /** What the next turn may go on from; null where nothing was asked that it could. */
  readonly remembered: Turn | null;
}

async function answerInTurn(text: string, turn: Turn | null, reader: Reader): Promise<Answering> {
  const { question, library } = reader;
  const own = reader.understand(text, question.as);
  const refused = refusedBy(own.asked, own.as, reader);
  if (refused !== null) return { answer: refused, remembered: null };
  const raw = own.asked.rest === text && !own.onlyNarrows ? own.parsed : parseIn(library, text);
  const followUp =
    question.as === undefined
      ? followUpOf(raw, { only: own.onlyNarrows, lists: own.as === 'listing', days: own.asked.days.length > 0 })
      : INDEPENDENT;
  const answerings: (Answering & { readonly reading: Interpretation })[] = [];
  for (const reading of interpretationsOf(raw, followUp, turn))
    answerings.push({ reading, ...(await answerReading(reading, { followUp, own, text, reader })) });
  const choice = selectInterpretation(answerings, { followUp, own: own.parsed, names: library.names });
  if (choice !== null) {
    const answer = choice.answers ? choice.chosen.answer : withoutAnswer(choice.chosen.answer);
    // What was not found says nothing about what is talked about, unless it says of whom.
    const names = own.parsed.terms.some(({ name }) => name?.kind === 'person' || name?.kind === 'organisation');
    const isLost = answer.kind === 'not-found' && turn !== null && !names;
    return { answer, remembered: isLost ? null : choice.chosen.remembered };
  }
  const answer: NotFound = {
    ...nothingIn(reader),
    kind: 'not-found',
    reason: { code: 'no-context' },
    unfiltered: [],
  };
  return { answer, remembered: null };
}

// What was quoted is only what is nearest.
function withoutAnswer({ citations, ...answer }: Answer): NotFound {
  const { question, understood, unmatched, filters, lang } = answer;
  const nearest = citations.map(({ articleId, title, outlet, date }) => ({ articleId, title, outlet, date }));
  const common = { question, understood, unmatched, filters, lang, confidence: 0, points: [], citations: [] };
  return { ...common, kind: 'not-found', reason: null, nearest, unfiltered: [] };
}

async function answerReading(
  { text, from, familiar }: Interpretation,
  { followUp, own, text: asked, reader }: { followUp: FollowUp; own: Understood; text: string; reader: Reader },
): Promise<Answering> {
  const { question, lang, given, library } = reader;
  const saysKind = own.as !== 'answer' && !own.onlyNarrows;
  const goesOn = from !== null && !saysKind && GOES_ON.has(followUp.kind);
  const understood = from === null ? own : reader.understand(text, goesOn ? from.as : question.as);
  const { parsed, as } = understood;
  const narrowing = mergeFilters(from?.narrowing ?? EVERYWHERE, understood.asked);
  const answer = await answerAs(as, {
    question,
    lang,
    understood: from === null || text === asked ? null : text,
    parsed,
    narrowing: mergeFilters(narrowing, { ...EVERYWHERE, filters: given }),
    // Days that came as an option go before those of the words.
    days: given.since === null && given.until === null ? understood.asked.days : [],
    missing: understood.asked.missing,
    boostedArticles: familiar,
    exclude: from !== null && followUp.kind === 'more' ? from.quoted : NOTHING_QUOTED,
    library,
  });
  return {
    answer,
    remembered: {
      ...turnOf(answer, followUp.kind === 'more' ? from : null),
      ...subjectAfter(parsed, followUp, from),
      parsed,
      as,
      narrowing,
      days: understood.asked.days,
    },
  };
}

// A follow-up of these kinds asks for an answer of the same kind.
const GOES_ON: ReadonlySet<FollowUp['kind']> = new Set<FollowUp['kind']>([
  'substitution',
  'refilter',
  'more',
  'repeat',
]);
const NOTHING_QUOTED: ReadonlySet<string> = new Set();

// What of an answer the next turn may go on from; one that brings more leaves what was quoted before quoted.
function turnOf(
  { citations, points, lang }: Answer,
  before: Turn | null,
): Pick<Turn, 'cited' | 'quoted' | 'speaker' | 'lang'> {
  const articleOf = new Map(citations.map(({ number, articleId }) => [number, articleId]));
  return {
    cited: new Set(articleOf.values()),
    quoted: new Set([
      ...(before?.quoted ?? []),
      ...points.flatMap((point) => {
        const article = articleOf.get(point.citation);
        return article === undefined ? [] : [quoteKey(article, point)];
      }),
    ]),
    lang,
    speaker: points[0]?.speaker ?? null,
  };
}

function answerAs(as: AskedKind, asking: QueryContext): Promise<Answer> {
  switch (as) {
    case 'answer':
      return answerDirectly(asking);
    case 'comparison':
      return compare(asking);
    case 'timeline':
      return buildTimeline(asking);
    case 'listing':
      return buildListing(asking);
  }
}

// A day that is none, or an outlet of which there is nothing; side by side with others, that outlet is silent.
function refusedBy(asked: FiltersInQuestion, as: AskedKind, { question, lang, library }: Reader): Answer | null {
  if (asked.fault !== null) return rejected(asked.fault, question, lang);
  const [given] = asked.missing;
  if (given === undefined || as === 'comparison') return null;
  const known = facetsOf(library.articles).outlets;
  return rejected({ code: 'unknown-outlet', given, known }, question, lang);
}

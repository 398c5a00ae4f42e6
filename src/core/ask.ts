import { stripVTControlCharacters } from 'node:util';
import { answerOnArchive, answerRemark } from './answer-on-archive.ts';
import { answerTurn, nothingFor, type Answering, type Asker } from './answer-turn.ts';
import { withLocalNames } from './answers/local-names.ts';
import { pageOf } from './answers/paging.ts';
import { joinParts } from './answers/parts.ts';
import { limitOf, offsetOf, POINTS, QUESTION_LIMIT, rejected, rejectionOf } from './answers/query-context.ts';
import type { OutletDirectory } from './corpus/metadata/outlets.ts';
import { ASKS, SUBSTITUTIONS } from './dialogue/follow-up.ts';
import { createConversations, IDLE, MOST_CONVERSATIONS, type Turn } from './dialogue/conversations.ts';
import type { Library } from './index/library.ts';
import type { Answer, Ask } from './model/answer.ts';
import type { FilterFault, Filters } from './model/filters.ts';
import type { InterfaceLang, Question } from './model/question.ts';
import {
  archiveQuestion,
  archiveRemark,
  askedOfReports,
  endNamed,
  type ArchiveQuestion,
} from './question/archive/archive-question.ts';
import type { ArchiveKind } from './question/archive/grammar.ts';
import type { AnswerType } from './question/answer-type.ts';
import { facetsOf, givenFilters } from './question/filters/given-filters.ts';
import { namedOutlets } from './question/filters/name-filters.ts';
import { interfaceLangOf, partsOf, reportsTitled, smallTalk, understand } from './question/understand.ts';
import type { ExternalReader } from './reading/reader.ts';
import { foldScript, hasHan } from './text/script.ts';

interface AskOptions {
  /** A model of the user's own that chooses among the quotes that were found. */
  readonly reader?: ExternalReader | null;
  /** The interface for questions that show no language. */
  readonly usualLang?: InterfaceLang;
  /** Milliseconds since 1970: for days such as 昨天, and conversations that have been idle. */
  readonly now?: () => number;
}

/** Makes the inward port over a library. `outlets` knows by which names an outlet may be asked for. */
export function createAsk(
  library: Library,
  outlets: OutletDirectory,
  { reader = null, usualLang = 'zh-Hant', now = Date.now }: AskOptions = {},
): Ask {
  const conversations = createConversations({ most: MOST_CONVERSATIONS, idle: IDLE, now });

  const askOf = async (question: Question, own: Asker['reader']): Promise<Answer> => {
    const text = clean(question.text);
    const turn = question.conversation === undefined ? null : conversations.last(question.conversation);
    const lang = question.lang ?? langOf(text.slice(0, QUESTION_LIMIT), turn?.lang ?? null, usualLang);
    const rejection = rejectionOf(text);
    if (rejection !== null) return rejected(rejection, question, lang);
    const given = givenFilters(question, facetsOf(library.articles), outlets);
    if ('code' in given) return rejected(given, question, lang);
    const options = { outlets, today: dayAt(now()), anywhere: question.anywhere === true };
    const watched = watchPartial(library);
    const asker: Asker = {
      question,
      lang,
      given,
      library: watched.library,
      isFollowed: question.conversation !== undefined,
      reader: own,
      outletsIn: (words) => namedOutlets(words, facetsOf(library.articles).outlets, outlets),
      understand: (words, as) => understand(words, library, { ...options, as }),
      understandAnywhere: (words) => understand(words, library, { ...options, as: question.as, anywhere: true }),
    };
    const { answer, remembered } = await answerMessage(text, turn, asker);
    const told = await withLocalNames(answer, { names: library.names, outlets });
    if (question.conversation !== undefined && remembered !== null && text.length <= LONGEST_REMEMBERED)
      conversations.remember(question.conversation, { ...remembered, speaker: inTheirWords(remembered.speaker, told) });
    return watched.isPartial() ? { ...told, partial: true } : told;
  };

  return async (question) => {
    // More of an answer is found by asking several times: the reader's time is limited over all of them.
    const own = reader === null || question.builtIn === true ? null : { ...reader.forQuestion(), when: reader.when };
    const offset = offsetOf(question);
    return await (offset > 0 ? pageOf(question, offset, (each) => askOf(each, own)) : askOf(question, own));
  };
}

// 「thx」 and "ok" are said in any language: among others they are of the talk's.
function langOf(text: string, before: InterfaceLang | null, usual: InterfaceLang): InterfaceLang {
  return before !== null && !hasHan(text) && smallTalk(text) !== null ? before : interfaceLangOf(text, before ?? usual);
}

// A question on the archive itself, small talk, one question, or several, each after the one before it.
async function answerMessage(text: string, turn: Turn | null, asker: Asker): Promise<Answering> {
  if (asker.question.as === undefined && asker.question.anywhere !== true) {
    const remark = archiveRemark(text);
    if (remark !== null) return answerRemark(remark, asker);
    const asked = askedOfArchive(text, turn, asker);
    const onArchive = asked === null ? null : await answerOnArchive(asked, turn, asker);
    if (onArchive !== null) return onArchive;
  }
  const talk = smallTalk(text);
  if (talk !== null) return { answer: { ...nothingFor(asker), kind: 'greeting', topic: talk }, remembered: null };
  const isWhole = asker.question.as !== undefined || reportsTitled(text, asker.library).size > 0;
  const parts = isWhole ? [] : partsOf(text);
  if (parts.length < 2) return await answerTurn(text, turn, asker);
  const answerings: Answering[] = [];
  for (const part of parts) {
    const before = answerings.findLast(({ remembered }) => remembered !== null)?.remembered ?? turn;
    answerings.push(await answerTurn(part, before, { ...asker, isFollowed: true }));
  }
  const answer = joinParts(
    answerings.map((one) => one.answer),
    limitOf(asker.question, POINTS),
  );
  const remembered = answerings.findLast((one) => one.remembered !== null)?.remembered ?? null;
  return answer === null ? await answerTurn(text, turn, asker) : { answer, remembered };
}

// What a message asks of the archive, the program or its last answer; null where it asks what the reports say.
function askedOfArchive(text: string, turn: Turn | null, asker: Asker): ArchiveQuestion | null {
  const outlets = asker.outletsIn(text);
  const others = asker.library.names.mentions(foldScript(text), text).filter(({ name }) => name.kind !== 'word');
  const isAfterAnswer = turn !== null && turn.cited.size > 0;
  const ofReports = turn === null ? null : askedOfReports(text);
  if (ofReports !== null)
    return isAfterAnswer
      ? { kind: ofReports, ofAnswer: true, rest: '' }
      : { kind: 'reports', ofAnswer: false, rest: '' };
  const asked = archiveQuestion(text, { named: { outlets, others }, isAfterAnswer });
  if (asked !== null) return asked;
  if (turn?.asked !== undefined) return otherEnd(text, turn) ?? sameOfOther(text, turn.asked, outlets);
  // 「你確定嗎？我怎麼記得不是這樣」: what follows doubt gives its reason, where it names nothing that could be asked about.
  const [first = ''] = text.split(/(?<=[?？!！。，,])/u, 1);
  const doubt = archiveQuestion(first, { named: { outlets: [], others: [] }, isAfterAnswer });
  if (others.length > 0 || outlets.length > 0 || (doubt?.kind !== 'doubt' && doubt?.kind !== 'wrong')) return null;
  // 「唔啱，我問緊船長係邊個」 asks once more, in words of its own.
  return doubt.kind === 'wrong' && asksAnew(text.slice(first.length), asker) ? null : doubt;
}

const ASKS_ANEW: ReadonlySet<AnswerType | null> = new Set<AnswerType | null>([
  'person',
  'place',
  'time',
  'count',
  'which',
  'duration',
  'money',
  'percent',
  'age',
]);

function asksAnew(rest: string, asker: Asker): boolean {
  const { wants, terms } = asker.understand(rest, 'answer').parsed;
  return terms.length > 0 && ASKS_ANEW.has(wants);
}

// 「那最早呢？」 after the latest report there is, on the subject of the list.
function otherEnd(text: string, { as, subject }: Turn): ArchiveQuestion | null {
  const kind = endNamed(text);
  return kind === null ? null : { kind, ofAnswer: false, rest: as === 'listing' ? subject : '' };
}

// 「那大紀元呢？」 after how many there are of another outlet.
function sameOfOther(text: string, kind: ArchiveKind, outlets: readonly unknown[]): ArchiveQuestion | null {
  const folded = foldScript(text);
  for (const pattern of SUBSTITUTIONS) {
    const [from = 0, to = 0] = pattern.exec(folded)?.indices?.[1] ?? [];
    const isOther = to > from && (outlets.length > 0 || !ASKS.test(folded.slice(from, to)));
    if (isOther)
      return { kind, ofAnswer: false, rest: ' '.repeat(from) + text.slice(from, to) + ' '.repeat(text.length - to) };
  }
  return null;
}

// A library for one question, and whether any of its searches could reach only part of the archive.
function watchPartial(library: Library): { readonly library: Library; readonly isPartial: () => boolean } {
  let isPartial = false;
  const index: Library['index'] = {
    ...library.index,
    search: async (...given) => {
      const result = await library.index.search(...given);
      isPartial ||= result.isPartial;
      return result;
    },
  };
  // What may change while the question is answered stays a getter.
  const watched = Object.create(library, { index: { value: index, enumerable: true } }) as Library;
  return { library: watched, isPartial: () => isPartial };
}

// Who spoke, by the name that the asker knows: the next question, which may put it for "he", is in their language.
const inTheirWords = (speaker: string | null, { localNames = {} }: Answer): string | null =>
  speaker === null ? null : (localNames[speaker] ?? speaker);

/** Judges filters before anything is asked with them: as the articles name them, or what is wrong with them. */
export const checkFilters = (
  given: Omit<Question, 'text'>,
  { articles }: Pick<Library, 'articles'>,
  outlets: OutletDirectory,
): Filters | FilterFault => givenFilters(given, facetsOf(articles), outlets);

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

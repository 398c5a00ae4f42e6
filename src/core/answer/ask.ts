import { stripVTControlCharacters } from 'node:util';
import type { OutletDirectory } from '../corpus/outlets.ts';
import type { Library } from '../library.ts';
import { catalogue } from '../messages/catalogue.ts';
import { interfaceLangOf } from '../question/interface-lang.ts';
import { outletsAsked } from '../question/outlets-asked.ts';
import { parseQuestion, type ParsedQuestion } from '../question/parse-question.ts';
import { smallTalk } from '../question/small-talk.ts';
import { mendSpelling } from '../question/spelling.ts';
import type { Ask, Filters, Headline, InterfaceLang, Question, Rejected } from './answer.ts';
import { ANSWER_THRESHOLD, confidence, confidenceFeatures, missingFactor } from './confidence.ts';
import { NO_FILTERS, outletsOf, passageFilter, readFilters } from './filters.ts';
import { gatherEvidence, weighQuestion } from './gather.ts';
import { citePoints, headlineOf } from './points.ts';
import { rankSentences, type RankedSentence } from './rank.ts';
import { unmatchedWords } from './unmatched.ts';

/** The longest question that is looked up, in UTF-16 units; a longer one is a document, not a question. */
const QUESTION_LIMIT = 1_000;
const POINTS = 3;
const MOST_POINTS = 100;
const NEAREST = 3;

interface Understood {
  readonly parsed: ParsedQuestion;
  /** The outlets to set side by side: none, or two and more. */
  readonly compared: readonly string[];
  /** The one outlet that is asked about. */
  readonly outlet: string | null;
}

/** Makes the inward port over a library. `outlets` knows by which names an outlet may be asked for. */
export function createAsk(library: Library, outlets: OutletDirectory, usualLang: InterfaceLang = 'zh-Hant'): Ask {
  const held = outletsOf(library);
  // An outlet that a question names is a filter, two of them are set side by side; the rest is what is looked for. A question that
  // is nothing but an outlet's name is about the outlet.
  const understand = (text: string): Understood => {
    const asked = outletsAsked(text, held, outlets);
    const parse = (words: string): ParsedQuestion =>
      mendSpelling(parseQuestion(words, library.names), library.names, library.index);
    const rest = parse(asked.rest);
    if (asked.outlets.length === 0 || rest.terms.length === 0)
      return { parsed: parse(text), compared: [], outlet: null };
    const [only = null] = asked.outlets;
    return asked.outlets.length === 1
      ? { parsed: rest, compared: [], outlet: only }
      : { parsed: rest, compared: asked.outlets, outlet: null };
  };

  return async (question) => {
    const text = clean(question.text);
    const lang = question.lang ?? interfaceLangOf(text.slice(0, QUESTION_LIMIT), usualLang);
    const fault = faultOf(text, lang, question);
    if (fault !== null) return fault;
    const given = readFilters(question, library, outlets);
    if ('code' in given) return rejectFilters(given, question, lang);
    const { parsed, compared, outlet } = understand(text);
    const filters = given.outlet === null ? { ...given, outlet } : given;
    const nothing = nothingFor(question, filters, lang);
    const talk = smallTalk(text);
    if (talk !== null) return { ...nothing, kind: 'greeting', topic: talk };

    const weighted = weighQuestion(parsed, library);
    const evidence =
      parsed.terms.length === 0 ? [] : await gatherEvidence(weighted, library, passageFilter(filters, compared));
    const ranked = rankSentences(weighted, evidence);
    const unmatched = unmatchedWords(parsed, library.index);
    const sure =
      ranked.length === 0
        ? 0
        : confidence(confidenceFeatures(weighted, ranked, library)) * missingFactor(weighted, ranked, library);
    const common = { ...nothing, confidence: Math.round(sure * 1000) / 1000, unmatched };
    if (sure < ANSWER_THRESHOLD) return { ...common, kind: 'not-found', nearest: nearestOf(ranked), unfiltered: [] };
    const limit = Math.min(MOST_POINTS, Math.max(1, question.limit ?? POINTS));
    return {
      ...common,
      kind: 'answered',
      ...citePoints(weighted, ranked, { limit, names: library.names, outlets: compared }),
    };
  };
}

// Control characters and marks that reorder text are no part of a question; they only hide one.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
const clean = (text: string): string => stripVTControlCharacters(text).replace(UNSEEN, ' ').trim();

function faultOf(text: string, lang: InterfaceLang, question: Question): Rejected | null {
  const { reject } = catalogue(lang);
  if (text === '') return rejected('empty', reject.empty, question, lang);
  if (text.length > QUESTION_LIMIT)
    return rejected('too-long', reject.tooLong(text.length, QUESTION_LIMIT), question, lang);
  if (!/[\p{L}\p{N}]/u.test(text)) return rejected('no-words', reject.noWords, question, lang);
  return null;
}

function rejectFilters(
  fault: Exclude<ReturnType<typeof readFilters>, Filters>,
  question: Question,
  lang: InterfaceLang,
): Rejected {
  const { reject } = catalogue(lang);
  switch (fault.code) {
    case 'bad-date':
      return rejected(fault.code, reject.badDate(fault.given), question, lang);
    case 'dates-reversed':
      return rejected(fault.code, reject.datesReversed(fault.since, fault.until), question, lang);
    case 'unknown-outlet':
      return rejected(fault.code, reject.unknownOutlet(fault.given, fault.known), question, lang);
  }
}

const rejected = (code: Rejected['code'], reason: string, question: Question, lang: InterfaceLang): Rejected => ({
  ...nothingFor(question, NO_FILTERS, lang),
  kind: 'rejected',
  code,
  reason,
});

// What every answer has, before anything is found.
const nothingFor = (question: Question, filters: Filters, lang: InterfaceLang) => ({
  question: question.text,
  understood: null,
  confidence: 0,
  points: [],
  citations: [],
  nearest: [],
  unmatched: [],
  filters,
  lang,
});

// The articles of the best sentences, each once.
function nearestOf(ranked: readonly RankedSentence[]): Headline[] {
  const nearest = new Map<string, Headline>();
  for (const { evidence } of ranked) {
    if (nearest.size >= NEAREST) break;
    const { article } = evidence.passage;
    if (!nearest.has(article.id)) nearest.set(article.id, headlineOf(article));
  }
  return [...nearest.values()];
}

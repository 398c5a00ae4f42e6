import { distance } from 'fastest-levenshtein';
import { crossDictionary } from '../names/cross-dictionary.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { nameTerm } from '../names/terms.ts';
import type { Entry, Gazetteer, Mention } from '../names/gazetteer.ts';
import { parseQuestion, type ParsedQuestion } from './parse-question.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { OutletDirectory } from '../corpus/metadata/outlets.ts';
import type { Library } from '../index/library.ts';
import { filtersInQuestion, type FiltersInQuestion } from './filters/filters.ts';
import { isUnfiltered, NO_FILTERS, facetsOf } from './filters/given-filters.ts';
import { acrossLanguages } from './across.ts';
import { intentOf, withoutComparing, withoutListingWords } from './message.ts';
import { hasHan } from '../text/characters.ts';
import type { AskedKind } from '../model/question.ts';

// Shorter words are too like one another to be mended.
const SHORTEST = 4;
const editsAllowed = (word: string): number => (word.length >= 7 ? 2 : 1);

/**
 * Mends misspelt Latin words: one that neither the corpus nor the name book knows is read as the name, else as the word of
 * the corpus, that is an edit or two away (`Bliken`, `fentanil`). Without such a word the term stays as it is. A surname is no
 * misspelling: it is read as whoever the corpus knows by it.
 * @internal Exported for its tests.
 */
export function mendSpelling(parsed: ParsedQuestion, names: Gazetteer, index: PassageIndex): ParsedQuestion {
  const question = resolveSurnames(parsed, names, index);
  const unknown = (term: QuestionTerm): boolean =>
    term.kind === 'word' &&
    typeof term.term === 'string' &&
    term.term.length >= SHORTEST &&
    /^[a-z]+$/.test(term.term) &&
    index.frequency(term.term) === 0 &&
    // A word of the language that no article happens to have is no misspelling of another.
    crossDictionary().toChinese([question.folded.slice(term.start, term.end)]).length === 0;
  if (!question.terms.some(unknown)) return question;
  const terms = question.terms.map((term): QuestionTerm => {
    if (!unknown(term)) return term;
    const word = term.term as string;
    const name = closestName(word, names);
    if (name !== null) return { ...term, kind: 'name', term: nameTerm(name.id), name };
    const suggestion = index.suggest(word, editsAllowed(word));
    return suggestion === null ? term : { ...term, term: suggestion };
  });
  return { ...question, terms: terms.filter((term, i) => terms.findIndex((other) => other.term === term.term) === i) };
}

function closestName(word: string, names: Gazetteer): Entry | null {
  let best: Entry | null = null;
  let least = editsAllowed(word) + 1;
  for (const { stem, name } of names.latinWords()) {
    if (stem.length < SHORTEST || stem[0] !== word[0]) continue;
    if (Math.abs(stem.length - word.length) >= least) continue;
    const edits = distance(stem, word);
    if (edits < least) {
      best = name;
      least = edits;
    }
  }
  return best;
}

// One of several people with a surname is meant where so many times as many passages name them as any other.
const BY_FAR = 4;

/**
 * Reads surnames that stand alone (`Wang`, `Yang and Blinken`) as the one person of that name whom the corpus names by far the
 * most. A word without a capital, a surname of several people, or of nobody in the corpus, stays a word.
 * @internal Exported for its tests.
 */
export function resolveSurnames(question: ParsedQuestion, names: Gazetteer, index: PassageIndex): ParsedQuestion {
  const found = question.terms.flatMap((term): Mention[] => {
    const name = personOf(question, term, { names, index });
    return name === null ? [] : [{ name, start: term.start, end: term.end }];
  });
  if (found.length === 0) return question;
  return parseQuestion(question.text, {
    ...names,
    // Terms are looked for in the question as a whole; anything else that is read meanwhile has no such surnames.
    mentions: (folded, original) => {
      const mentions = names.mentions(folded, original);
      return folded === question.folded ? [...mentions, ...found].sort((a, b) => a.start - b.start) : mentions;
    },
  });
}

function personOf(
  { text, folded }: ParsedQuestion,
  { kind, start, end }: QuestionTerm,
  { names, index }: { readonly names: Gazetteer; readonly index: PassageIndex },
): Entry | null {
  if ((kind !== 'word' && kind !== 'gloss') || !/^\p{Lu}/u.test(text.slice(start, end))) return null;
  const called = names
    .surnamed(folded.slice(start, end).replace(/['’]s$/, ''))
    .map((name) => ({ name, named: index.frequency(nameTerm(name.id)) }))
    .sort((a, b) => b.named - a.named);
  const [first, second] = called;
  if (first === undefined || first.named === 0 || first.named < BY_FAR * (second?.named ?? 0)) return null;
  return first.name;
}

/** What a question was taken for: what is looked for, where, and what kind of answer is wanted. */
export interface Understood {
  readonly parsed: ParsedQuestion;
  readonly as: AskedKind;
  readonly asked: FiltersInQuestion;
  /** Whether the question names nothing but what narrows. */
  readonly onlyNarrows: boolean;
}

interface UnderstandOptions {
  readonly outlets: OutletDirectory;
  /** The reader's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The kind that was chosen by other means than words. */
  readonly as: AskedKind | undefined;
  /** Whether words that narrow are to be looked for instead. */
  readonly anywhere: boolean;
}

/** Reads a question. One that is nothing but an outlet's name is about the outlet, unless its articles are asked for. */
export function understand(text: string, library: Library, options: UnderstandOptions): Understood {
  const { articles } = library;
  const parse = (words: string): ParsedQuestion => parseIn(library, words);
  const kind = options.as === undefined ? intentOf(text) : { as: options.as, rest: text };
  const everything: FiltersInQuestion = {
    filters: NO_FILTERS,
    outlets: [],
    missing: [],
    sisters: [],
    ofEvent: false,
    days: [],
    rest: text,
    fault: null,
  };
  if (options.anywhere) return { parsed: parse(text), as: kind.as, asked: everything, onlyNarrows: false };
  const { outlets: directory, today } = options;
  const asked = filtersInQuestion(text, kind.rest, { holdings: facetsOf(articles), directory, today, as: kind.as });
  const parsed = parse(asked.rest);
  const isOfDays = ({ start, end }: QuestionTerm): boolean =>
    asked.days.some((day) => start >= day.start && end <= day.end);
  const unlisted = withoutListingWords(asked.rest);
  const listed = (unlisted === asked.rest ? parsed : parse(unlisted)).terms.filter((term) => !isOfDays(term));
  // 「河畔日報2023年的報道」 names nothing else either.
  const subject = listed.length === 0 ? [] : parsed.terms.filter((term) => !isOfDays(term));
  const onlyNarrows = subject.length === 0 && !isUnfiltered(asked.filters);
  const understood = { parsed, asked, onlyNarrows };
  const outlets = asked.filters.outlet === null ? asked.outlets.length : 1;
  if (outlets + asked.missing.length > 1 && kind.as === 'answer')
    return { ...understood, parsed: parse(withoutComparing(asked.rest)), as: 'comparison' };
  if (subject.length > 0 && kind.as === 'listing')
    return { ...understood, parsed: { ...parsed, terms: subject }, asked: { ...asked, ofEvent: false }, as: 'listing' };
  if (subject.length > 0 || (kind.as !== 'answer' && kind.as !== 'listing')) return { ...understood, as: kind.as };
  // 「眾新聞 2021年」, "RFA in June 2023": nothing but narrowing asks for what there is; an outlet's name alone is a subject.
  const { outlet, ...more } = asked.filters;
  if (kind.as === 'listing' || !isUnfiltered({ ...more, outlet: null })) {
    return {
      parsed: { ...parsed, terms: subject },
      asked: { ...asked, ofEvent: false },
      as: 'listing',
      onlyNarrows,
    };
  }
  return outlet === null
    ? { ...understood, as: 'answer' }
    : { parsed: parse(text), as: 'answer', asked: everything, onlyNarrows };
}

/**
 * Takes a question apart; words of it that are nearly words of the corpus are read as those. Of a corpus in the other language alone it
 * is asked across languages.
 */
export function parseIn({ names, index, languages: { chinese, english } }: Library, text: string): ParsedQuestion {
  const parsed = mendSpelling(parseQuestion(text, names), names, index);
  const [own, other] = hasHan(parsed.folded) ? [chinese, english] : [english, chinese];
  return other && !own ? acrossLanguages(parsed, index) : parsed;
}

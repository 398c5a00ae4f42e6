import { distance } from 'fastest-levenshtein';
import type { PassageIndex } from '../index/passage-index.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { Span } from '../model/span.ts';
import { crossDictionary } from '../names/cross-dictionary.ts';
import { type Entry, type Gazetteer, type LatinWords, type Mention, longestMentions } from '../names/gazetteer.ts';
import { nameTerm } from '../index/terms.ts';
import { KIN_BEHIND } from '../statements/speaks-for.ts';
import { foldScript, isCjk } from '../text/script.ts';
import { anyOf, langWords } from '../text/lang-data.ts';
import { segmentsOf } from '../text/sentences.ts';
import { englishLexicon } from '../statements/en/lexicon.ts';
import {
  type AnswerType,
  type AnswerTypeMatch,
  blankFraming,
  blankSpan,
  findAnswerType,
  spokenOf,
  tellsOfSpeech,
} from './answer-type.ts';
import {
  type QuestionFrame,
  actByMention,
  askedStatement,
  asksForWords,
  frameOf,
  isTowards,
  saidByAsked,
  saidBySomebody,
} from './frame.ts';
import { askedDemandIn } from './speech-acts/demand.ts';
import { termsOf } from './term-list.ts';

// What somebody wants of another is asked for by these: 「美方希望中方做甚麼」, 「想華府點做」.
const MAY_BE_DEMANDED: ReadonlySet<AnswerType> = new Set<AnswerType>(['what', 'which', 'statement', 'manner']);

/** A question as the search understands it. */
export interface ParsedQuestion {
  readonly text: string;
  /** `text` folded, same offsets. */
  readonly folded: string;
  readonly wants: AnswerType | null;
  /** Where the question word stands. */
  readonly answerType: { readonly start: number; readonly end: number } | null;
  /** The noun behind the question word, folded: 哪家「公司」, 多少「人」; '' where there is none. */
  readonly focus: string;
  readonly terms: readonly QuestionTerm[];
  /** The people and bodies of the question; the first is the one who is asked about, if anybody is said to say anything. */
  readonly speakers: readonly Entry[];
  /** Where it has names that no file has: 秦剛毅, who is not 秦剛. */
  readonly unknownNames: readonly Span[];
  /** The distinct CJK characters of the terms that are bigrams: a finer measure of likeness than bigrams. */
  readonly units: readonly number[];
  /** What is asked, slot by slot. */
  readonly frame: QuestionFrame;
}

/** Takes a question apart: what it asks for, and the terms that an answer should hold. */
export function parseQuestion(text: string, names: Gazetteer): ParsedQuestion {
  const folded = foldScript(text);
  const cue = findAnswerType(folded);
  // A name is looked for in the whole question: 什么 inside a title or an office stays what it is.
  const named = longestMentions(names.mentions(folded, text)).filter(
    (mention) => cue === null || mention.end <= cue.start || mention.start >= cue.end,
  );
  const { mentions, unknown } = wholeNames(folded, named);
  const kept = blankFraming(folded, cue, mentions);
  const demand = cue !== null && MAY_BE_DEMANDED.has(cue.asked) ? askedDemandIn(text, folded, names) : null;
  const speakers = firstOf(speakersOf(folded, mentions, cue), demand?.speaker?.entry ?? null);
  const asked = speakers[0] ?? null;
  const speech = tellsOfSpeech({ wants: cue?.asked ?? null, folded });
  // A demand of 美方 on 中方 may name neither: a minister urges China.
  const parties = new Set([demand?.speaker?.entry, demand?.addressee?.entry]);
  const affiliatesOf = (name: Entry): readonly Entry[] =>
    (speech && name === asked) || parties.has(name) ? names.affiliates(name) : [];
  const focus = focusOf(folded, cue, mentions);
  const speaking = mentions.find(({ name }) => name === asked) ?? null;
  const statement =
    demand ??
    saidBySomebody(askedStatement({ text, folded, kept, cue }, names), folded, speaking) ??
    actByMention({ folded, kept, mentions }) ??
    saidByAsked({ folded, cue }, speaking);
  const frame = frameOf({ folded, cue, statement, focus, mentions });
  const unsaid = unsaidIn(frame, demand, { kept, cue });
  return {
    text,
    folded,
    wants: wantsOf(folded, mentions, cue),
    answerType: cue,
    focus,
    ...termsOf(
      {
        text,
        folded,
        kept: unsaid.reduce(blankSpan, kept),
        cue,
        unsaid,
        mentions: mentions.filter((mention) => unsaid.every((span) => isApart(mention, span))),
        describing: describing(frame),
        unknownNames: unknown,
        affiliatesOf,
      },
      names,
    ),
    speakers,
    unknownNames: unknown,
    frame,
  };
}

// 提過 is no content, nor is 去 of 「幾時去北洲」: reports have another verb.
function unsaidIn(
  { speaker, participation }: QuestionFrame,
  demand: { readonly verb: Span } | null,
  question: Parameters<typeof spokenOf>[0],
): readonly Span[] {
  const said = demand?.verb ?? (speaker === null ? null : spokenOf(question));
  return said === null ? (participation?.verbs ?? []) : [said];
}

// The noun of what is wanted, and the verb of an act that is asked for: 「要求」做什麼 may be 敦促 in the answer.
const describing = ({ focus, verb, act, wanted }: QuestionFrame): Span[] =>
  [focus, act !== 'say' && act !== 'other' && asksForWords(wanted) ? verb : null].filter((span) => span !== null);

const isApart = ({ start, end }: Span, other: Span): boolean => end <= other.start || start >= other.end;

// Who demands is asked about before whoever it is demanded of.
const firstOf = (speakers: readonly Entry[], first: Entry | null): readonly Entry[] =>
  first === null || !speakers.includes(first) ? speakers : [first, ...speakers.filter((one) => one !== first)];

// 「秦剛和布林肯通話談了什麼」 asks what two spoke about with each other, not what one of them said.
function wantsOf(folded: string, mentions: readonly Mention[], cue: AnswerTypeMatch | null): AnswerType | null {
  if (cue === null) return null;
  return cue.asked === 'statement' && isMutual(folded, mentions, cue) ? 'what' : cue.asked;
}

const MUTUAL = new RegExp(`^(?:是)?(?:${anyOf(langWords('zh/mutual-speech'))})`);
const JOINED = new RegExp(`^(?:${anyOf(langWords('zh/joining'))}|&)?$`);

function isMutual(folded: string, mentions: readonly Mention[], cue: AnswerTypeMatch): boolean {
  if (!MUTUAL.test(folded.slice(cue.start, cue.end))) return false;
  const people = mentions.filter(({ name, end }) => name.kind === 'person' && end <= cue.start);
  return people.some(({ end }, i) => {
    const next = people[i + 1];
    return next !== undefined && JOINED.test(folded.slice(end, next.start).trim());
  });
}

const FOCUS_ENDS: ReadonlySet<string> = new Set(langWords('zh/focus-ends'));
// In UTF-16 units: 社交平台 with what may follow it.
const LONGEST_FOCUS = 6;

// The CJK characters behind the question word, or the name that begins there.
function focusOf(folded: string, cue: AnswerTypeMatch | null, mentions: readonly Mention[]): string {
  if (cue === null) return '';
  const from = cue.end;
  const named = mentions.find((mention) => mention.start === from);
  if (named !== undefined) return folded.slice(named.start, named.end);
  let end = from;
  while (
    end < folded.length &&
    end - from < LONGEST_FOCUS &&
    isCjk(folded.charCodeAt(end)) &&
    !FOCUS_ENDS.has(folded.charAt(end))
  )
    end++;
  return folded.slice(from, end);
}

// Shorter words are too like one another to be mended.
const SHORTEST = 4;
const editsAllowed = (word: string): number => (word.length >= 7 ? 2 : 1);

/**
 * Mends misspelt Latin words: one that neither the corpus nor the gazetteer knows is read as the name, else as the word of
 * the corpus, that is an edit or two away (`Bliken`, `fentanil`). Without such a word the term stays as it is. A surname is no
 * misspelling: it is read as whoever the corpus knows by it. Nor is what `spelt` finds, Chinese names in Latin letters that the corpus
 * has: Jianguo is not Jiangsu.
 */
export function correctSpelling(
  parsed: ParsedQuestion,
  names: Gazetteer,
  { index, spelt = () => [] }: { readonly index: PassageIndex; readonly spelt?: () => readonly Span[] },
): ParsedQuestion {
  const question = resolveSurnames(parsed, names, index);
  const unknown = (term: QuestionTerm): boolean =>
    term.kind === 'word' &&
    typeof term.term === 'string' &&
    term.term.length >= SHORTEST &&
    /^[a-z]+$/.test(term.term) &&
    index.frequency(term.term) === 0 &&
    // A word of the language that no article happens to have is no misspelling of another.
    crossDictionary().toChinese([question.folded.slice(term.start, term.end)]).length === 0 &&
    !spelt().some(({ start, end }) => start <= term.start && term.end <= end);
  if (!question.terms.some(unknown)) return question;
  const terms = question.terms.map((term): QuestionTerm => {
    if (!unknown(term)) return term;
    const word = term.term as string;
    const name = closestName(word, namesFor(question, term, names));
    if (name !== null) return { ...term, kind: 'name', term: nameTerm(name.id), name };
    const suggestion = index.suggest(word, editsAllowed(word));
    return suggestion === null ? term : { ...term, term: suggestion };
  });
  return { ...question, terms: terms.filter((term, i) => terms.findIndex((other) => other.term === term.term) === i) };
}

// Somebody's name in capitals is no word of the field: Judy Chan asks for no jury.
function namesFor({ text }: ParsedQuestion, { start, end }: Span, names: Gazetteer): LatinWords {
  const isName = /^\p{Lu}/u.test(text.slice(start)) && (start > 0 || /^ \p{Lu}/u.test(text.slice(end)));
  return isName ? names.latinWords().filter(({ name }) => name.kind !== 'word') : names.latinWords();
}

function closestName(word: string, known: LatinWords): Entry | null {
  let best: Entry | null = null;
  let least = editsAllowed(word) + 1;
  for (const { stem, name } of known) {
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
  if (isPartOfName(text, { start, end }, names)) return null;
  const called = names
    .surnamed(folded.slice(start, end).replace(/['’]s$/, ''))
    .map((name) => ({ name, named: index.frequency(nameTerm(name.id)) }))
    .sort((a, b) => b.named - a.named);
  const [first, second] = called;
  if (first === undefined || first.named === 0 || first.named < BY_FAR * (second?.named ?? 0)) return null;
  return first.name;
}

const CAPITAL_BEFORE = /(?<!\p{L})(\p{Lu}[\p{L}'’]*) $/u;
const CAPITAL_BEHIND = /^(?:-\p{L}| (\p{Lu}[\p{L}'’]*))/u;
// In UTF-16 units.
const LONGEST_WORD = 24;
const NO_NAMES: ReadonlySet<string> = new Set(['en/stop-words', 'en/titles'].flatMap(langWords));

// Whether a surname stands in somebody's full name, as in Kevin Yam or Chan Po-ying: no other of that surname is meant.
function isPartOfName(text: string, { start, end }: Span, names: Gazetteer): boolean {
  const isName = (word: string): boolean => {
    const lower = word.toLowerCase();
    const isOffice = NO_NAMES.has(lower) || englishLexicon().personNouns.has(lower);
    return !isOffice && names.mentions(foldScript(word), word).length === 0;
  };
  const [, before] = CAPITAL_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_WORD), start)) ?? [];
  if (before !== undefined && isName(before)) return true;
  const behind = CAPITAL_BEHIND.exec(text.slice(end, end + LONGEST_WORD));
  return behind !== null && (behind[1] === undefined || isName(behind[1]));
}

const SURNAMES: ReadonlySet<string> = new Set(langWords('zh/surnames'));
const MAY_FOLLOW: ReadonlySet<string> = new Set(langWords('zh/after-name'));

/**
 * Reads the names of a folded question whole: a person of the gazetteer whose two characters begin a longer name, 秦剛 in 秦剛毅, is
 * not meant, and the longer name is one that no file has; nor is 秦剛 in 秦剛之友.
 */
function wholeNames(
  folded: string,
  mentions: readonly Mention[],
): { readonly mentions: readonly Mention[]; readonly unknown: readonly Span[] } {
  const unknown: Span[] = [];
  const whole = mentions.filter((mention) => {
    const end = endOfLongerName(folded, mention, mentions);
    if (end === null) return true;
    unknown.push({ start: mention.start, end });
    return false;
  });
  return { mentions: whole, unknown };
}

function endOfLongerName(folded: string, { name, start, end }: Mention, mentions: readonly Mention[]): number | null {
  const theirs = name.kind === 'person' ? KIN_BEHIND.exec(folded.slice(end)) : null;
  if (theirs !== null) return end + theirs[0].length;
  if (name.kind !== 'person' || end - start !== 2 || !SURNAMES.has(folded.charAt(start))) return null;
  const next = folded.charAt(end);
  if (!isCjk(next.charCodeAt(0)) || MAY_FOLLOW.has(next) || mentions.some((other) => other.start === end)) return null;
  const behind = folded.charAt(end + 1);
  const ends = !isCjk(behind.charCodeAt(0)) || MAY_FOLLOW.has(behind);
  return ends && !beginsWord(folded, end) ? end + 1 : null;
}

// Whether a word of two characters or more begins at a place: 「卸任」 behind a name is no part of it.
function beginsWord(folded: string, at: number): boolean {
  const segment = segmentsOf(folded.slice(at)).containing(0);
  return segment !== undefined && segment.segment.length > 1;
}

/**
 * The people and bodies of a folded question, the one first who is asked about, if anybody is said to say anything: whoever stands
 * last before the question word (美國國務院說王毅怎樣回應), unless something is said to them, about them or done with them
 * (王毅對布林肯提出了什麼), else whoever is named first. A country or a capital speaks where a statement is asked for.
 */
function speakersOf(folded: string, mentions: readonly Mention[], cue: AnswerTypeMatch | null): Entry[] {
  const able = mentions.filter(({ name }) => name.kind === 'person' || name.kind === 'organisation');
  const subjects = able.filter((one, i) => !isObject(folded, able, i) && !isMedium(folded, one));
  const before = cue === null ? [] : subjects.filter(({ end }) => end <= cue.start);
  const asked =
    before.at(-1) ?? (cue?.asked === 'statement' ? capitalOf(folded, mentions, cue) : null) ?? subjects[0] ?? able[0];
  return asked === undefined ? [] : [asked.name, ...able.filter((one) => one !== asked).map(({ name }) => name)];
}

// Whoever 和 joins to somebody who is spoken to is spoken to as well.
const AND = new RegExp(`^ *(?:${anyOf(['zh/joining', 'en/joining'].flatMap(langWords))}) *$`);
// 王毅和布林肯會面時: who met somebody is not joined to them as a speaker.
const MET = new RegExp(`^ *(?:${anyOf(langWords('zh/meetings'))})`);

// 在推特: a body by which somebody speaks.
const isMedium = (folded: string, { name, start }: Mention): boolean =>
  name.kind === 'organisation' && MEDIUM.test(folded.slice(0, start));
const MEDIUM = new RegExp(`(?:${anyOf(['zh/place-before', 'yue/place-before'].flatMap(langWords))})$`);

function isObject(folded: string, able: readonly Mention[], i: number): boolean {
  const one = able[i];
  if (one === undefined) return false;
  const previous = able[i - 1];
  if (previous !== undefined && AND.test(folded.slice(previous.end, one.start)))
    return isObject(folded, able, i - 1) || MET.test(folded.slice(one.end));
  return isTowards(folded.slice(0, one.start));
}

// 北京方面如何回應, what did Beijing say: a place that does not stand where something happens.
function capitalOf(folded: string, mentions: readonly Mention[], cue: AnswerTypeMatch): Mention | undefined {
  const asks = (start: number, end: number): boolean =>
    cue.start >= end ? !PLACED.test(folded.slice(0, start)) : /^ *(?:the )?$/.test(folded.slice(cue.end, start));
  return mentions.find(
    ({ name, start, end }) => name.kind === 'place' && asks(start, end) && !OF_TALKS.test(folded.slice(end)),
  );
}

// 「阿拉斯加會談談了什麼」: a place where talks were held says nothing.
const OF_TALKS = new RegExp(`^(?:${anyOf(langWords('zh/encounter-nouns'))})`);

const PLACED = new RegExp(`(?:${anyOf(langWords('zh/placed-before'))}) *$`);

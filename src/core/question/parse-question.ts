import { isCjk } from '../text/characters.ts';
import { longestMentions, type Mention, type Entry, type Gazetteer } from '../names/gazetteer.ts';
import type { Span } from '../model/span.ts';
import { anyOf, langWords } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';
import { findAnswerType, tellsOfSpeech, type AnswerType, type AnswerTypeMatch } from './answer-type.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { askedDemandIn, askedStatement, actByMention, saidBySomebody } from './asked/read.ts';
import { blankFraming, blankSpan } from './clauses.ts';
import { asksForWords, frameOf, type QuestionFrame } from './frame.ts';
import { speakersOf, wholeNames } from './people.ts';
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
  /** The distinct CJK characters of the terms that are pairs: a finer measure of likeness than pairs. */
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
  const membersOf = (name: Entry): readonly Entry[] =>
    (speech && name === asked) || parties.has(name) ? names.members(name) : [];
  const focus = cue === null ? '' : focusOf(folded, cue.end, mentions);
  const speaking = mentions.find(({ name }) => name === asked) ?? null;
  const statement =
    demand ??
    saidBySomebody(askedStatement({ text, folded, kept, cue }, names), folded, speaking) ??
    actByMention({ folded, kept, mentions });
  const frame = frameOf({ folded, cue, statement, focus });
  const content = demand === null ? kept : blankSpan(kept, demand.verb);
  const telling = mentions.filter(
    ({ start, end }) => demand === null || end <= demand.verb.start || start >= demand.verb.end,
  );
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
        kept: content,
        cue,
        mentions: telling,
        describing: describing(frame),
        unknownNames: unknown,
        membersOf,
      },
      names,
    ),
    speakers,
    frame,
  };
}

// The noun of what is wanted, and the verb of an act that is asked for: 「要求」做什麼 may be 敦促 in the answer.
const describing = ({ focus, verb, act, wanted }: QuestionFrame): Span[] =>
  [focus, act !== 'say' && act !== 'other' && asksForWords(wanted) ? verb : null].filter((span) => span !== null);

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
function focusOf(folded: string, from: number, mentions: readonly Mention[]): string {
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

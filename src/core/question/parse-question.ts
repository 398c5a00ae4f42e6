import { bigramKey, isCjk } from '../text/characters.ts';
import { longestMentions, type Mention, type Entry, type Gazetteer } from '../names/gazetteer.ts';
import { foldScript } from '../text/script.ts';
import { nameTerm, numberTerm, type Term } from '../names/terms.ts';
import { blankFillers, findAnswerType, tellsOfSpeech, type AnswerType } from './answer-type.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { frameOf, type QuestionFrame } from './frame.ts';
import { latinWords } from './latin-words.ts';
import { numbersOf } from './numbers.ts';
import { speakersOf } from './speakers.ts';

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
  const kept = blankFillers(folded, cue);
  // A name is looked for in the whole question: 什么 inside a title or an office stays what it is.
  const mentions = longestMentions(names.mentions(folded, text)).filter(
    (mention) => cue === null || mention.end <= cue.start || mention.start >= cue.end,
  );
  const speakers = speakersOf(folded, mentions, cue);
  const [asked] = speakers;
  const speech = tellsOfSpeech({ wants: cue?.asked ?? null, folded });
  const members = asked === undefined || !speech ? [] : names.members(asked);
  const terms: QuestionTerm[] = [];
  const seen = new Set<Term>();
  const add = (term: QuestionTerm): void => {
    if (seen.has(term.term)) return;
    seen.add(term.term);
    terms.push(term);
  };
  const taken = new Uint8Array(folded.length);
  for (const mention of mentions) {
    const titled = mention.name.kind === 'person' ? (TITLE.exec(folded.slice(0, mention.start))?.[0].length ?? 0) : 0;
    taken.fill(1, mention.start - titled, mention.end);
    add({
      kind: 'name',
      term: nameTerm(mention.name.id),
      start: mention.start,
      end: mention.end,
      name: mention.name,
      ...(mention.name === asked && members.length > 1 ? { members } : {}),
      forms: [],
      number: null,
    });
  }
  // Phrases of a dialect are looked for before their particles are blanked; one inside a name or the question word is none.
  for (const { start, end, forms } of names.dialect(folded)) {
    if (taken.subarray(start, end).includes(1) || (cue !== null && start < cue.end && end > cue.start)) continue;
    taken.fill(1, start, end);
    add({ kind: 'gloss', term: `=${folded.slice(start, end)}`, start, end, name: null, forms, number: null });
  }
  for (const number of numbersOf(kept)) {
    if (taken[number.start] === 1) continue;
    if (number.unit !== '' && kept.charAt(number.end) === number.unit) taken[number.end] = 1;
    add({
      kind: 'number',
      term: numberTerm(number.value, number.unit),
      start: number.start,
      end: number.end,
      name: null,
      forms: [],
      number: { value: number.value, unit: number.unit },
    });
  }
  const units = new Set<number>();
  for (let i = 0; i < kept.length; i++) {
    const unit = kept.charCodeAt(i);
    if (!isCjk(unit) || taken[i] === 1) continue;
    units.add(unit);
    const next = kept.charCodeAt(i + 1);
    if (isCjk(next) && taken[i + 1] !== 1) {
      add({ kind: 'pair', term: bigramKey(unit, next), start: i, end: i + 2, name: null, forms: [], number: null });
    } else if (!(i > 0 && isCjk(kept.charCodeAt(i - 1)) && taken[i - 1] !== 1) && !FUNCTION_UNIT.test(kept.charAt(i))) {
      // A character that stands alone: 岁, or a question of one character.
      add({ kind: 'word', term: kept.charAt(i), start: i, end: i + 1, name: null, forms: [], number: null });
    }
  }
  for (const { stem, start, end, forms } of latinWords(kept, taken, text, names)) {
    add({
      kind: forms === null ? 'word' : 'gloss',
      term: forms === null ? stem : `=${stem}`,
      start,
      end,
      name: null,
      forms: forms ?? [],
      number: null,
    });
  }
  terms.sort((a, b) => a.start - b.start || a.end - b.end);
  const focus = cue === null ? '' : focusOf(folded, cue.end, mentions);
  return {
    text,
    folded,
    wants: cue !== null && cue.asked === 'statement' && isMutual(folded, mentions, cue) ? 'what' : (cue?.asked ?? null),
    answerType: cue,
    focus,
    terms,
    speakers,
    units: [...units],
    frame: frameOf({ folded, cue, mentions, asked: asked ?? null, focus }),
  };
}

// Secretary Blinken is Blinken: reports name offices in other words.
const TITLE =
  /\b(?:mr|mrs|ms|dr|secretary|minister|president|premier|director|ambassador|spokes(?:man|woman|person))\.? $/;

// 「秦剛和布林肯通話談了什麼」 asks what two spoke about with each other, not what one of them said.
function isMutual(
  folded: string,
  mentions: readonly Mention[],
  cue: { readonly start: number; readonly end: number },
): boolean {
  if (!/^(?:是)?(?:谈|倾|讲|讨论|商讨|磋商)/.test(folded.slice(cue.start, cue.end))) return false;
  const people = mentions.filter(({ name, end }) => name.kind === 'person' && end <= cue.start);
  return people.some(({ end }, i) => {
    const next = people[i + 1];
    return next !== undefined && /^[\s]*(?:和|与|跟|同|及|、|&)?[\s]*$/.test(folded.slice(end, next.start));
  });
}

const FUNCTION_UNIT =
  /[的了是在和与于之也有为被把将对向从到由以及或而并等着过上下中内外里前后时个做这那其同跟给畀俾话讲系佢该此一不都就还又再才可能会要得地所用]/;

// Up to six CJK characters behind the question word, or the name that begins there.
function focusOf(folded: string, from: number, mentions: readonly Mention[]): string {
  const named = mentions.find((mention) => mention.start === from);
  if (named !== undefined) return folded.slice(named.start, named.end);
  let end = from;
  while (
    end < folded.length &&
    end - from < 6 &&
    isCjk(folded.charCodeAt(end)) &&
    !'的是在了和与为会有'.includes(folded.charAt(end))
  )
    end++;
  return folded.slice(from, end);
}

import { segmentsOf } from '../text/sentences.ts';
import { anyOf, langWords } from '../text/lang-data.ts';
import type { Mention, Entry } from '../names/gazetteer.ts';
import type { Span } from '../model/span.ts';
import { isCjk } from '../text/characters.ts';
import type { AnswerTypeMatch } from './answer-type.ts';

const SURNAMES: ReadonlySet<string> = new Set(langWords('zh/surnames'));
const MAY_FOLLOW: ReadonlySet<string> = new Set(langWords('zh/after-name'));

/**
 * Reads the names of a folded question whole: a person of the gazetteer whose two characters begin a longer name, 秦剛 in 秦剛毅, is
 * not meant, and the longer name is one that no file has.
 */
export function wholeNames(
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
export function speakersOf(folded: string, mentions: readonly Mention[], cue: AnswerTypeMatch | null): Entry[] {
  const able = mentions.filter(({ name }) => name.kind === 'person' || name.kind === 'organisation');
  const subjects = able.filter((_, i) => !isObject(folded, able, i));
  const before = cue === null ? [] : subjects.filter(({ end }) => end <= cue.start);
  const asked =
    before.at(-1) ?? (cue?.asked === 'statement' ? capitalOf(folded, mentions, cue) : null) ?? subjects[0] ?? able[0];
  return asked === undefined ? [] : [asked.name, ...able.filter((one) => one !== asked).map(({ name }) => name)];
}

// 對X, 向X, 要求X: behind one of these somebody is spoken to or about; and so is whoever 和 joins to one.
const TITLES = [
  anyOf(['zh/titles-between', 'en/titles'].flatMap(langWords)),
  `[${langWords('zh/country-characters').join('')}]国`,
].join('|');
const SPOKEN_TO = `${anyOf(langWords('zh/spoken-to-before'))}|\\b(?:${anyOf(langWords('en/spoken-to-before'))})(?: the)?`;
const TOWARDS = new RegExp(`(?:${SPOKEN_TO}) *(?:(?:${TITLES}) *){0,2}$`);
const AND = new RegExp(`^ *(?:${anyOf(['zh/joining', 'en/joining'].flatMap(langWords))}) *$`);
// 王毅和布林肯會面時: who met somebody is not joined to them as a speaker.
const MET = new RegExp(`^ *(?:${anyOf(langWords('zh/meetings'))}|在)`);

function isObject(folded: string, able: readonly Mention[], i: number): boolean {
  const one = able[i];
  if (one === undefined) return false;
  const previous = able[i - 1];
  if (previous !== undefined && AND.test(folded.slice(previous.end, one.start)))
    return isObject(folded, able, i - 1) || MET.test(folded.slice(one.end));
  return isTowards(folded.slice(0, one.start));
}

/** Whether what follows folded words is spoken to or about: 對X, 向X, 要求X. */
export const isTowards = (before: string): boolean => TOWARDS.test(before);

// 北京方面如何回應, what did Beijing say: a place that does not stand where something happens.
function capitalOf(folded: string, mentions: readonly Mention[], cue: AnswerTypeMatch): Mention | undefined {
  const asks = (start: number, end: number): boolean =>
    cue.start >= end ? !PLACED.test(folded.slice(0, start)) : /^ *(?:the )?$/.test(folded.slice(cue.end, start));
  return mentions.find(({ name, start, end }) => name.kind === 'place' && asks(start, end));
}

const PLACED = new RegExp(`(?:${anyOf(langWords('zh/placed-before'))}) *$`);

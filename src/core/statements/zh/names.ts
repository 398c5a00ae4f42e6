import { langWords } from '../../text/lang-data.ts';
import { JOINING_CHARACTERS, JOINING_WORDS } from './joining.ts';
import { BRACKETED } from '../quote-mask.ts';
import { lexicon, verbAt } from './lexicon.ts';
import { isPassive } from './passive.ts';
import { isHan, timeEnd, type ZhText } from './zh-text.ts';

// Chinese names have a surname of one or two characters and one or two more; names written by sound are longer.
const LONGEST_CHINESE = 4;
const LONGEST_SOUNDED = 8;

/**
 * Where a person's name ends that no list has and that begins at `at`: a Chinese name by its surname, or a foreign one by its
 * sound, before something that can follow a name. -1 where none does. `behind` tells what stands before it: behind an office,
 * any two or three characters may be one; behind a word that only ends like an office, a surname may begin one; behind anything else, a
 * name by its sound has to recur.
 */
export function unlistedNameEnd(
  text: ZhText,
  at: number,
  { to, behind }: { to: number; behind: 'nothing' | 'office' | 'calling' | 'other' },
): number {
  if (lexicon().nonNames.endAt(text.masked, at) > at || verbAt(text.masked, at) !== null) return -1;
  const chinese = chineseNameEnd(text, at, { to, behind });
  // 在特朗普宣布…: the preposition is no part of the name, unless an office stands before it.
  const isPhrase = behind !== 'office' && lexicon().prepositionWords.endAt(text.masked, at) > at;
  const sounded = isPhrase ? -1 : soundedNameEnd(text, at, { to, least: behind === 'office' ? 2 : 3 });
  const isDotted = isOffice(behind) || lexicon().sounds.has(text.masked.charAt(at));
  const dotted = isDotted ? dottedNameEnd(text, at, { to, behind }) : -1;
  const isSounded =
    sounded > 0 && (behind === 'nothing' || behind === 'office' || text.recurs(text.masked.slice(at, sounded), at));
  const end = dotted > 0 ? dotted : chinese > 0 ? chinese : isSounded ? sounded : -1;
  return end < 0 && behind === 'office' ? shortNameEnd(text, at, to) : end;
}

const isOffice = (behind: string): boolean => behind === 'office' || behind === 'calling';

function chineseNameEnd(text: ZhText, at: number, { to, behind }: { to: number; behind: string }): number {
  const { masked } = text;
  const { surnames, officeSurnames } = lexicon();
  const given = Math.max(surnames.endAt(masked, at), behind === 'office' ? officeSurnames.endAt(masked, at) : -1);
  if (given < 0) return -1;
  const longest = Math.min(given + 2, at + LONGEST_CHINESE);
  // 卓華指，…: the last character is the verb.
  const ends = isVerbBeforeMark(masked, longest - 1) ? [given + 1] : [longest, given + 1];
  // 周梁淑儀: a husband's surname before one's own.
  if (given === at + 1 && surnames.endAt(masked, given) === given + 1) ends.push(given + 3);
  const isRare = behind !== 'office' && lexicon().rareSurnames.endAt(masked, at) === given;
  const word = functionEnd(text, at);
  for (const end of ends) {
    if (word >= end && !text.recurs(masked.slice(at, end), at)) continue;
    // 曾成德說: of three characters, right before the verb
    const isToldOf = end === given + 2 && verbAt(masked, end)?.kind === 'plain';
    if (isRare && !isToldOf && (end === given + 1 || !text.recurs(masked.slice(at, end), at))) continue;
    if (
      end <= to &&
      isPlain(masked, given, end) &&
      isBoundary(text, end, to) &&
      isWhole(text, { at, given, end, to, behind })
    )
      return end;
  }
  return -1;
}

const isVerbBeforeMark = (masked: string, at: number): boolean =>
  verbAt(masked, at)?.end === at + 1 && /[,:「『“]/.test(masked.charAt(at + 1));

interface Candidate {
  readonly at: number;
  /** Where the given name begins. */
  readonly given: number;
  readonly end: number;
  readonly to: number;
  readonly behind: string;
}

// 王毅又指: the last character begins what follows, unless the article knows the longer name; 曾多次, 於會上: no given name.
function isWhole(text: ZhText, candidate: Candidate): boolean {
  const { at, given, end, to } = candidate;
  const { masked } = text;
  if (isOwnCharacter(text, candidate)) return true;
  const isSingle = end === given + 1 && lexicon().clauseCharacters.has(masked.charAt(given));
  if ((isSingle || functionEnd(text, given) >= end) && !text.recurs(masked.slice(at, end), at)) return false;
  const last = end - 1;
  const isPlace = lexicon().localizers.startBefore(masked, end) === last;
  if (isPlace && !text.recurs(masked.slice(at, end), at)) return false;
  if (last <= given || !isFunction(text, last)) return true;
  return text.recurs(masked.slice(at, end), at) && !isBoundary(text, last, to);
}

// Whether a last character that could begin a phrase is the name's: in 伍平和說 it joins nobody, and behind an office (調度員盧和昨日)
// no surname stands alone.
function isOwnCharacter(text: ZhText, { at, given, end, behind }: Candidate): boolean {
  const { masked } = text;
  const { rareSurnames, surnames } = lexicon();
  const isRare = behind !== 'office' && rareSurnames.endAt(masked, at) === given;
  if (surnames.endAt(masked, at) !== given || isRare) return false;
  if (JOINING.has(masked.charAt(end - 1)) && verbAt(masked, end)?.kind === 'plain') return true;
  return isOffice(behind) && end === given + 1 && functionEnd(text, given) <= end;
}

const JOINING: ReadonlySet<string> = new Set(JOINING_WORDS);

function soundedNameEnd(text: ZhText, at: number, { to, least }: { to: number; least: number }): number {
  const { masked } = text;
  const { sounds } = lexicon();
  let end = at;
  while (end < to && end - at < LONGEST_SOUNDED && (sounds.has(masked.charAt(end)) || isInterpunct(masked, end, at)))
    end++;
  for (; end - at >= least; end--) if (isBoundary(text, end, to) && !isInterpunct(masked, end - 1, at)) return end;
  return -1;
}

const isInterpunct = (masked: string, at: number, from: number): boolean =>
  at > from && (masked.charAt(at) === '·' || masked.charAt(at) === '-');

// UTF-16 units on either side of an interpunct.
const LONGEST_PART = 7;

// 安雅·普罗霍娃, 艾达·勒夫莱斯: the later parts of a name with an interpunct may be any characters, and the first one as well where
// an office tells where it begins.
function dottedNameEnd(text: ZhText, at: number, { to, behind }: { to: number; behind: string }): number {
  const { masked } = text;
  const { sounds } = lexicon();
  let end = at;
  let dot = -1;
  const partBegin = (): number => (dot < 0 ? at : dot + 1);
  for (; end < to && end - partBegin() <= LONGEST_PART; end++) {
    if (masked.charAt(end) === '·') {
      if (end === partBegin()) return -1;
      dot = end;
    } else if (!isPlain(masked, end, end + 1)) break;
    else if (dot < 0 && !isOffice(behind) && !sounds.has(masked.charAt(end))) return -1;
    else if (dot >= 0 && end > dot + 1 && isBoundary(text, end, to) && masked.indexOf('·', end) !== end) break;
  }
  return dot >= 0 && end > dot + 2 && isBoundary(text, end, to) ? end : -1;
}

// 评论员横河: behind an office, two or three characters that the lists have nothing for. 大學生報就指 ends with an adverb, and in
// 居民鼓掌， nothing tells a name from a verb.
function shortNameEnd(text: ZhText, at: number, to: number): number {
  for (const length of [2, 3]) {
    const end = at + length;
    if (end > to || !isPlain(text.masked, at, end) || lexicon().clauseCharacters.has(text.masked.charAt(at))) return -1;
    if (isFunction(text, end - 1)) return -1;
    if (!isBoundary(text, end, to)) continue;
    const isTold = end < to && isHan(text.masked.charCodeAt(end));
    const isName = isTold || text.recurs(text.masked.slice(at, end), at);
    return isName && functionEnd(text, at) < 0 && lexicon().localizers.startBefore(text.masked, end) < 0 ? end : -1;
  }
  return -1;
}

function isPlain(masked: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (!isHan(masked.charCodeAt(i)) || STRUCTURE.has(masked.charAt(i))) return false;
  }
  return true;
}

// Structural characters that stand in no name.
const STRUCTURE: ReadonlySet<string> = new Set(langWords('zh/structural-characters'));

/** Whether what stands at a place can follow a name: the verb, an adverb, a phrase, a mark. */
export function isBoundary(text: ZhText, at: number, to: number): boolean {
  const { masked } = text;
  if (masked.charAt(at) === BRACKETED) return isBoundary(text, at + 1, to);
  if (at >= to) return true;
  let known = text.boundaries.get(at);
  if (known === undefined) {
    known = isHan(masked.charCodeAt(at))
      ? functionEnd(text, at) > at ||
        verbAt(masked, at) !== null ||
        JOINTS.has(masked.charAt(at)) ||
        isPassive(text, at)
      : !OPENING.has(masked.charAt(at));
    text.boundaries.set(at, known);
  }
  return known;
}

const JOINTS: ReadonlySet<string> = new Set([...JOINING_CHARACTERS, ...langWords('zh/behind-speakers')]);
// A quotation or a title may be part of what somebody is called.
const OPENING = new Set('「『“《〈');

const isFunction = (text: ZhText, at: number): boolean =>
  functionEnd(text, at) > at || JOINTS.has(text.masked.charAt(at));

// Where an adverb, a time or what begins a phrase ends.
function functionEnd({ masked }: ZhText, at: number): number {
  const words = lexicon();
  if (words.compounds.endAt(masked, at) > at) return -1;
  return Math.max(
    words.negations.endAt(masked, at),
    words.adverbs.endAt(masked, at),
    words.prepositionWords.endAt(masked, at),
    words.occasions.endAt(masked, at),
    timeEnd(masked, at),
  );
}

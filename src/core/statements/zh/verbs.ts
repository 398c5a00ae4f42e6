import { anyOf, formsOf, langTable, langWords } from '../../text/lang-data.ts';
import { type SpeechVerb, lexicon, verbAt } from './lexicon.ts';

/** The verbs by which reports introduce what is said (表示, 指出) in a folded text, whatever stands around them, in order. */
export function verbsIn(folded: string): SpeechVerb[] {
  const { lookAlikes, mayBeginVerb: mayBegin } = lexicon();
  const found: SpeechVerb[] = [];
  for (let i = 0; i < folded.length;) {
    if (mayBegin[folded.charCodeAt(i)] === 0) {
      i++;
      continue;
    }
    const verb = verbAt(folded, i);
    if (verb !== null && verb.act === 'say' && verb.kind !== 'noun') found.push(verb);
    i = Math.max(i + 1, verb?.end ?? lookAlikes.endAt(folded, i));
  }
  return found;
}

/** The verbs of speech of `masked.slice(from, to)` that tell of something said, or not said, in order. */
export function speechVerbs(masked: string, from: number, to: number): SpeechVerb[] {
  const { adverbs, lookAlikes, mayBeginVerb: mayBegin } = lexicon();
  const found: SpeechVerb[] = [];
  for (let i = from; i < to;) {
    if (mayBegin[masked.charCodeAt(i)] === 0) {
      i++;
      continue;
    }
    // 一直批評 is no 直批.
    const adverb = i > from ? adverbs.endAt(masked, i - 1) : -1;
    if (adverb > i && verbAt(masked, adverb) !== null) i = adverb;
    const skipped = lookAlikes.endAt(masked, i);
    const verb = verbAt(masked, i);
    if (verb === null || verb.end > to) {
      i = skipped > i && !cutsWord(masked, i, skipped) ? skipped : i + 1;
      continue;
    }
    const told = toldOf(masked, verb, { from, to, isNext: found.at(-1)?.end === i });
    if (told !== null) found.push(told);
    i = verb.end;
  }
  return found;
}

// 公報稱 holds 報稱, but the verb stands behind the whole of 公報.
function cutsWord(masked: string, at: number, end: number): boolean {
  const { documents, bodies, offices, eventNouns } = lexicon();
  for (let i = at + 1; i < end; i++) {
    if (verbAt(masked, i) === null) continue;
    const starts = [documents, bodies, offices, eventNouns].map((words) => words.startBefore(masked, i));
    if (starts.some((start) => start >= 0 && start < at)) return true;
  }
  return false;
}

interface Within {
  readonly from: number;
  readonly to: number;
  /** Whether another verb stands directly before it: 回應說. */
  readonly isNext: boolean;
}

function toldOf(masked: string, verb: SpeechVerb, { from, to, isNext }: Within): SpeechVerb | null {
  const { noEventBefore, negations } = lexicon();
  if (isNoEvent(masked, verb.end, to) || isListed(masked, verb.end)) return null;
  if ((verb.kind === 'bare' || verb.kind === 'report') && !isNext && !isFollowed(masked, verb.end, to)) return null;
  const negated = negations.startBefore(masked, verb.start);
  if (negated >= from && !isNext) return { ...verb, negated: true };
  const before = noEventBefore.startBefore(masked, verb.start);
  return before < from || isNext || endsWord(masked, verb.start, before) ? asVerb(masked, verb) : null;
}

// 闡明了: with a mark that it was done a word is no noun. What was said at some time or other, 批評過, is no event.
const asVerb = (masked: string, verb: SpeechVerb): SpeechVerb =>
  verb.kind === 'noun' && DONE.has(masked.charAt(verb.end)) ? { ...verb, kind: 'plain' } : verb;

const DONE: ReadonlySet<string> = new Set(formsOf(langTable('zh/aspects'), 'done'));

// 記者會, 大使, 研究所: the character is the last one of a longer word.
function endsWord(masked: string, at: number, before: number): boolean {
  const { eventNouns, offices, bodies, documents } = lexicon();
  return [eventNouns, offices, bodies, documents].some((words) => {
    const start = words.startBefore(masked, at);
    return start >= 0 && start < before;
  });
}

// 批評的, 呼籲者: nouns; 公布後: when something else happened. 的確 and 時任 are neither.
function isNoEvent(masked: string, at: number, to: number): boolean {
  const { noEventAfter, compounds, quantities, adverbs } = lexicon();
  const end = noEventAfter.endAt(masked, at);
  if (end < 0 || at >= to) return false;
  return Math.max(compounds.endAt(masked, at), quantities.endAt(masked, at), adverbs.endAt(masked, at)) <= end;
}

const JOINING: ReadonlySet<string> = new Set(langWords('zh/verb-joining'));

// 揭露與控訴: two deeds, of which neither is told as words.
const isListed = (masked: string, at: number): boolean =>
  JOINING.has(masked.charAt(at)) && verbAt(masked, at + 1) !== null;

const BEHIND = formsOf(langTable('zh/behind-verbs'), 'words');
const FOLLOWED = new RegExp(`^(?:${anyOf(BEHIND)}|[:,「『“"\ue000])`);

// 回應：…, 補充說, 分析，「…: the words follow, or another verb, or the clause ends.
function isFollowed(masked: string, end: number, to: number): boolean {
  if (end >= to) return true;
  return FOLLOWED.test(masked.charAt(end)) || verbAt(masked, end) !== null;
}

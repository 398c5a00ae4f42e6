import { atomAt, nameBehind, type Atom } from './title-parts.ts';
import { BRACKETED } from './quote-mask.ts';
import { NO_NAME, RARE_SURNAME } from './people.ts';
import { skipSpaces, type NounPhrase, type Reading } from './reading.ts';
import { CHINESE_NAME, matchEnd, OFFICE, QUANTITY } from './titles.ts';

const JOINT = /[和与及跟同、]|以及/y;

// 梁國雄太太 is not 梁國雄.
const OF_A_PERSON =
  /^(?:太太|妻子|丈夫|遗孀|儿子|女儿|父亲|母亲|家属|家人|代表律师|发言人|幕僚|助理|秘书|阵营|竞选|办公室|团队|政府)/;
// Titles that follow a name.
const COURTESY = /(?:先生|女士|小姐|太太|同学)$/;

/** The person, body, office or group named at `at`, of which nothing lies beyond `to`; null where nobody is. */
export function nounPhraseAt(reading: Reading, at: number, to: number): NounPhrase | null {
  let p = skipSpaces(reading.masked, at, to);
  if (/^有(?![关线限机])/.test(reading.masked.slice(p, p + 2))) {
    const counted = matchEnd(QUANTITY, reading.masked, p + 1);
    if (counted > 0 || atomAt(reading, p + 1, to, true) !== null) p++;
  }
  const start = p;
  let head: Atom | null = null;
  const counted = matchEnd(QUANTITY, reading.masked, p);
  if (counted > 0 && counted <= to) p = counted;
  let behindAnd = false;
  for (;;) {
    const atom: Atom | null = atomAt(
      reading,
      p,
      to,
      head === null || behindAnd || /place|organisation|group/.test(head.kind),
    );
    if (atom === null || atom.end > to) break;
    if (atom.kind !== 'prefix') head = atom;
    p = atom.end;
    if (head?.kind === 'person') break;
    const and = /^[兼暨]/.exec(reading.masked.slice(p, p + 1));
    if (head?.kind === 'office' && and !== null && atomAt(reading, p + 1, to, true) !== null) {
      p++;
      behindAnd = true;
    } else behindAnd = false;
    // 鄭先生約於…: their name stands before it
    if (head?.kind === 'office' && !COURTESY.test(reading.masked.slice(start, p))) {
      const name = nameBehind(reading, p, to);
      if (name !== null) {
        head = name;
        p = name.end;
        break;
      }
    }
  }
  if (head === null || head.kind === 'prefix') return null;
  if (head.kind === 'person' && OF_A_PERSON.test(reading.masked.slice(head.end, head.end + 3))) return null;
  let end = head.end;
  if (head.kind === 'person') end = titleBehind(reading, end, to);
  let after = end;
  while (after < to && reading.masked.charAt(after) === BRACKETED) after++;
  const kind: NounPhrase['kind'] = head.kind;
  const plain = start === head.end - lengthOf(head, reading, start);
  return { start, end, after, kind, name: kind === 'office' || (kind === 'group' && !plain) ? null : head.name };
}

const lengthOf = (head: Atom, reading: Reading, start: number): number => {
  const mention = reading.mentions.get(start)?.find(({ end }) => end === head.end);
  return mention === undefined ? -1 : mention.end - mention.start;
};

/** Several whom the sentence names together, `布林肯和王毅`; else the one at `at`. */
export function jointPhraseAt(reading: Reading, at: number, to: number): NounPhrase | null {
  const first = nounPhraseAt(reading, at, to);
  if (first === null) return null;
  let last = first;
  for (;;) {
    const and = matchEnd(JOINT, reading.masked, last.after);
    const next = and < 0 ? null : nounPhraseAt(reading, and, to);
    if (next === null) break;
    // 中方代表、…主任楊潔篪: one person, with two offices
    if (last.kind === 'office' && next.kind === 'person' && reading.masked.charAt(last.after) === '、') return next;
    last = next;
  }
  return last === first ? first : { start: first.start, end: last.end, after: last.after, kind: 'joint', name: null };
}

// 布林肯 國務卿, 李 先生: the office behind a name.
function titleBehind(reading: Reading, at: number, to: number): number {
  const end = matchEnd(OFFICE, reading.masked, at);
  return end > 0 && end <= to ? end : at;
}

// UTF-16 units to either side, which is the whole of any report; of a book, to search all of it for each name would take hours.
const TWICE_WITHIN = 25_000;

/** A name from `at` to `to` that nothing else vouches for but that the article has it twice: 毛寧 straight before a verb. */
export function surnamePhrase(reading: Reading, at: number, to: number): NounPhrase | null {
  const end = to < 0 ? -1 : matchEnd(CHINESE_NAME, reading.masked, at);
  const form = reading.masked.slice(at, to);
  if (
    end < to ||
    to < 0 ||
    NO_NAME.test(form) ||
    OF_A_PERSON.test(reading.masked.slice(to, to + 3)) ||
    RARE_SURNAME.test(form) ||
    /[就则又也亦都还再曾续说指称在对向与的了是]$/.test(form)
  )
    return null;
  const near = reading.folded.slice(Math.max(0, at - TWICE_WITHIN), at + TWICE_WITHIN);
  if (near.indexOf(form, near.indexOf(form) + 1) < 0) return null;
  return { start: at, end: to, after: to, kind: 'person', name: null };
}

import type { Mention, Name } from '../text/names.ts';
import { BRACKETED, QUOTED, TITLED } from './masked.ts';
import { NO_NAME, unknownNameEnd, type People } from './people.ts';
import { speechVerbs } from './verbs.ts';
import { CHINESE_NAME, GROUP, LONGER, OFFICE, PREFIX, QUANTITY } from './titles.ts';

/** What somebody is called in a sentence; `start`–`end` is what the article names them by, `after` where the sentence goes on. */
export interface NounPhrase {
  readonly start: number;
  readonly end: number;
  readonly after: number;
  readonly kind: 'person' | 'organisation' | 'place' | 'office' | 'group' | 'joint';
  readonly name: Name | null;
}

/** An article made ready to be read: `folded` and `masked` have the length of its text. */
export interface Reading {
  readonly folded: string;
  readonly masked: string;
  /** Mentions of people, organisations and places by their start, the longest one first. */
  readonly mentions: ReadonlyMap<number, readonly Mention[]>;
  readonly people: People;
}

interface Atom {
  readonly end: number;
  readonly kind: NounPhrase['kind'] | 'prefix';
  readonly name: Name | null;
}

const JOINT = /[和与及跟同、]|以及/y;

/** The person, body, office or group named at `at`, of which nothing lies beyond `to`; null where nobody is. */
export function nounPhraseAt(reading: Reading, at: number, to: number): NounPhrase | null {
  let p = skipSpaces(reading.masked, at, to);
  if (reading.masked.startsWith('有', p)) {
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
    if (head?.kind === 'office') {
      const name = nameBehind(reading, p, to);
      if (name !== null) {
        head = name;
        p = name.end;
        break;
      }
    }
  }
  if (head === null || head.kind === 'prefix') return null;
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

function atomAt(reading: Reading, at: number, to: number, mayBeLonger: boolean): Atom | null {
  const { masked } = reading;
  const p = skipSpaces(masked, at, to);
  if (p >= to) return null;
  const quoted = titledName(reading, p);
  if (quoted !== null) return quoted;
  const mention = reading.mentions.get(p)?.[0];
  const office = matchEnd(OFFICE, masked, p);
  const group = matchEnd(GROUP, masked, p);
  const head = headOf(masked, mention?.end ?? group);
  if (head > 0 && head <= to) return { end: head, kind: 'office', name: null };
  if (mention !== undefined && mention.end >= Math.max(office, group)) {
    return { end: mention.end, kind: kindOf(mention), name: mention.name };
  }
  const introduced = introducedAt(reading, p, to);
  if (introduced !== null) return introduced;
  const prefix = matchEnd(PREFIX, masked, p);
  if (prefix > 0) {
    const next = atomAt(reading, prefix, to, false);
    if (next !== null) return { end: prefix, kind: 'prefix', name: null };
  }
  if (office > 0 && office >= group) return { end: office, kind: 'office', name: null };
  if (group > 0) return { end: group, kind: 'group', name: null };
  if (!mayBeLonger) return null;
  if (UNLIKELY_START.test(masked.slice(p, p + 4))) return null;
  const longer = matchEnd(LONGER, masked, p);
  if (
    longer < 0 ||
    longer > to ||
    EVENT.test(masked.slice(p, longer)) ||
    holdsPerson(reading, p, longer) ||
    speechVerbs(masked, p, longer).length > 0
  ) {
    return null;
  }
  return { end: longer, kind: endsInOffice(masked, p, longer) ? 'office' : 'group', name: null };
}

// 行政院 + 長, 財政部 + 副部長's short form: the one who heads the body that ends at `end`; -1 where nobody does.
const headOf = (masked: string, end: number): number =>
  end > 0 &&
  /[院部局署厅处司会社校]/.test(masked.charAt(end - 1)) &&
  masked.charAt(end) === '长' &&
  masked.charAt(end + 1) !== '期'
    ? end + 1
    : -1;

const UNLIKELY_START =
  /^(?:和|与|及|以及|连|就|有[次时]|次|今|昨|前[年日天]|去年|当[时年天]|每|各|任凭|继|终|亦|也|据|在|于|随|从|自|由|对|把|将|更|最|很|太|只|仅|且|或|并|但|而|虽|若|所|其|这|那|此|因|为|[0-9一二三四五六七八九十两]|早|晚|上[周月]|本[周月]|下[周午])/;

// What makes a stretch before an office a sentence of its own: 會見外長.
const EVENT =
  /会见|访问|出席|接受|发表|发布|召开|举行|致函|要求|希望|支持|反对|担任|出任|成为|获得|遭|令|使(?![馆者节])|让(?!-)|如果|虽然|因为|由于|没有|不(?!列颠|丹)|也(?!门)|又|曾|已|还|都(?![市内])|会[同见晤谈]|抵达|离开|以[^色]|批准|认|针对|关于|根据|按照|说|称|问(?!题)|昨|今[天日年早晚]|透过|通过|周[一二三四五六日]|星期|早前|日前|[0-9]月|正在|致歉|道歉|拒绝|揭发|承认|参考|引用|依据|按照|代表[^团律]/;

const holdsPerson = (reading: Reading, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (reading.mentions.get(i)?.some(({ name }) => name.kind === 'person') === true) return true;
  return false;
};

function endsInOffice(masked: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (matchEnd(OFFICE, masked, i) === to) return true;
  return false;
}

// 「自由之家」 or 《環球時報》, whose marks are no part of the name.
function titledName(reading: Reading, at: number): Atom | null {
  const inner = reading.masked.charAt(at + 1);
  if (inner !== TITLED && inner !== QUOTED) return null;
  let end = at + 1;
  while (reading.masked.charAt(end) === inner) end++;
  const mention = reading.mentions.get(at + 1)?.find((one) => one.end === end);
  if (mention !== undefined) return { end: end + 1, kind: kindOf(mention), name: mention.name };
  const periodical = inner === TITLED && /(?:报|刊|志|网|邮报|时报|日报|新闻)$/.test(reading.folded.slice(at + 1, end));
  return periodical ? { end: end + 1, kind: 'organisation', name: null } : null;
}

function introducedAt(reading: Reading, at: number, to: number): Atom | null {
  for (let n = Math.min(8, to - at); n >= 2; n--) {
    const person = reading.people.get(reading.masked.slice(at, at + n));
    if (person !== undefined && person !== null) return { end: at + n, kind: 'person', name: person.name };
  }
  return null;
}

function nameBehind(reading: Reading, at: number, to: number): Atom | null {
  const p = skipSpaces(reading.masked, at, to);
  const mention = reading.mentions.get(p)?.find(({ name }) => name.kind === 'person');
  if (mention !== undefined && mention.end <= to) return { end: mention.end, kind: 'person', name: mention.name };
  const end = unknownNameEnd(reading.masked, p, to);
  return end > p ? { end, kind: 'person', name: null } : null;
}

// 布林肯 國務卿, 李 先生: the office behind a name.
function titleBehind(reading: Reading, at: number, to: number): number {
  const end = matchEnd(OFFICE, reading.masked, at);
  return end > 0 && end <= to ? end : at;
}

const kindOf = ({ name }: Mention): NounPhrase['kind'] =>
  name.kind === 'person' ? 'person' : name.kind === 'place' ? 'place' : 'organisation';

/** The end of a sticky pattern's match at `at`, or -1. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? -1 : at + match[0].length;
}

/** The first place from `at` on, and no further than `to`, that is no space. */
export function skipSpaces(text: string, at: number, to: number): number {
  let p = at;
  while (p < to && text.charCodeAt(p) === 0x20) p++;
  return p;
}

/** A name from `at` to `to` that nothing else vouches for but that the article has it twice: 毛寧 straight before a verb. */
export function surnamePhrase(reading: Reading, at: number, to: number): NounPhrase | null {
  const end = to < 0 ? -1 : matchEnd(CHINESE_NAME, reading.masked, at);
  const form = reading.masked.slice(at, to);
  if (end < to || to < 0 || NO_NAME.test(form) || /[就则又也亦都还再曾续说指称在对向与的了是]$/.test(form)) return null;
  const first = reading.folded.indexOf(form);
  if (reading.folded.indexOf(form, first + 1) < 0) return null;
  return { start: at, end: to, after: to, kind: 'person', name: null };
}

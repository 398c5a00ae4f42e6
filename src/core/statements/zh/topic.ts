import { segmentsOf } from '../../text/sentences.ts';
import { anyOf } from '../../text/lang-data.ts';
import type { Clause } from './clauses.ts';
import { JOINING_CHARACTERS, JOINING_WORDS } from './joining.ts';
import { lexicon } from './lexicon.ts';
import { isBoundary } from './names.ts';
import { phrasesAt } from './phrase.ts';
import type { Phrase } from './token.ts';
import { tokenAt } from './tokens.ts';
import { subjectStarts, type Subject } from './subject.ts';
import type { ZhText } from './zh-text.ts';

/** Who a clause that tells of no speech is about: the one that it begins with, or by whom it is done (由X發聲明); else null. */
export function topicOf(text: ZhText, clause: Clause): Subject | null {
  // 以及策劃的人士: the clause goes on with whom the one before is done to.
  if (JOINED.test(text.masked.slice(clause.start, clause.start + 2))) return null;
  const doer = doerIn(text, clause);
  if (doer !== null) return doer;
  for (const start of (subjectStarts(text, clause.start, clause.end) ?? []).toReversed()) {
    const topic = namedAt(text, start, clause) ?? pronounAt(text, start, clause);
    if (topic !== null) return topic;
  }
  return describedIn(text, clause);
}

const JOINED = new RegExp(`^(?:${anyOf(JOINING_WORDS)})`);

// 在報館工作多年的蔣小姐，: somebody behind a phrase that tells of them.
function describedIn(text: ZhText, { start, end }: Clause): Subject | null {
  const { masked } = text;
  const { prepositionWords, adverbs } = lexicon();
  if (Math.max(prepositionWords.endAt(masked, start), adverbs.endAt(masked, start)) <= start) return null;
  const of = masked.lastIndexOf('的', end - 1);
  if (of <= start) return null;
  const person = phrasesAt(text, of + 1, end).find((phrase) => phrase.kind === 'person' && phrase.end === end);
  return person === undefined ? null : { kind: 'named', phrases: [person] };
}

function doerIn(text: ZhText, clause: Clause): Subject | null {
  const { compounds, doers } = lexicon();
  for (let i = clause.start + 1; i < clause.end - 2; i++) {
    const end = doers.endAt(text.masked, i);
    if (end < 0 || compounds.endAt(text.masked, i - 1) >= end) continue;
    const doer = phrasesAt(text, end, clause.end).find(({ kind }) => kind === 'person');
    if (doer !== undefined) return { kind: 'named', phrases: [doer] };
  }
  return null;
}

function namedAt(text: ZhText, start: number, clause: Clause): Subject | null {
  const first =
    phrasesAt(text, start, clause.end).find((phrase) => isTopic(text, phrase, clause)) ?? knownAt(text, start);
  if (first === null) return null;
  const second = secondBehind(text, first.end, clause);
  return { kind: 'named', phrases: second === null ? [first] : [first, second] };
}

function isTopic({ masked }: ZhText, { kind, end }: Phrase, clause: Clause): boolean {
  if (kind === 'place' || kind === 'name' || kind === 'document') return false;
  return end === clause.end || masked.charAt(end) !== '的';
}

// A person of the gazetteer, or whom the article has named before, whatever they do: 馬哈蒂爾重披戰甲.
function knownAt(text: ZhText, start: number): Phrase | null {
  const { masked, mentions } = text;
  const mention = mentions.get(start);
  const office = lexicon().singleOffices.endAt(masked, start);
  if (office > start && masked.charAt(office) !== '的')
    return { start, end: office, kind: 'office', name: null, entry: null };
  const end = mention?.name.kind === 'person' ? mention.end : text.knownNameEnd(start);
  if (end < 0 || masked.charAt(end) === '的' || lexicon().relations.endAt(masked, end) > end) return null;
  return { start, end, kind: 'person', name: { start, end }, entry: mention?.name ?? null };
}

function secondBehind(text: ZhText, at: number, clause: Clause): Phrase | null {
  const { masked } = text;
  let from = at;
  while (masked.charAt(from) === '\ue001') from++;
  if (!JOINTS.has(masked.charAt(from))) return null;
  const second = phrasesAt(text, from + 1, clause.end).find((phrase) => isTopic(text, phrase, clause));
  if (second === undefined || lexicon().meetings.endAt(masked, second.end) > second.end) return null;
  return second;
}

const JOINTS: ReadonlySet<string> = new Set(JOINING_CHARACTERS);

function pronounAt(text: ZhText, start: number, clause: Clause): Subject | null {
  const { masked } = text;
  const { pronounWords, pronouns, compounds } = lexicon();
  const end = pronounWords.endAt(masked, start);
  if (end < 0 || compounds.endAt(masked, start) > end || masked.charAt(end) === '的' || end >= clause.end)
    return surnameAt(text, start, clause);
  return { kind: 'pronoun', start, end, points: pronouns.get(masked.slice(start, end)) ?? 'any' };
}

// UTF-16 units that tell whether a surname is a word of its own.
const LOOK = 6;

// 李認罪求情 has the surname for a word; 黃色經濟圈 has not.
function isWord(text: ZhText, start: number, end: number): boolean {
  if (tokenAt(text, start, end + 1).end !== end || lexicon().nonNames.endAt(text.masked, start) > start) return false;
  const [first] = segmentsOf(text.folded.slice(start, start + LOOK));
  return first?.segment.length === end - start;
}

// 廖其後仍有提起…, 指他臨終時…
function surnameAt(text: ZhText, start: number, clause: Clause): Subject | null {
  const { masked } = text;
  const { surnames, adverbs, prepositionWords } = lexicon();
  const end = surnames.endAt(masked, start);
  if (end < 0 || masked.charAt(end) === '的') return null;
  // 李認罪求情，透露曾中風: whoever the article names so may do anything.
  if (!isBoundary(text, end, clause.end) && !isWord(text, start, end)) return null;
  if (Math.max(adverbs.endAt(masked, start), prepositionWords.endAt(masked, start)) >= end) return null;
  return { kind: 'surname', start, end };
}

import type { Span } from '../../model/span.ts';
import type { Party } from '../../model/statement.ts';
import type { Directory } from './directory.ts';
import { genderOfPronoun, hasWordFor, type Gender, type Genders } from './genders.ts';
import { phrasesAt } from './phrase.ts';
import type { Said } from './sentence.ts';
import type { Subject } from './subject.ts';
import type { Phrase } from './token.ts';
import type { ZhText } from './zh-text.ts';

/** Whom a sentence leaves behind for the next one to point at. */
export interface Antecedent {
  readonly party: Party;
  readonly kind: Phrase['kind'] | 'pronoun';
  /** All of them, where several are named together. */
  readonly all: readonly Party[];
  /** Whether they spoke, or the sentence was only about them. */
  readonly spoke: boolean;
  /** Whether a person, and no outlet, handed it on: 他 may then be either. */
  readonly relayed: boolean;
  /** The sentence. */
  readonly sentence: Span;
}

/** Somebody whom an article has named, and in the how many-th of its sentences. */
interface Known {
  readonly party: Party;
  readonly at: number;
}

/** What has been read so far, for pronouns and verbs without a subject. */
export interface Memory {
  readonly text: ZhText;
  readonly directory: Directory;
  readonly genders: Genders;
  before: Antecedent | null;
  /** Who the sentences since then are about, each found when somebody asks. */
  topics: readonly Topic[];
  /** Who spoke, or whom sentences were about, the last ones first. */
  people: readonly Known[];
  /** How many sentences have been read. */
  count: number;
}

export interface Topic {
  readonly sentence: Span;
  readonly find: () => Subject | null;
}

type Pronoun = Extract<Subject, { kind: 'pronoun' }>;

/** Who a subject is; several are named together, and nobody where the article does not tell. */
export function partiesOf(
  memory: Memory,
  { subject, antecedent }: Pick<Said, 'subject' | 'antecedent'>,
): readonly Party[] {
  const { directory } = memory;
  switch (subject.kind) {
    case 'named':
      return subject.phrases.map((phrase) => named(memory, phrase));
    case 'surname': {
      const party = directory.bySurname(subject);
      return party === null ? [] : [party];
    }
    case 'pronoun': {
      const mention = { start: subject.start, end: subject.end };
      if (subject.points === 'unnamed')
        return [{ mention, name: memory.text.text.slice(mention.start, mention.end), entry: null }];
      const party = antecedent === null ? pointedAt(memory, subject) : pointedAtWithin(memory, subject, antecedent);
      return party === null ? [] : [{ ...party, mention }];
    }
    case 'empty': {
      const before = antecedentOf(memory);
      return before !== null && before.spoke && !before.relayed ? [{ ...before.party, mention: null }] : [];
    }
  }
}

/** Who a phrase names, remembered as somebody whom the article knows. */
export function named({ text, directory }: Memory, phrase: Phrase): Party {
  if (phrase.kind === 'person' && phrase.name !== null)
    text.know(text.masked.slice(phrase.name.start, phrase.name.end));
  return directory.partyOf(phrase);
}

/** Remembers who spoke in a sentence, or else whom it is about. */
export function remember(memory: Memory, topic: Topic, spoke: Omit<Antecedent, 'spoke' | 'sentence'> | null): void {
  memory.count += 1;
  if (spoke !== null) {
    memory.before = { ...spoke, spoke: true, sentence: topic.sentence };
    memory.topics = [];
    know(memory, spoke);
    return;
  }
  if (memory.before !== null) memory.before = { ...memory.before, spoke: false };
  memory.topics = [...memory.topics.slice(1 - MOST_TOPICS), topic];
}

// Sentences about others behind which 他 is still looked for.
const MOST_TOPICS = 8;

/** Remembers that somebody spoke in the last sentence. */
export function know(memory: Memory, { kind, all }: Pick<Antecedent, 'kind' | 'all'>): void {
  if (kind !== 'several' && !mayBePerson(kind)) return;
  const names = new Set(all.map(({ name }) => name));
  const newer = all.map((party) => ({ party, at: memory.count }));
  memory.people = [...newer, ...memory.people.filter(({ party }) => !names.has(party.name))].slice(0, MOST_PEOPLE);
}

const MOST_PEOPLE = 8;

/** Whom the sentences before leave behind: the last one that is about somebody, else who spoke. */
export function antecedentOf(memory: Memory): Antecedent | null {
  const topics = [...memory.topics];
  memory.topics = [];
  for (let topic = topics.pop(); topic !== undefined; topic = topics.pop()) {
    const about = topic.find();
    if (about === null || about.kind === 'pronoun') continue;
    const all = partiesOf(memory, { subject: about, antecedent: null });
    const [party] = all;
    if (party === undefined) continue;
    const relayed = memory.before?.relayed ?? false;
    const kind = kindOf(about, memory);
    memory.before = { party, all, kind, spoke: false, relayed, sentence: topic.sentence };
    know(memory, { kind, all });
    break;
  }
  return memory.before;
}

/** What kind of speaker a subject is. */
export const kindOf = (subject: Subject, { before }: Pick<Memory, 'before'>): Antecedent['kind'] =>
  subject.kind === 'named'
    ? subject.phrases.length > 1
      ? 'several'
      : (subject.phrases[0]?.kind ?? 'pronoun')
    : subject.kind === 'empty'
      ? (before?.kind ?? 'pronoun')
      : subject.kind === 'surname'
        ? 'person'
        : 'pronoun';

const genderOf = ({ text }: Memory, { start, end }: Pronoun): Gender | undefined =>
  genderOfPronoun(text.masked.slice(start, end));

// Whom a pronoun stands for among those whom its own sentence has named. Somebody else is named there where none of them fits.
function pointedAtWithin(memory: Memory, pronoun: Pronoun, antecedent: readonly Phrase[]): Party | null {
  const { directory, genders } = memory;
  const gender = genderOf(memory, pronoun);
  const able = antecedent.filter((phrase) => agrees(pronoun, phrase.kind)).map((phrase) => directory.partyOf(phrase));
  if (able.length === 0) return null;
  if (gender === undefined) return able[0] ?? null;
  const isFit = able.some((party) => (genders.of(party) ?? gender) === gender);
  return told(memory, gender, isFit ? onlyFitting(memory, gender, able) : lastFitting(memory, gender));
}

// Whom a pronoun stands for among those of the sentences before.
function pointedAt(memory: Memory, pronoun: Pronoun): Party | null {
  const before = antecedentOf(memory);
  if (before === null || before.relayed) return null;
  const gender = genderOf(memory, pronoun);
  if (gender === undefined) return agrees(pronoun, before.kind) ? before.party : null;
  if (before.kind === 'several') return told(memory, gender, onlyFitting(memory, gender, before.all));
  if (!agrees(pronoun, before.kind)) return null;
  const own = memory.genders.of(before.party);
  if (own === undefined) return told(memory, gender, withoutRival(memory, gender, before));
  return own === gender ? before.party : told(memory, gender, lastFitting(memory, gender));
}

function told({ genders }: Memory, gender: Gender | undefined, party: Party | null): Party | null {
  if (party !== null && gender !== undefined) genders.tell(party, gender);
  return party;
}

// The only one who fits, or of whom a word tells that they do.
function onlyFitting({ genders }: Memory, gender: Gender, parties: readonly Party[]): Party | null {
  const fitting = parties.filter((party) => (genders.of(party) ?? gender) === gender);
  const sure = fitting.filter((party) => genders.of(party) === gender);
  const [one, ...others] = sure.length > 0 ? sure : fitting;
  return one !== undefined && others.length === 0 ? one : null;
}

// Sentences back to somebody whom a pronoun may stand for, where whoever came since goes by another.
const NEAR = 3;

const lastFitting = (memory: Memory, gender: Gender): Party | null =>
  onlyFitting(
    memory,
    gender,
    memory.people.filter(({ at }) => at > memory.count - NEAR).map(({ party }) => party),
  );

// Of whom nothing tells by what pronoun they go: another, of whom a word tells it, is in the same sentence, or spoke right before.
function withoutRival(memory: Memory, gender: Gender, { party, spoke, sentence }: Antecedent): Party | null {
  const { genders } = memory;
  const isRival = (other: Party): boolean =>
    other.name !== party.name && genders.isSure(other) && genders.of(other) === gender;
  const met = markedIn(memory, sentence, gender).filter(isRival);
  // 總理會見女作家江映雪。她說…
  if (met.length > 0 && !spoke) return met.length === 1 ? (met[0] ?? null) : null;
  const latest = memory.people.find((one) => one.party.name === party.name)?.at ?? memory.count;
  const spokenBefore = memory.people.some((other) => other.at >= latest - 1 && isRival(other.party));
  return met.length > 0 || spokenBefore ? null : party;
}

// Those whom a sentence names with a word for their gender.
function markedIn(memory: Memory, { start, end }: Span, gender: Gender): Party[] {
  const { text, directory, genders } = memory;
  const found = new Map<string, Party>();
  if (!hasWordFor(gender, text.masked.slice(start, end))) return [];
  for (let at = start; at < end; at++) {
    for (const phrase of phrasesAt(text, at, end)) {
      if (phrase.kind !== 'person' || phrase.name === null) continue;
      const party = directory.partyOf(phrase);
      if (genders.of(party) === gender) found.set(party.name, party);
    }
  }
  return [...found.values()];
}

const mayBePerson = (kind: Antecedent['kind']): boolean =>
  kind === 'person' || kind === 'office' || kind === 'name' || kind === 'pronoun';

// 他 is a person, or an office that one holds; 其 anybody; 他們 several.
function agrees({ points }: Pronoun, kind: Antecedent['kind']): boolean {
  if (points === 'person') return mayBePerson(kind);
  if (points === 'many') return kind === 'several' || kind === 'body' || kind === 'organisation' || kind === 'office';
  return kind !== 'place';
}

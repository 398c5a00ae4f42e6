import type { Article } from '../../model/article.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { foldScript } from '../../text/script.ts';
import type { EventMention } from './event-mentions.ts';

interface EventsOptions {
  readonly names: Gazetteer;
  /** Whether two articles are of one event. */
  readonly sameEvent: (a: Article, b: Article) => boolean;
}

/** One event: the mention that tells of it best, and the others. */
export interface Event {
  readonly representative: EventMention;
  readonly others: readonly EventMention[];
}

/**
 * Groups the mentions that are of one event; events oldest first. Two events taken for one are worse than one told twice.
 */
export function eventsOf(mentions: readonly EventMention[], { names, sameEvent }: EventsOptions): Event[] {
  const groups: [Described, ...Described[]][] = [];
  // What gives days of its own goes first, so that what has only the report's joins it.
  const inOrder = mentions.toSorted((a, b) => rankOf(b) - rankOf(a)).map((mention) => describe(mention, names));
  for (const one of inOrder) {
    const group = groups.find((members) => members.every((member) => isOneEvent(member, one, sameEvent)));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups
    .map(([first, ...more]): Event => ({ representative: first.mention, others: more.map(({ mention }) => mention) }))
    .toSorted(
      ({ representative: a }, { representative: b }) => a.first.localeCompare(b.first) || a.last.localeCompare(b.last),
    );
}

/** A mention with whom its sentence names, and the subject words of it: 會面, 通話. */
interface Described {
  readonly mention: EventMention;
  readonly people: ReadonlySet<number>;
  readonly words: ReadonlySet<number>;
}

const rankOf = ({ dateOf, score }: EventMention): number => (dateOf === 'event' ? 10 : 0) + score;

function describe(mention: EventMention, names: Gazetteer): Described {
  const text = mention.article.text.slice(mention.start, mention.end);
  const [people, words] = [new Set<number>(), new Set<number>()];
  for (const { name } of names.mentions(foldScript(text), text)) {
    if (name.kind === 'person') people.add(name.id);
    if (name.kind === 'word') words.add(name.id);
  }
  return { mention, people, words };
}

// A report of the day after is of the same event; in days.
const REPORTED_WITHIN = 3;
const DAY = 86_400_000;

function isOneEvent(a: Described, b: Described, sameEvent: EventsOptions['sameEvent']): boolean {
  const [one, other] = [a.mention, b.mention];
  if (one.dateOf === 'publication' || other.dateOf === 'publication')
    return (
      gapOf(one, other) <= REPORTED_WITHIN && one.article !== other.article && sameEvent(one.article, other.article)
    );
  if (gapOf(one, other) > 0) return false;
  // On the same days the same people did the same thing; within a month only where the reports agree in more than that.
  const together = sharedBy(a.people, b.people);
  const isMeeting = together >= 2 || (together === 1 && a.people.size === 1 && b.people.size === 1);
  const sameDays = isShort(one) && isShort(other);
  if (isMeeting && sharedBy(a.words, b.words) > 0 && sameDays) return true;
  const nobody = a.people.size === 0 && b.people.size === 0;
  return one.article !== other.article && (together > 0 || nobody) && sameEvent(one.article, other.article);
}

// Days between two spans; 0 where they meet.
function gapOf(a: EventMention, b: EventMention): number {
  const [earlier, later] = a.first <= b.first ? [a, b] : [b, a];
  return Math.max(0, (Date.parse(later.first) - Date.parse(earlier.last)) / DAY);
}

const isShort = ({ first, last }: EventMention): boolean => Date.parse(last) - Date.parse(first) <= 7 * DAY;

function sharedBy(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return shared;
}

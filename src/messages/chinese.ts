// What both scripts put together alike; the words are each script's own.
import type { ArchiveFacts, Filters, Gap, KindFilter, Said, Slot } from '../core/index.ts';
import { NAMED_OUTLETS } from './catalogue.ts';
import { chineseDays } from './chinese-days.ts';

/** How one script says what reports have of a question, and what they lack. */
export interface GapWords {
  readonly has: Readonly<Record<Exclude<Slot, 'outlet'>, (value: string) => string>>;
  readonly lacks: Readonly<Record<Exclude<Slot, 'topic'>, (value: string) => string>>;
  readonly marked: (value: string) => string;
  /** Before topics that nothing mentions, and before those that nobody who is quoted speaks of. */
  readonly unmentioned: string;
  readonly unquoted: string;
  readonly reports: string;
}

/** What the reports have of a question, and what they lack. */
export function chineseGap({ has, lacks }: Gap, words: GapWords): string {
  const topics = lacks.flatMap(({ slot, value }) => (slot === 'topic' ? [words.marked(value)] : []));
  // Others may well be quoted on it.
  const isQuoted = has.some(({ slot }) => slot === 'speaker');
  const lacking = [
    ...(topics.length === 0 ? [] : [`${isQuoted ? words.unquoted : words.unmentioned}${topics.join('、')}`]),
    ...lacks.flatMap(({ slot, value }) => (slot === 'topic' ? [] : [words.lacks[slot](value)])),
  ].join('，也');
  // Of an outlet that was asked for it is told what its reports have.
  const outlet = has.find(({ slot }) => slot === 'outlet');
  const reports = outlet === undefined ? words.reports : `${outlet.value}的${words.reports}`;
  const had = has.flatMap(({ slot, value }) => (slot === 'outlet' ? [] : [words.has[slot](value)])).join('，也');
  return `${reports}${had === '' ? '' : `${had}，但`}${lacking}。`;
}

/** The days of an archive in brackets; nothing where its reports have none. */
export const chineseSpan = ({ since, until }: ArchiveFacts): string =>
  since === null || until === null ? '' : `（${since} 至 ${until}）`;

/** Outlets by name; of many the first. */
export const chineseOutlets = (outlets: readonly string[]): string =>
  outlets.length > NAMED_OUTLETS ? `${outlets.slice(0, NAMED_OUTLETS).join('、')}等` : outlets.join('、');

/** Who said what is quoted, each with outlet and day, behind `known`; where nobody is named, the reports behind `unknown`. */
export function chineseSpeakers(said: readonly Said[], { known, unknown }: { known: string; unknown: string }): string {
  const where = ({ outlet, date }: Said): string => [outlet, date].filter((part) => part !== null).join('，');
  const told = said.flatMap((one) => (one.speaker === null ? [] : [`${one.speaker}（${where(one)}）`]));
  const untold = said.flatMap((one) => (one.speaker === null ? [where(one)] : []));
  const lines = [...new Set(told)].join('、');
  return lines === '' ? `${unknown}：${[...new Set(untold)].join('；')}。` : `${known}：${lines}。`;
}

interface FilterWords {
  readonly kinds: Readonly<Record<KindFilter, string>>;
  readonly tag: (tag: string) => string;
}

/** Filters in words, without what stands around them. */
export function chineseFilters({ outlet, author, tag, kind, since, until }: Filters, words: FilterWords): string {
  const parts = [
    outlet,
    author === undefined ? null : `作者 ${author}`,
    tag === undefined ? null : words.tag(tag),
    kind === undefined ? null : words.kinds[kind],
    chineseDays(since, until),
  ];
  return parts.filter((part) => part !== null).join('，');
}

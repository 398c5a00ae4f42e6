import type { Span } from '../../model/span.ts';
import { langTable } from '../../text/lang-data.ts';

/*
 * How a question on the archive is known: each of its words gets a tag, and what the tags ask is told by a chunk grammar, the same for all
 * languages, for it says which words stand beside each other and seldom which comes first. Words that say nothing are not among the tags.
 */

// What a word of a question is there for, each as one letter, so that the order of a question's words is a string to match (a chunk
// grammar); data/lang/zh/archive-words.txt says what each is.
const TAGS = {
  archive: 'a',
  here: 'h',
  you: 'u',
  self: 'z',
  outlet: 'o',
  'outlet-kind': 'K',
  'outlet-measure': 'M',
  source: 's',
  report: 'r',
  reporting: 'b',
  reported: 'C',
  mentions: 'c',
  says: 'Y',
  wrote: 'j',
  author: 'A',
  which: 'w',
  'how-many': 'n',
  who: 'p',
  when: 't',
  where: 'd',
  yesno: 'q',
  period: 'y',
  newest: 'l',
  oldest: 'e',
  have: 'v',
  'have-or-not': 'V',
  about: 'k',
  topic: 'i',
  any: 'g',
  from: 'f',
  is: '=',
  measure: 'm',
  some: 'P',
  sure: 'D',
  wrong: 'R',
} as const;

type Role = keyof typeof TAGS;

/** The tags of an outlet's name, of words that are none of the archive's, and of two kinds of words that say nothing. */
export const OUTLET_NAME = 'N';
export const OTHER = 'X';
export const AUTHOR = TAGS.author;
export const SOME = TAGS.some;
export const PARTICLE = '_';
export const NOTHING = ' ';

const isRole = (role: string): role is Role => role in TAGS;

/** A stretch of a question with its tag; offsets are UTF-16 units of the folded question. */
export interface TaggedWord extends Span {
  readonly tag: string;
}

/** A folded form with its role. */
export type ArchiveLexicon = ReadonlyMap<string, string>;

/** The words of questions on the archive in all languages. */
export const archiveLexicon = (): ArchiveLexicon =>
  new Map(['zh', 'yue', 'en'].flatMap((lang) => Array.from(langTable(`${lang}/archive-words`))));

/** What is known of a question before its words are: names that stand in it. */
export interface NamedSpans {
  readonly outlets: readonly Span[];
  readonly others: readonly Span[];
}

const LETTER = /[\p{Script=Latin}\p{N}]/u;
const BETWEEN_WORDS = /[\s\p{P}\p{S}]/u;
/** Behind these a word for the inside of something is meant so; elsewhere 中 is a part of 中國. */
const HAS_INSIDE = new Set<string>([TAGS.archive, TAGS.here, TAGS.you, TAGS.outlet, TAGS.report, TAGS.reporting]);

/**
 * Makes a function that parts a folded question into words with tags, the longest form first; what is in no list is `OTHER`. Marks and
 * white space are left out.
 */
export function createTagger(lexicon: ArchiveLexicon): (folded: string, named: NamedSpans) => TaggedWord[] {
  const longest = Math.max(0, ...[...lexicon.keys()].map(({ length }) => length));
  const formAt = (folded: string, start: number, end: number): string | null => {
    if (isInsideWord(folded, start)) return null;
    for (let length = Math.min(longest, end - start); length > 0; length--) {
      const form = folded.slice(start, start + length);
      if (lexicon.has(form) && !isInsideWord(folded, start + length)) return form;
    }
    return null;
  };
  return (folded, { outlets, others }) => {
    const words: TaggedWord[] = [];
    let at = 0;
    while (at < folded.length) {
      const outlet = spanAt(outlets, at);
      const name = outlet ?? spanAt(others, at);
      if (name !== null) {
        add(words, { start: at, end: name.end, tag: outlet === null ? OTHER : OUTLET_NAME });
        at = name.end;
        continue;
      }
      const form = formAt(folded, at, Math.min(folded.length, nextStart([...outlets, ...others], at)));
      const end = at + (form?.length ?? 1);
      const role = form === null ? null : (lexicon.get(form) ?? null);
      const tag = role === null ? OTHER : tagOf(role, words.at(-1), at);
      if (role !== null || !BETWEEN_WORDS.test(folded.charAt(at))) add(words, { start: at, end, tag });
      at = end;
    }
    return words;
  };
}

// One stretch of other words is one.
function add(words: TaggedWord[], word: TaggedWord): void {
  const last = words.at(-1);
  if (word.tag === OTHER && last?.tag === OTHER) words[words.length - 1] = { ...word, start: last.start };
  else words.push(word);
}

function tagOf(role: string, before: TaggedWord | undefined, at: number): string {
  if (role === 'inside')
    return before !== undefined && before.end === at && HAS_INSIDE.has(before.tag) ? NOTHING : OTHER;
  if (isRole(role)) return TAGS[role];
  return role === 'nothing' ? NOTHING : role === 'particle' ? PARTICLE : OTHER;
}

const isInsideWord = (folded: string, at: number): boolean =>
  LETTER.test(folded.charAt(at - 1)) && LETTER.test(folded.charAt(at));

const spanAt = (spans: readonly Span[], at: number): Span | null => spans.find(({ start }) => start === at) ?? null;

const nextStart = (spans: readonly Span[], at: number): number =>
  Math.min(Number.POSITIVE_INFINITY, ...spans.flatMap(({ start }) => (start > at ? [start] : [])));

/**
 * What is asked of the archive itself: which outlets it has, how many reports, its latest and its earliest, from when to when, what it is
 * about, who the bot is; `reports`: those that are on something; `author`: who wrote a report; `holds`: whether it has anything of an
 * outlet. Of the last answer: `sources`, where it is from, `speaker`, who said so, `doubt`, whether it is sure, `wrong`, that it is not right;
 * `others`, which outlets report of the same, and `holds`, whether an outlet does.
 */
export type ArchiveKind =
  | 'outlets'
  | 'count'
  | 'latest'
  | 'earliest'
  | 'span'
  | 'topic'
  | 'who'
  | 'reports'
  | 'author'
  | 'holds'
  | 'others'
  | 'sources'
  | 'speaker'
  | 'doubt'
  | 'wrong';

interface Rule {
  readonly kind: ArchiveKind;
  readonly pattern: RegExp;
  /** Of the last answer; what it asks where there is none, null where it asks nothing then. */
  readonly alone?: ArchiveKind | null;
}

const LONGEST_RUN = 9; // tags

// Such a question is short: what repeats has a bound, so that a page of its words takes no longer.
const bounded = (source: string): RegExp =>
  new RegExp(source.replaceAll('*', `{0,${LONGEST_RUN}}`).replaceAll('+', `{1,${LONGEST_RUN}}`));

const rule = (kind: ArchiveKind, source: string, alone?: ArchiveKind | null): Rule => ({
  kind,
  pattern: bounded(source),
  ...(alone !== undefined && { alone }),
});

// Where all words are the archive's own: what is asked shows by which there are.
const WITHOUT_SUBJECT: readonly Rule[] = [
  rule('wrong', '^[uq=RYkD]*R[uq=RYkD]*$'),
  rule('doubt', '^[uq=Dk]*D[uq=Dk]*$'),
  rule('author', '^(?=.*[ahuv]).*A|^(?=.*[ahu]).*p.*j'),
  rule('author', 'A|p.*j|j.*p', null),
  rule('span', 'l.*e|e.*l'),
  rule('latest', '^[^pYc]*l[^pYc]+$|^[^pYc]+l[^pYc]*$'),
  rule('earliest', '^[^pYc]*e[^pYc]+$|^[^pYc]+e[^pYc]*$'),
  rule('count', 'nm*[rb]|[rb][^wpo]*n'),
  rule('outlets', '^(?=.*[ahuvq]).*[wn][mM]*[oM]|^(?=.*[ahuv]).*o.*[wn]|[ahu].*o'),
  rule('outlets', '^(?=.*[ahu])(?=.*[rbYfs]).*d'),
  rule('speaker', 'p[^ahuvorbC]*[kYc]|[kYc][^ahuvorbC]*p', null),
  rule('sources', '^[^ahur]*(?:p[^r]*[bC]|[bC][^r]*p)', null),
  rule('sources', '[wdn][^ahu]*[osM]|[os][^ahu]*[wd]|^s$|d.*[bC]', 'outlets'),
  rule('sources', 's|fd|df', 'outlets'),
  rule('topic', '^(?=.*[ahr]).*k.*y'),
  rule('span', '^(?=.*[ahurbv]).*y|^(?=.*[ahu]).*t'),
  rule('sources', '^[^ahu]*(?:t.*[bCr]|[bCr].*t)', null),
  rule('topic', '^(?=.*[ahrb])(?=.*w).*[ki]|^(?=.*[ahu])(?=.*w)[^r]*[ivb]|^(?=.*[ah])(?=.*w)[^zur]+$'),
  rule('who', '^(?=.*[zu])(?=.*[wpq]|=.*z)[wpzu=qm]+$'),
];

// An outlet's name among them.
const OF_AN_OUTLET: readonly Rule[] = [
  rule('author', 'A|p.*j|j.*p'),
  rule('latest', '^[^pYc]*l[^pYc]*[rbm]|l[^pYc]*[tw]'),
  rule('earliest', '^[^pYc]*e[^pYc]*[rbm]|e[^pYc]*[tw]'),
  rule('count', 'nm*[rbm]|[rb][^wpo]*n'),
  rule('reports', '[rb].*t|t.*[rb]'),
  rule('holds', '^(?=.*[ahugfos])[^lewntpdyYc]*$'),
  rule('holds', '^(?=.*[Vqv])[^lewntpdyYc]*$', 'holds'),
];

// A subject: other words, and what stands between them, but no word that asks.
const S = 'X(?:[^wntpdq]*X)?';
const OUTLETS = '[wn]+m*(?:M?[os]|M)';

// Beside a subject the words have to stand together: 「美國媒體報道了什麼」 asks what, and not which of them.
const WITH_SUBJECT: readonly Rule[] = [
  rule('outlets', `^[^X]*${OUTLETS}[vVmq=]*[bcCk]+[^Xwntpd]*${S}[rbmiq=]*$`),
  rule('outlets', `^[kvq]*${S}[rbvq=mi]*${OUTLETS}[vVm=]*[bcC]+[k=qm]*$`),
  rule('outlets', `^v?[bcC]+k?${S}[rb]?o[v=]*[wn][mM]*$`),
  rule('outlets', `^p=?(?:b|Ck)${S}$`),
  rule('count', `^[^X]*n[muf]*[rb][^Xwtpd]*[kcC]+${S}[q=]*$`),
  rule('count', `^[kc]${S}[rb]?[v=]*nm+[rb]?q?$|^${S}[rb][v=]*nm*$|^${S}[v=]*nm+[rb]$`),
  ...(['latest', 'earliest'] as const).flatMap((kind) => {
    const end = kind === 'latest' ? 'l' : 'e';
    return [
      rule(kind, `^[wtdq=uvhaV]*${end}m*[rb][m=]*[kcC]+${S}(?:=[wtmd]+)?C?q?$`),
      rule(kind, `^[wtdq=uvhaV]*${end}m*[kc]${S}[rb](?:=[wtmd]+)?q?$`),
      rule(kind, `^[vVqA]*k?${S}${end}m*[rb]m*(?:=?[wtdmk]+)?C?q?$`),
      rule(kind, `^k${S}[rb]?[v=]?${end}m*[rb]?(?:=?[wtdm]+)?$`),
    ];
  }),
  rule('reports', `^[uvahq]*[wn]m*[rb][v=q]*c${S}$`),
  rule('reports', `^[uvahq]*v[wn]m*k${S}$`),
  rule('author', `^[kvu=]*${S}m+=?p=?j$|^pjm*r?${S}m+$`),
  rule('author', `^(?=.*(?:A|p.*j|j.*p))(?:[^X]*rk${S}|[^X]*k${S}[^X]*[rb])[^X]*$`),
];

// Several newspapers are outlets as such; one that reports something may well be one that a report names (「是哪家通訊社報的」).
function outletsTold(tags: string, isOfSubject: boolean): string {
  const [kind, counted] = isOfSubject ? ['X', 'X'] : ['o', 'M'];
  return tags
    .replace(/([nP][mPM]{0,3})K/g, '$1o')
    .replaceAll('K', kind)
    .replace(/(?<![nP]m?|v[wn])M(?!m?o)/g, counted)
    .replaceAll('P', 'm');
}

/** What tags ask, and whether that is of the last answer; null where they ask what the reports say. */
export function kindOfTags(
  tags: string,
  isAfterAnswer: boolean,
): { readonly kind: ArchiveKind; readonly ofAnswer: boolean } | null {
  const rules = tags.includes('X') ? WITH_SUBJECT : tags.includes('N') ? OF_AN_OUTLET : WITHOUT_SUBJECT;
  const told = outletsTold(tags.replaceAll('N', ''), rules === WITH_SUBJECT);
  const found = rules.find(({ pattern }) => pattern.test(told));
  if (found === undefined) return null;
  const { kind, alone } = found;
  if (alone === undefined) return { kind, ofAnswer: false };
  if (isAfterAnswer || alone === null) return { kind, ofAnswer: true };
  return { kind: alone, ofAnswer: false };
}

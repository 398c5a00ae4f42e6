import type { OutletDirectory } from '../../corpus/metadata/outlets.ts';
import { endWithout, foldScript, isCjk } from '../../text/script.ts';
import { anyOf, langWords } from '../../text/lang-data.ts';
import { entriesOf, templateSource } from '../../text/templates.ts';

/** The outlets that a question names, and the question without them. */
export interface OutletFilter {
  /** Canonical names, in order of mention. */
  readonly outlets: readonly string[];
  /** Outlets that are asked for their reports, and of which there are none. */
  readonly missing: readonly string[];
  /** Other services of the house of the only outlet, where the corpus has any. */
  readonly sisters: readonly string[];
  /** The question with the outlets and 「的報道」 behind them blanked; every offset stays. */
  readonly rest: string;
}

const chinese = (kind: string): string =>
  ['yue', 'zh']
    .flatMap((lang) => wordsIn(lang, kind))
    .concat('(?!)')
    .join('|');
const english = (kind: string): string => `(?:${wordsIn('en', kind).join('|')})(?![a-z0-9])`;

function wordsIn(lang: string, kind: string): string[] {
  const entries = entriesOf(langWords(`${lang}/filter-words`));
  return entries.flatMap(({ key, entry }) => (key === kind ? [templateSource(entry)] : []));
}

// What stands behind an outlet's name and asks for its reports: 「大紀元的報道」, "the RFA report"; 「大紀元怎樣報道」.
const REPORTS = new RegExp(`^(?:(?:${chinese('reports')})| ${english('reports')})`, 'u');
const HOW = new RegExp(`^(?:${chinese('how')})`, 'u');

/** Finds the outlets of a corpus in a question by any of their names; in capitals where the name is an abbreviation (RFA). */
export function outletFilter(text: string, held: readonly string[], directory: OutletDirectory): OutletFilter {
  const folded = foldScript(text);
  // Where there is one outlet alone, its name narrows nothing: it is a word like any other.
  const found = held.length === 1 ? [] : held.flatMap((outlet) => mentionsOf(outlet, { text, folded }, directory));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const outlets: string[] = [];
  let rest = text;
  let last = 0;
  for (const { outlet, start, end } of found) {
    if (start < last) continue;
    last = end;
    if (isTalkedOf(folded, { outlet, start, end })) continue;
    const to = end + (REPORTS.exec(folded.slice(end))?.[0].length ?? 0);
    rest = rest.slice(0, start) + ' '.repeat(to - start) + rest.slice(to);
    last = to;
    if (!outlets.includes(outlet)) outlets.push(outlet);
  }
  const missing = missingFrom(rest, held, directory);
  for (const { start, end } of missing) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  const sisters =
    outlets.length === 1
      ? outlets.flatMap((outlet) => directory.sistersOf(outlet)).filter((one) => held.includes(one))
      : [];
  return { outlets, missing: [...new Set(missing.map(({ outlet }) => outlet))], sisters, rest };
}

const OBJECT = new RegExp(`(?:${anyOf(langWords('zh/outlet-object-before'))})$`, 'u');
const SUBJECT = new RegExp(`^(?:的)?(?:${anyOf(langWords('zh/outlet-subject-behind'))})`, 'u');

// 「眾新聞記者」, 「肯跟眾新聞談」: the outlet is talked of, and its reports are not asked for.
const isTalkedOf = (folded: string, { start, end }: OutletMention): boolean =>
  SUBJECT.test(folded.slice(end)) ||
  (OBJECT.test(folded.slice(0, start)) && ![REPORTS, HOW].some((asks) => asks.test(folded.slice(end))));

interface OutletMention {
  readonly outlet: string;
  readonly start: number;
  readonly end: number;
}

const ENDING = new RegExp(`(?:${anyOf(langWords('zh/outlet-endings'))})$`);
const SHORTEST = 3; // characters

// 自由亞洲 for 自由亞洲電台.
function shortName(name: string): string[] {
  const folded = foldScript(name);
  const end = ENDING.exec(folded)?.index ?? 0;
  return end >= SHORTEST && isCjk(folded.charCodeAt(0)) ? [folded.slice(0, end)] : [];
}

/** An outlet where a text names it, whether the corpus has anything of it, or only the directory knows it. */
export interface NamedOutlet extends OutletMention {
  readonly isHeld: boolean;
}

/** The outlets that a text names, in order: for a name of several the one that the corpus has. Offsets are into the text. */
export function namedOutlets(
  text: string,
  held: readonly string[],
  directory: OutletDirectory,
): readonly NamedOutlet[] {
  const words = { text, folded: foldScript(text) };
  const holds = new Set(held);
  const found = [...held, ...directory.names.filter((name) => !holds.has(name))]
    .flatMap((outlet) => mentionsOf(outlet, words, directory))
    .map(({ outlet, start, end }) => ({ outlet, start, end, isHeld: holds.has(outlet) }));
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end || Number(b.isHeld) - Number(a.isHeld));
  return sorted.filter((one, at) => sorted.slice(0, at).every(({ end }) => end <= one.start));
}

interface FoldedText {
  readonly text: string;
  readonly folded: string;
}

/** What an outlet may be called, as it is written and folded. */
interface OutletForm {
  readonly alias: string;
  readonly form: string;
}

// Those of each outlet of a directory, which every question is looked through for: to fold them anew took a third of its time.
const FORMS = new WeakMap<OutletDirectory, Map<string, readonly OutletForm[]>>();

function formsOf(outlet: string, directory: OutletDirectory): readonly OutletForm[] {
  const ofAll = FORMS.get(directory) ?? new Map<string, readonly OutletForm[]>();
  FORMS.set(directory, ofAll);
  const known = ofAll.get(outlet);
  if (known !== undefined) return known;
  const names = [outlet, ...directory.aliasesOf(outlet)];
  const forms = Array.from(new Set([...names, ...names.flatMap(shortName)]), (alias) => ({
    alias,
    form: foldScript(alias),
  }));
  ofAll.set(outlet, forms);
  return forms;
}

function mentionsOf(outlet: string, { text, folded }: FoldedText, directory: OutletDirectory): OutletMention[] {
  const found: OutletMention[] = [];
  for (const { alias, form } of formsOf(outlet, directory)) {
    for (let start = folded.indexOf(form); start >= 0; start = folded.indexOf(form, start + 1)) {
      const end = start + form.length;
      if (isName(text, folded, { alias, start, end })) found.push({ outlet, start, end });
    }
  }
  return found;
}

// Reports may well quote an outlet of which the corpus has nothing: only one whose own reports are asked for is missing.
const ASKS = `(?:${chinese('asks')})`;
const OF = `(?:${chinese('of')})|(?<![a-z])${english('of')}`;
const MAY_ASK = new RegExp(`${ASKS}|${OF}`, 'u');
// 「火星日報和河畔日報怎樣報道」: so much may stand between the two.
const JOINING = langWords('zh/joining').filter(({ length }) => length === 1);
const BEFORE_ASKING = String.raw`(?:[\s,，${JOINING.join('')}]{0,2}[\u4e00-\u9fffa-z ]{0,12})?`;
const ASKED_FOR_REPORTS = new RegExp(`^(?:的)?${BEFORE_ASKING}${ASKS}|^(?:${chinese('of')})|^ ${english('of')}`, 'u');
const CITED = new RegExp(`(?:(?:${chinese('cites')})|(?:${wordsIn('en', 'cites').join('|')}) )$`, 'u');

const DETERMINED = new RegExp(`^(?:${anyOf(langWords('zh/determiners'))})`, 'u');

// What is called like an outlet, where nobody knows it: 「火星日報怎樣報道…」.
const CALLED_AN_OUTLET = new RegExp(
  String.raw`(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,6}(?:${anyOf(langWords('zh/outlet-kinds'))})`,
  'gu',
);

function missingFrom(text: string, held: readonly string[], directory: OutletDirectory): readonly OutletMention[] {
  const folded = foldScript(text);
  if (!MAY_ASK.test(folded)) return [];
  const holds = new Set(held);
  const isAsked = ({ start, end }: OutletMention): boolean =>
    ASKED_FOR_REPORTS.test(folded.slice(end)) && !CITED.test(folded.slice(0, start));
  const known = directory.names.flatMap((name) =>
    holds.has(name) ? [] : mentionsOf(name, { text, folded }, directory).filter(isAsked),
  );
  if (known.length > 0) return onceEach(known);
  return Array.from(folded.matchAll(CALLED_AN_OUTLET), ({ 0: name, index: start }): OutletMention => {
    const end = start + name.length;
    return { outlet: text.slice(start, end), start, end };
  }).filter((mention) => isAsked(mention) && !DETERMINED.test(folded.slice(mention.start)));
}

// Of several outlets of one name (BBC, BBC中文) the first, and of names within one another the longest.
function onceEach(mentions: readonly OutletMention[]): OutletMention[] {
  const longest = mentions.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return longest.filter((one, at) => longest.slice(0, at).every(({ end }) => end <= one.start));
}

// A Latin name is a whole word; an abbreviation is one only in capitals; a Chinese name has at least two characters.
function isName(
  text: string,
  folded: string,
  { alias, start, end }: { alias: string; start: number; end: number },
): boolean {
  if (isCjk(folded.charCodeAt(start))) return end - start >= 2;
  const letter = /[a-z0-9]/;
  if (letter.test(folded.charAt(start - 1)) || letter.test(folded.charAt(end))) return false;
  return /^[A-Z]{2,5}$/.test(alias) ? text.slice(start, end) === alias : end - start >= 4;
}

/** A name that a question narrows by, and where the words stand that say so. */
export interface LabelFilter {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

// 「記者黃春梅」, "by Huang Chunmei"; 「黃春梅寫的文章」, 「黃春梅的報道」, "Huang Chunmei's articles".
const ARTICLE_NOUNS = `(?:${anyOf(langWords('en/article-nouns'))})(?![a-z])`;
const BEFORE_AUTHOR = new RegExp(
  String.raw`(?:(?:${chinese('before-author')})|(?<![a-z])${english('before-author')})[\s:：]*$`,
  'u',
);
const BEHIND_AUTHOR = new RegExp(
  String.raw`^(?:(?:${chinese('behind-author')})|(?:'s)?(?=\s+${ARTICLE_NOUNS})|\s+${english('behind-author')})`,
  'u',
);
const MENTIONS_AUTHOR = new RegExp(
  [...['before-author', 'behind-author'].flatMap((kind) => [chinese(kind), english(kind)]), ARTICLE_NOUNS].join('|'),
  'u',
);

/** The author whose articles a question asks for; null where it only names somebody. Offsets are into the question. */
export function authorFilter(text: string, authors: readonly string[]): LabelFilter | null {
  const folded = foldScript(text);
  if (!MENTIONS_AUTHOR.test(folded)) return null;
  let best: LabelFilter | null = null;
  for (const author of authors) {
    const form = foldScript(author).trim();
    if (form.length < 2 || (best !== null && best.name.length >= author.length)) continue;
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
      const before = BEFORE_AUTHOR.exec(folded.slice(0, at))?.[0].length ?? 0;
      const behind = BEHIND_AUTHOR.exec(folded.slice(at + form.length))?.[0] ?? null;
      if (before === 0 && behind === null) continue;
      best = { name: author, start: at - before, end: at + form.length + (behind?.length ?? 0) };
    }
  }
  return best;
}

const BEFORE_NAME = new RegExp(`^(?:${chinese('before-name')})`, 'u');
const BEHIND_NAME = new RegExp(`(?:${chinese('behind-name')})$`, 'u');

/** The author whose name is all that a question has: 「黃春梅呢？」; null where it has more. */
export function authorAlone(text: string, authors: readonly string[]): string | null {
  const folded = foldScript(text).trim();
  const named = folded.slice(0, endWithout(folded, /[\s?？!！。]/u));
  const bare = named.replace(BEFORE_NAME, '').replace(BEHIND_NAME, '');
  return bare.length < 2 ? null : (authors.find((author) => foldScript(author).trim() === bare) ?? null);
}

const TAG_WORDS = `${chinese('before-tag')}|(?<![a-z])${english('before-tag')}|#`;
const BEFORE_TAG = new RegExp(
  `(?:${TAG_WORDS}|(?:${chinese('before-tag-mark')})(?=[\\s:：「“"'《]))(?:[\\s:：「“"'《]|${chinese('tag-is')})*$`,
  'u',
);
const NAMES_TAG = new RegExp(`^[」”"'》]*(?:${chinese('behind-tag')})`, 'u');
const BEHIND_TAG = new RegExp(
  `^[」”"'》]*(?:${chinese('behind-tag')})?的?(?:${anyOf(langWords('zh/article-nouns'))}|\\s*${ARTICLE_NOUNS})?`,
  'u',
);
const MENTIONS_TAG = new RegExp([TAG_WORDS, chinese('before-tag-mark'), chinese('behind-tag')].join('|'), 'u');

/** The tag whose articles a question asks for. Offsets are into the question. */
export function tagFilter(text: string, tags: readonly string[]): LabelFilter | null {
  const folded = foldScript(text);
  if (!MENTIONS_TAG.test(folded)) return null;
  let best: LabelFilter | null = null;
  for (const tag of tags) {
    const form = foldScript(tag).trim();
    const at = folded.indexOf(form);
    if (form === '' || at < 0 || (best !== null && best.name.length >= tag.length)) continue;
    const before = BEFORE_TAG.exec(folded.slice(0, at))?.[0].length ?? 0;
    const behind = BEHIND_TAG.exec(folded.slice(at + form.length))?.[0].length ?? 0;
    const names = BEFORE_TAG.test(folded.slice(0, at)) || NAMES_TAG.test(folded.slice(at + form.length));
    if (!names) continue;
    best = { name: tag, start: at - before, end: at + form.length + behind };
  }
  return best;
}

import { stemmer } from 'stemmer';
import { bigramKey, isCjk, WORD } from './characters.ts';
import { foldScript } from './script.ts';

/** What a name stands for; the data file that it came from tells. */
export type NameKind = 'person' | 'place' | 'organisation' | 'word';

/** People, places, offices and subject words that have several forms, each with one number for all of them. */
export interface Name {
  readonly id: number;
  readonly kind: NameKind;
  /** The form that the data file gives first. */
  readonly canonical: string;
  /** Folded forms in CJK characters, longest first. */
  readonly forms: readonly string[];
  /** Latin forms as sequences of stems: `['nation', 'secur', 'advis']`. */
  readonly stems: readonly (readonly string[])[];
}

/** One mention of a name; offsets in UTF-16 units of the folded text. */
export interface Mention {
  readonly name: Name;
  readonly start: number;
  readonly end: number;
}

/** Finds names in texts of any script or language. */
export interface NameBook {
  readonly names: readonly Name[];
  /**
   * All mentions in a folded text, in order of start, longer first; `original` restores capitals. A name inside a longer one
   * of its own kind is none (印度 in 印度尼西亚), one of another kind is (美国 in 美国国务院).
   */
  mentions(folded: string, original?: string): Mention[];
  /** The name with exactly this form, in any script or language. */
  find(form: string): Name | null;
  /** The folded Chinese forms of an English word or phrase, given as its stems; null where the glossary has none. */
  gloss(stems: readonly string[]): readonly string[] | null;
}

/**
 * One data file: its lines are comma-separated equivalents, the first one canonical; `#` starts a comment. A glossary's lines
 * are one-way: `underestimate => 低估, 小看` gives a question's English words the forms to look for.
 */
export interface NameFile {
  readonly kind: NameKind | 'glossary';
  readonly text: string;
}

interface LatinForm {
  readonly stems: readonly string[];
  /** Set for forms such as US or UN, which without capitals are other words. */
  readonly capitals: string | null;
  readonly name: Name;
}

/** The stem of a folded Latin word: `meetings` → `meet`, `blinken's` → `blinken`. */
export const stemOf = (word: string): string => {
  const bare = word.replace(/['’]s?$/, '');
  return /^[a-z]+$/.test(bare) ? stemmer(bare) : bare;
};

/** Reads the data files; a form that stands on two lines belongs to the first of them. */
export function readNames(files: readonly NameFile[]): NameBook {
  const names: Name[] = [];
  const cjk = new Map<number, { form: string; name: Name }[]>();
  const latin = new Map<string, LatinForm[]>();
  const exact = new Map<string, Name>();
  const glossary = new Map<string, string[]>();

  for (const { kind, text } of files) {
    for (const line of text.split('\n')) {
      if (kind === 'glossary') {
        readGloss(line.split('#')[0] ?? '', glossary);
        continue;
      }
      const items = (line.split('#')[0] ?? '').split(',').map((item) => item.trim());
      const given = items.filter((item) => item !== '');
      const canonical = given[0];
      if (canonical === undefined) continue;
      const forms: string[] = [];
      const stems: string[][] = [];
      const name: Name = { id: names.length, kind, canonical, forms, stems };
      names.push(name);
      for (const item of given) {
        const form = foldScript(item);
        if (exact.has(form)) continue;
        exact.set(form, name);
        const start = startKey(form, 0);
        if (start !== null) {
          forms.push(form);
          put(cjk, start, { form, name });
        } else {
          const words = [...form.matchAll(WORD)].map((match) => stemOf(match[0]));
          const first = words[0];
          if (first === undefined) continue;
          stems.push(words);
          put(latin, first, { stems: words, capitals: /^[A-Z]{2,3}$/.test(item) ? item : null, name });
        }
      }
      forms.sort((a, b) => b.length - a.length);
    }
  }
  for (const list of cjk.values()) list.sort((a, b) => b.form.length - a.form.length);
  for (const list of latin.values()) list.sort((a, b) => b.stems.length - a.stems.length);

  return {
    names,
    gloss: (stems) => glossary.get(stems.join(' ')) ?? null,
    find: (form) => exact.get(foldScript(form).trim()) ?? null,
    mentions(folded, original) {
      const found: Mention[] = [];
      cjkMentions(folded, cjk, found);
      latinMentions(folded, original ?? folded, latin, found);
      found.sort((a, b) => a.start - b.start || b.end - a.end);
      return found.length > 1 ? outermostOfKind(found) : found;
    },
  };
}

function readGloss(line: string, glossary: Map<string, string[]>): void {
  const [english, chinese] = line.split('=>').map((side) => side.split(','));
  if (english === undefined || chinese === undefined) return;
  const forms = chinese.map((form) => foldScript(form.trim())).filter((form) => form.length > 1);
  for (const item of english) {
    const stems = [...foldScript(item).matchAll(WORD)].map((match) => stemOf(match[0]));
    if (stems.length > 0 && forms.length > 0) addForms(glossary, stems.join(' '), forms);
  }
}

// An English word that stands on several lines has the forms of them all.
function addForms(glossary: Map<string, string[]>, key: string, forms: readonly string[]): void {
  glossary.set(key, [...new Set([...(glossary.get(key) ?? []), ...forms])]);
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const INTERPUNCT = '·'.charCodeAt(0);

// Forms are looked up by their first two characters; the second one is an interpunct in 乔·拜登. Null where none can begin.
function startKey(folded: string, at: number): number | null {
  const first = folded.charCodeAt(at);
  const second = folded.charCodeAt(at + 1);
  if (!isCjk(first)) return null;
  if (isCjk(second)) return bigramKey(first, second);
  return second === INTERPUNCT ? bigramKey(first, 0x3005) : null;
}

function cjkMentions(
  folded: string,
  forms: ReadonlyMap<number, { form: string; name: Name }[]>,
  found: Mention[],
): void {
  for (let i = 0; i + 1 < folded.length; i++) {
    const start = startKey(folded, i);
    const list = start === null ? undefined : forms.get(start);
    if (list === undefined) continue;
    for (const { form, name } of list) {
      if (folded.startsWith(form, i)) found.push({ name, start: i, end: i + form.length });
    }
  }
}

function latinMentions(
  folded: string,
  original: string,
  forms: ReadonlyMap<string, LatinForm[]>,
  found: Mention[],
): void {
  if (!/[a-z]/.test(folded)) return;
  const words = [...folded.matchAll(WORD)].map((match) => ({
    stem: stemOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  words.forEach((word, i) => {
    for (const { stems, capitals, name } of forms.get(word.stem) ?? []) {
      if (capitals !== null && original.slice(word.start, word.start + capitals.length) !== capitals) continue;
      const last = words[i + stems.length - 1];
      if (last === undefined || !stems.every((stem, k) => words[i + k]?.stem === stem)) continue;
      found.push({ name, start: word.start, end: last.end });
    }
  });
}

// `mentions` are in order of start, longer first, so that whatever encloses a mention stands before it.
function outermostOfKind(mentions: readonly Mention[]): Mention[] {
  const ends = new Map<NameKind, number>();
  return mentions.filter(({ name, start, end }) => {
    const enclosing = ends.get(name.kind) ?? -1;
    if (end <= enclosing && start < enclosing) return false;
    ends.set(name.kind, Math.max(enclosing, end));
    return true;
  });
}

/** The longest mentions that do not overlap, from left to right. */
export function longestMentions(mentions: readonly Mention[]): Mention[] {
  const chosen: Mention[] = [];
  const byLength = [...mentions].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const mention of byLength) {
    if (chosen.every((other) => mention.end <= other.start || mention.start >= other.end)) chosen.push(mention);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

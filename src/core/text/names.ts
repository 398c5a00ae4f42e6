import { WORD } from './characters.ts';
import { createCjkForms, isCjkForm } from './cjk-forms.ts';
import { createGlossary } from './glossary.ts';
import { foldScript } from './script.ts';
import { createStemIndex, type StemIndex } from './stem-index.ts';
import { stemOf } from './stems.ts';

export { stemOf } from './stems.ts';

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
}

/** One mention of a name; offsets in UTF-16 units of the folded text. */
export interface Mention {
  readonly name: Name;
  readonly start: number;
  readonly end: number;
}

/** Finds names in texts of any script or language. */
export interface NameBook {
  /** The names that are, in one of their forms, a single Latin word, each with the stem of that word. */
  latinWords(): readonly { readonly stem: string; readonly name: Name }[];
  /**
   * All mentions in a folded text, in order of start, longer first; `original` restores capitals. A name inside a longer one
   * of its own kind is none (印度 in 印度尼西亚), one of another kind is (美国 in 美国国务院).
   */
  mentions(folded: string, original?: string): Mention[];
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

interface LatinName {
  readonly name: Name;
  /** Set for forms such as US or UN, which without capitals are other words. */
  readonly capitals: string | null;
}

/** Reads the data files; a form that stands on two lines belongs to the first of them. */
export function readNames(files: readonly NameFile[]): NameBook {
  let count = 0;
  const cjk = createCjkForms<Name>();
  const latin = createStemIndex<LatinName>({ once: true });
  for (const { kind, text } of files) {
    if (kind === 'glossary') continue;
    for (const items of itemsOf(text)) {
      const forms: string[] = [];
      const name: Name = { id: count++, kind, canonical: items[0]?.written ?? '', forms };
      for (const { written, folded } of items) {
        if (!isCjkForm(folded)) latin.add(folded, { name, capitals: /^[A-Z]{2,3}$/.test(written) ? written : null });
        else if (cjk.add(folded, name)) forms.push(folded);
      }
      if (forms.length > 1) forms.sort((a, b) => b.length - a.length);
    }
  }
  const glossary = createGlossary(files.filter(({ kind }) => kind === 'glossary').map(({ text }) => text));
  return {
    gloss: glossary,
    latinWords: () =>
      latin
        .all()
        .flatMap(({ stems: [stem, ...more], value: { name } }) =>
          stem === undefined || more.length > 0 ? [] : [{ stem, name }],
        ),
    mentions(folded, original) {
      const found: Mention[] = [];
      cjk.each(folded, (name, start, end) => found.push({ name, start, end }));
      latinMentions(folded, original ?? folded, latin, found);
      found.sort((a, b) => a.start - b.start || b.end - a.end);
      return found.length > 1 ? outermostOfKind(found) : found;
    },
  };
}

interface Item {
  readonly written: string;
  readonly folded: string;
}

// The items of each line that has any. A file is folded as a whole, which is faster than item by item and moves nothing.
function* itemsOf(text: string): Generator<readonly Item[]> {
  const folded = foldScript(text);
  let start = 0;
  for (const line of text.split('\n')) {
    const items: Item[] = [];
    let at = start;
    for (const part of (line.split('#')[0] ?? '').split(',')) {
      const written = part.trim();
      const from = at + part.indexOf(written);
      if (written !== '') items.push({ written, folded: folded.slice(from, from + written.length) });
      at += part.length + 1;
    }
    if (items.length > 0) yield items;
    start += line.length + 1;
  }
}

function latinMentions(folded: string, original: string, forms: StemIndex<LatinName>, found: Mention[]): void {
  if (!/[a-z]/.test(folded)) return;
  const words = Array.from(folded.matchAll(WORD), (match) => ({
    stem: stemOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  words.forEach((word, i) => {
    for (const { stems, value } of forms.startingWith(word.stem)) {
      const { name, capitals } = value;
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

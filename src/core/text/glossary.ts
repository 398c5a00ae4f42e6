import { foldScript } from './script.ts';
import { createStemIndex, type StemIndex } from './stem-index.ts';

/** The folded Chinese forms of an English word or phrase, given as its stems; null where there are none. */
type Glossary = (stems: readonly string[]) => readonly string[] | null;

/** Reads lines such as `underestimate => 低估, 小看`; an English item that stands on several has the forms of them all. */
export function createGlossary(texts: readonly string[]): Glossary {
  // Only a question in English needs it, so that it is read when the first one comes.
  let index: StemIndex<string> | null = null;
  return (stems) => {
    const [first] = stems;
    if (first === undefined) return null;
    index ??= readLines(texts);
    const forms = new Set<string>();
    const wanted = stems.join(' ');
    for (const { stems: own, value } of index.startingWith(first)) {
      if (own.join(' ') === wanted) for (const form of formsOf(value)) forms.add(form);
    }
    return forms.size === 0 ? null : [...forms];
  };
}

function readLines(texts: readonly string[]): StemIndex<string> {
  const index = createStemIndex<string>({ once: false });
  for (const text of texts) {
    for (const line of foldScript(text).split('\n')) {
      const [english, chinese] = (line.split('#')[0] ?? '').split('=>');
      if (english === undefined || chinese === undefined) continue;
      for (const item of english.split(',')) if (item.trim() !== '') index.add(item.trim(), chinese);
    }
  }
  return index;
}

const formsOf = (chinese: string): string[] =>
  chinese
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form.length > 1);

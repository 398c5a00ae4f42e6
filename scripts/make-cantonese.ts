// Makes data/dictionary/cantonese.tsv: how names are written in Hong Kong in Latin letters, and with which characters (`npm run dictionary`).
// The readings are those of the npm package `to-jyutping` (BSD-2-Clause). Hong Kong has no one spelling: each reading has those that are
// usual in names of streets and of people, without tones.
import { writeFileSync } from 'node:fs';
import { getJyutpingCandidates } from 'to-jyutping';
import { foldScript } from '../src/core/text/script.ts';
import { entries } from './cedict.ts';

// What each initial of Jyutping is written as; none is ''.
const INITIALS: Readonly<Record<string, readonly string[]>> = {
  b: ['p', 'b'],
  d: ['t', 'd'],
  g: ['k', 'g'],
  gw: ['kw', 'gw'],
  z: ['ch', 'ts', 'j'],
  c: ['ch', 'ts'],
  s: ['s', 'sh'],
  j: ['y', ''],
  ng: ['ng', ''],
};
const FINALS: Readonly<Record<string, readonly string[]>> = {
  aa: ['a', 'ah'],
  aai: ['ai'],
  aau: ['au'],
  aam: ['am'],
  aan: ['an'],
  aang: ['ang'],
  aap: ['ap'],
  aat: ['at'],
  aak: ['ak'],
  au: ['au', 'ow'],
  am: ['am', 'um'],
  an: ['an', 'un'],
  ang: ['ang', 'ung', 'eng'],
  ap: ['ap', 'up'],
  at: ['at', 'ut'],
  ak: ['ak', 'uk'],
  e: ['e', 'eh'],
  ei: ['ei', 'ee', 'i', 'ay'],
  i: ['i', 'ee'],
  ing: ['ing', 'eng'],
  ik: ['ik', 'ick'],
  o: ['o', 'or', 'aw'],
  oi: ['oi', 'oy'],
  ou: ['o', 'oo', 'ou', 'u'],
  u: ['u', 'oo'],
  un: ['un', 'oon'],
  ung: ['ung'],
  oe: ['oe', 'eu'],
  oeng: ['eung'],
  oek: ['euk', 'eok'],
  eoi: ['ui', 'oi'],
  eon: ['un', 'on', 'eon'],
  eot: ['ut'],
  yu: ['u', 'ue', 'yu'],
  yun: ['uen', 'un'],
  yut: ['uet', 'ut'],
};
// Some are written as they are nowhere else.
const SYLLABLES: Readonly<Record<string, readonly string[]>> = {
  zi: ['chi', 'tsz', 'tze', 'tse', 'ji', 'chee'],
  ci: ['chi', 'tsz', 'tse', 'chee'],
  si: ['si', 'sze', 'see', 'sz', 'shi', 'shih'],
  ji: ['yee', 'yi', 'i', 'ee'],
  m: ['ng'],
  ng: ['ng'],
  jyu: ['yu', 'yue', 'u'],
  jyun: ['yuen', 'yun', 'un'],
  jyut: ['yuet', 'yut'],
  zing: ['ching', 'cheng', 'tsing', 'jing'],
};

function spellingsOf(reading: string): readonly string[] {
  const syllable = reading.replace(/\d$/, '');
  const known = SYLLABLES[syllable];
  if (known !== undefined) return known;
  const initial = /^(?:ng|gw|kw|[bpmfdtnlgkhwzcsj])?/.exec(syllable)?.[0] ?? '';
  const final = syllable.slice(initial.length);
  return (INITIALS[initial] ?? [initial]).flatMap((first) => (FINALS[final] ?? [final]).map((rest) => first + rest));
}

// A character's first readings are those of names.
const READINGS = 2;

const characters = new Map<string, Set<string>>();
for (const character of new Set(entries.map(([traditional]) => traditional).join(''))) {
  const form = foldScript(character);
  if (!/^[\u4e00-\u9fff]$/.test(form)) continue;
  const [, readings] = getJyutpingCandidates(character)[0] ?? ['', []];
  for (const spelling of readings.slice(0, READINGS).flatMap(spellingsOf))
    characters.set(spelling, (characters.get(spelling) ?? new Set()).add(form));
}
writeFileSync(
  new URL('../data/dictionary/cantonese.tsv', import.meta.url),
  [...characters]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([spelling, own]) => `${spelling}\t${[...own].join('')}\n`)
    .join(''),
);

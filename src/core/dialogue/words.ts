import { anyOf as alternatives, langTable, langWords } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';
import { templateSource } from '../text/templates.ts';

const LANGS = ['zh', 'yue', 'en'] as const;
const CHINESE = ['zh', 'yue'] as const;

const anyOf = (words: readonly string[]): string => (words.length === 0 ? '(?!)' : `(?:${alternatives(words)})`);

// The forms that have a role in lists of that name; one form may have several.
function formsOf(list: string, role: string, langs: readonly string[] = LANGS): string[] {
  return langs.flatMap((lang) =>
    [...langTable(`${lang}/${list}`)].flatMap(([form, roles]) => (roles.split(' ').includes(role) ? [form] : [])),
  );
}

const whole = (list: string): RegExp => {
  const templates = LANGS.flatMap((lang) => langWords(`${lang}/${list}`));
  return new RegExp(`^(?:${templates.map((template) => templateSource(template)).join('|')})$`);
};

/** Asks for more of the same: 「還有嗎」. Runs, like all patterns here, on folded text, without the marks at its end. */
export const MORE = whole('more-of-the-same');

/** Asks who said what was quoted: 「這是誰說的」. */
export const WHO_SAID = whole('who-said-that');

const END = String.raw`[\s?!。.]{0,4}$`;
const chinese = (role: string): string => anyOf(formsOf('follow-up', role, CHINESE));
const english = (role: string): string => anyOf(formsOf('follow-up', role, ['en']));
const OPEN = String.raw`^[\s"「“]?`;
const NO_OPENER = `(?!${chinese('no-opener')})`;

/** 「那沙利文呢？」, 「以色列呢」, "What about Israel?", "And Sullivan?": the one group is what is asked about instead. */
export const SUBSTITUTIONS: readonly RegExp[] = [
  `${OPEN}${NO_OPENER}${chinese('opener')} ?,?(.{1,40}?)${chinese('manner')}? ?(?:${chinese('particle')}${END}|[?]$)`,
  `${OPEN}(.{1,40}?) ?,?${chinese('closer')}${END}`,
  String.raw`^\s*(?:${english('lead')},?\s+)*${english('opener')} (.{1,60}?)${END}`,
  String.raw`^\s*${english('joiner')}\s+(?:${english('preposition')} )?(.{1,40}?)${END}`,
].map((source) => new RegExp(source, 'du'));

/** Whether words ask something themselves. */
export const ASKS = new RegExp(
  `${anyOf(CHINESE.flatMap((lang) => langWords(`${lang}/asking`)))}|\\b${anyOf(langWords('en/asking'))}\\b`,
);

export type PronounKind = 'person' | 'people' | 'thing';

const pronoun = (role: string): string =>
  `${anyOf(formsOf('pronouns', role, CHINESE))}|\\b${anyOf(formsOf('pronouns', role, ['en']))}\\b`;
const pointing = (langs: readonly string[], gap: string): string => {
  const [demonstrative, classifier, noun] = ['demonstrative', 'classifier', 'noun'].map((role) =>
    anyOf(formsOf('pronouns', role, langs)),
  );
  return `${demonstrative}${gap}(?:${classifier})?${noun}`;
};

const PRONOUNS: readonly (readonly [PronounKind, RegExp])[] = [
  ['people', new RegExp(pronoun('people'))],
  ['person', new RegExp(pronoun('person'))],
  ['thing', new RegExp(`${pronoun('thing')}|${pointing(CHINESE, '')}|\\b${pointing(['en'], ' ')}\\b`)],
];
const NO_PRONOUN = new RegExp(pronoun('no-pronoun'), 'g');

/** The first pronoun of each kind that folded words hold; 其他, 應該 and 因此 are none. */
export function pronounsIn(
  folded: string,
): { readonly of: PronounKind; readonly start: number; readonly end: number }[] {
  const masked = folded.replace(NO_PRONOUN, (word) => ' '.repeat(word.length));
  return PRONOUNS.flatMap(([of, pattern]) => {
    const match = pattern.exec(masked);
    return match === null ? [] : [{ of, start: match.index, end: match.index + match[0].length }];
  });
}

const COUNTRIES = new Set(langWords('zh/country-characters'));
const TWO_SIDES = new RegExp(anyOf(langWords('zh/two-sides')));

/** Whether folded words name two sides at once: 中美, 兩國. */
export const namesTwoSides = (folded: string): boolean =>
  TWO_SIDES.test(folded) ||
  [...folded].some((char, i, all) => COUNTRIES.has(char) && COUNTRIES.has(all[i + 1] ?? '') && all[i + 1] !== char);

const JOINING = new RegExp(`^(?:[\\s,]|${anyOf(langWords('zh/joining'))}|${anyOf(langWords('en/joining'))}\\b)+`);
const START = new RegExp(
  `^(?:${anyOf(formsOf('subject-edges', 'start', ['zh']))}(?=\\S)|${anyOf(formsOf('subject-edges', 'start', ['en']))}\\s+)+`,
);
const END_OF_SUBJECT = new RegExp(`(?:${anyOf(formsOf('subject-edges', 'end', ['zh']))}|\\s){1,12}$`);

/** Words in any script, without the words at their beginning that joined them to what stood before. */
export const withoutJoining = (text: string): string => text.slice(JOINING.exec(foldScript(text))?.[0].length ?? 0);

/** What a question asks about, without what is left of its question word at either end. */
export function withoutEdges(text: string): string {
  const folded = foldScript(text);
  const start = START.exec(folded)?.[0].length ?? 0;
  return text.slice(start, Math.max(start, END_OF_SUBJECT.exec(folded)?.index ?? text.length));
}

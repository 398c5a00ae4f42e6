import { anyOf as alternatives, langTable, langWords } from '../text/lang-data.ts';
import type { Span } from '../model/span.ts';
import { foldScript, hasHan } from '../text/script.ts';
import { templateSource } from '../text/templates.ts';
import type { AnswerType } from '../question/answer-type.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';

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

/**
 * Asks for more of the same: 「還有嗎」. Runs, like all patterns here, on folded text, without the marks at its end.
 * @internal Exported for its tests.
 */
export const MORE = whole('more-of-the-same');

/**
 * Asks how those differ who were just quoted, or whose reports were just listed: 「他們的說法有什麼不同」. Runs as `MORE` does.
 * @internal Exported for its tests.
 */
export const DIFFERS = whole('what-differs');

const END = String.raw`[\s?!。.]{0,4}$`;
const chinese = (role: string): string => anyOf(formsOf('follow-up', role, CHINESE));
const english = (role: string): string => anyOf(formsOf('follow-up', role, ['en']));
const OPEN = String.raw`^[\s"「“]?`;
const NO_OPENER = `(?!${chinese('no-opener')})`;

/**
 * 「那沙利文呢？」, 「以色列呢」, 「只看眾新聞」, "What about Israel?", "And Sullivan?": the one group is what is asked about instead.
 */
export const SUBSTITUTIONS: readonly RegExp[] = [
  `${OPEN}${NO_OPENER}${chinese('opener')} ?,?(.{1,40}?)${chinese('manner')}? ?(?:${chinese('particle')}${END}|[?]$)`,
  `${OPEN}(.{1,40}?) ?,?${chinese('closer')}${END}`,
  `${OPEN}${chinese('narrower')} ?(.{1,40}?)${END}`,
  String.raw`^\s*(?:${english('lead')},?\s+)*(?:${english('opener')}|${english('narrower')}) (.{1,60}?)${END}`,
  String.raw`^\s*${english('joiner')}\s+(?:${english('preposition')} )?(.{1,40}?)${END}`,
].map((source) => new RegExp(source, 'du'));

/**
 * Whether words ask something themselves.
 */
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

/**
 * The first pronoun of each kind that folded words hold; 其他, 應該 and 因此 are none.
 * @internal Exported for its tests.
 */
export function pronounsIn(
  folded: string,
): { readonly of: PronounKind; readonly start: number; readonly end: number }[] {
  const masked = folded.replace(NO_PRONOUN, (word) => ' '.repeat(word.length));
  return PRONOUNS.flatMap(([of, pattern]) => {
    const match = pattern.exec(masked);
    return match === null ? [] : [{ of, start: match.index, end: match.index + match[0].length }];
  });
}

const OPENERS = {
  zh: new RegExp(`^[\\s"「“]?${NO_OPENER}(?:${chinese('opener')}) ?[,，]?`),
  en: new RegExp(`^\\s*(?:(?:${english('lead')}),? +)+`),
};
const CLASSIFIERS = new RegExp(`^(?:${anyOf(formsOf('pronouns', 'classifier', CHINESE))})`);

/** Where a question begins behind the words that only join it to what was said: 「那」楊潔篪怎樣回應, "ok, and" did China reply. */
export function openingOf({ folded, terms, answerType }: ParsedQuestion): number {
  const end = OPENERS.zh.exec(folded)?.[0].length ?? OPENERS.en.exec(folded)?.[0].length ?? 0;
  if (end === 0 || cutsName(terms, end) || CLASSIFIERS.test(folded.slice(end))) return 0;
  const begins = [answerType, ...terms, ...pronounsIn(folded)].some((span) => span?.start === end);
  return hasHan(folded) && !begins ? 0 : end;
}

const OTHER_SIDE = whole('other-side');

/** Whether folded words stand for whoever was not asked of two: 對方, "the other side". */
export const namesOtherSide = (folded: string): boolean => OTHER_SIDE.test(folded.trim());

const COUNTRIES = new Set(langWords('zh/country-characters'));
const TWO_SIDES = new RegExp(anyOf(langWords('zh/two-sides')));

/**
 * Whether folded words name two sides at once: 中美, 兩國.
 * @internal Exported for its tests.
 */
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

/** What makes a question lean on the turns before it; offsets are into the folded question. */
export interface FollowUp {
  /**
   * `none`: it says all that it needs; `ellipsis`: a question word and nothing to look for; `substitution`: asks the same of something
   * else (那沙利文呢？); `refilter`: asks the same of another outlet or other days (那眾新聞呢？); `more`: for more of the same; `repeat`:
   * for the same once more; `contrast`: how those differ who were quoted (他們的說法有什麼不同？); `pronoun`: names somebody or something by a pronoun; `underspecified`: has something to look for, but
   * may lean on what was said (楊潔篪怎樣形容？, 有沒有聯合聲明？).
   */
  readonly kind:
    | 'none'
    | 'ellipsis'
    | 'more'
    | 'repeat'
    | 'contrast'
    | 'substitution'
    | 'refilter'
    | 'pronoun'
    | 'underspecified';
  /** For `substitution` and `refilter`: the words that name what is asked about instead. For `pronoun`: the pronoun. */
  readonly start: number;
  readonly end: number;
  /** For `pronoun`: one person, several, or an event or thing. */
  readonly of: PronounKind | null;
  /** For `refilter`: whether it names other days. */
  readonly days?: boolean;
}

/** What a question names besides what it looks for. */
interface Filtering {
  /** Whether it names nothing but filters, such as an outlet. */
  readonly only: boolean;
  /** Whether that asks for a list of what there is. */
  readonly lists: boolean;
  /** Whether it names days. */
  readonly days: boolean;
}

const NOTHING = { start: 0, end: 0, of: null } as const;

/** A question that says all that it needs. */
export const INDEPENDENT: FollowUp = { kind: 'none', ...NOTHING };

/** Tells how far a question leans on what was said before. */
export function followUpOf(question: ParsedQuestion, filtering: Filtering): FollowUp {
  const bare = question.folded.replace(/[\s?!。.,，？！]+/gu, ' ').trim();
  if (MORE.test(bare)) return { kind: 'more', ...NOTHING };
  if (DIFFERS.test(bare)) return { kind: 'contrast', ...NOTHING };
  return substitutionIn(question, filtering) ?? pronounIn(question) ?? dependenceOf(question, filtering);
}

const TAKES_UP = new RegExp(
  `${anyOf(CHINESE.flatMap((lang) => langWords(`${lang}/taking-up`)))}|\\b${anyOf(langWords('en/taking-up'))}\\b`,
);
const ASPECTS = new RegExp(`[${CHINESE.flatMap((lang) => [...langTable(`${lang}/aspects`).keys()]).join('')}]`, 'g');

/**
 * Whether a question asks nothing by itself, though it has words of its own: 「幾時去？」 has a verb and no more, and 「中國怎麼看？」
 * nothing that is looked at.
 */
export function lacksMatter({ folded, terms, wants, answerType }: ParsedQuestion, { kind }: FollowUp): boolean {
  if (kind !== 'underspecified' || wants === null || answerType === null) return false;
  const named = terms.filter(isNamed);
  const others = terms.filter((term) => !isNamed(term));
  if (named.length === 0) {
    const own = [...folded].filter((_, at) => others.some(({ start, end }) => at >= start && at < end)).join('');
    return hasHan(own) && own.replace(ASPECTS, '').length <= 1;
  }
  const isTakenUp = (span: Span): boolean => takesUp({ folded }, span);
  return (isTakenUp(answerType) || others.some(isTakenUp)) && others.every(isTakenUp);
}

/** Whether words of a question take up what was said, and say nothing themselves: 回應, 看. */
export const takesUp = ({ folded }: Pick<ParsedQuestion, 'folded'>, { start, end }: Span): boolean =>
  TAKES_UP.test(folded.slice(start, end));

const isNamed = ({ name }: ParsedQuestion['terms'][number]): boolean => name !== null && name.kind !== 'word';

/** Whether a question that leans on what was said brings nothing of its own that could be looked for. */
export const saysNothing = ({ terms }: ParsedQuestion, { kind, start, end }: FollowUp): boolean =>
  kind === 'ellipsis' ||
  kind === 'more' ||
  kind === 'contrast' ||
  (kind === 'pronoun' && terms.every((term) => term.start < end && term.end > start));

function substitutionIn({ folded, terms, answerType }: ParsedQuestion, filtering: Filtering): FollowUp | null {
  const places = SUBSTITUTIONS.map((pattern): readonly [from: number, to: number] => {
    const [from = 0, to = 0] = pattern.exec(folded)?.indices?.[1] ?? [];
    return [from, to];
  });
  // 「另外一邊呢」: 另外 opens nothing there.
  const otherSide = places.find(([from, to]) => namesOtherSide(folded.slice(from, to)));
  for (const [from, to] of otherSide === undefined ? places : [otherSide]) {
    const words = folded.slice(from, to).trim();
    // 「那麼布林肯何時訪華？」 is a question of its own: what stands between 那 and 呢 asks something.
    if (words === '' || ASKS.test(words) || asksWithin(answerType, { start: from, end: to }) || cutsName(terms, from))
      continue;
    const start = folded.indexOf(words, from);
    const of = { start, end: start + words.length, of: null };
    if (filtering.only) return { kind: 'refilter', ...of, days: filtering.days };
    if (otherSide !== undefined || terms.some((term) => term.start >= start)) return { kind: 'substitution', ...of };
  }
  return null;
}

// 「咁佢講過咩關於香港？」 asks with a word of its own.
const asksWithin = (answerType: ParsedQuestion['answerType'], { start, end }: Span): boolean =>
  answerType !== null && answerType.start >= start && answerType.end <= end;

function pronounIn(question: ParsedQuestion): FollowUp | null {
  for (const { of, start, end } of pronounsIn(question.folded)) {
    if (isNamedBefore(start, of, question) || (of !== 'thing' && isInName(question.terms, start))) continue;
    return { kind: 'pronoun', start, end, of };
  }
  return null;
}

// Of a question that neither puts something else in a place nor has a pronoun: whether it names enough to stand by itself.
function dependenceOf({ terms, wants, text, folded, frame }: ParsedQuestion, filtering: Filtering): FollowUp {
  // 「大紀元怎樣報道？」 asks that of something; 「大紀元 2023年」 asks for what there is.
  if (filtering.only) return wants === null || filtering.lists ? INDEPENDENT : { kind: 'ellipsis', ...NOTHING };
  // A row of Latin letters that mean nothing is no follow-up; a question word alone is one.
  if (terms.length === 0) return { kind: wants === null && !hasHan(text) ? 'none' : 'ellipsis', ...NOTHING };
  const isOf = (...kinds: readonly string[]): boolean =>
    terms.some(({ name }) => name !== null && kinds.includes(name.kind));
  // 「中國要求美國做什麼」 says who wants something of whom.
  if (frame.speaker !== null && frame.addressee !== null) return INDEPENDENT;
  // 「誰說過「冰山一角」」 gives the words.
  if (frame.claim !== null && frame.quoted.length > 0) return INDEPENDENT;
  // 「楊潔篪點講台灣」 says of whom and of what.
  if (isOf('place') && isOf('person', 'organisation')) return INDEPENDENT;
  // "What did China reply?" says nothing of what to.
  const telling = terms.filter(
    ({ kind, name, start, end }) =>
      (kind !== 'name' || name?.kind === 'word') &&
      ![REPLIES, TAKES_UP].some((words) => words.test(folded.slice(start, end))),
  );
  const isNamed = isOf('person', 'organisation', 'place');
  if (wants !== null && (!isNamed || (telling.length === 0 && !ABOUT_THE_NAME.has(wants))))
    return { kind: 'underspecified', ...NOTHING };
  return INDEPENDENT;
}

/**
 * Whether folded words speak of an answer to somebody, who is then another than whoever answers.
 */
export const REPLIES = new RegExp(
  `${anyOf(CHINESE.flatMap((lang) => langWords(`${lang}/replying`)))}|\\b${anyOf(langWords('en/replying'))}`,
);

/** Whether folded words ask for other words of somebody's than those just quoted: 「他還說了什麼」. */
export const BESIDES = new RegExp(
  `${anyOf(CHINESE.flatMap((lang) => langWords(`${lang}/besides`)))}|\\b${anyOf(langWords('en/besides'))}\\b`,
);

// 「誰是肯普·切斯特？」 needs nothing but the name.
const ABOUT_THE_NAME: ReadonlySet<AnswerType> = new Set<AnswerType>(['person', 'definition', 'age', 'name']);

// 那霸 is a place: its first character is no opening word.
const cutsName = (terms: ParsedQuestion['terms'], at: number): boolean =>
  terms.some(({ name, start, end }) => name !== null && start < at && end > at);

// 猶他州, 馬爾他: no pronoun.
const isInName = (terms: ParsedQuestion['terms'], at: number): boolean =>
  terms.some(({ name, start, end }) => name !== null && start <= at && end > at);

// 「王毅說他…」, "Blinken … his": whom the pronoun stands for is named in the question itself.
function isNamedBefore(at: number, of: PronounKind, { folded, terms }: ParsedQuestion): boolean {
  const people = (kinds: readonly string[], among: ParsedQuestion['terms']): number =>
    among.filter(({ name }) => name !== null && kinds.includes(name.kind)).length;
  // 「布林肯在那次會談…」 still leans; "the meeting between Blinken and Wang" does not.
  if (of === 'thing') return /^\W*the\b/u.test(folded.slice(at)) && people(['person'], terms) > 0;
  const before = people(
    ['person', 'organisation'],
    terms.filter((term) => term.end <= at),
  );
  return before >= (of === 'people' ? 2 : 1) || (of === 'people' && namesTwoSides(folded.slice(0, at)));
}

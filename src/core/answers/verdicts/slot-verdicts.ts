import { foldScript, hasHan, isChinese } from '../../text/script.ts';
import { datesIn } from '../../dates/dates.ts';
import { scanDates } from '../../dates/scan.ts';
import type { Article } from '../../model/article.ts';
import { isWithin, type Span } from '../../model/span.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { clausesOf } from '../../question/answer-type.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import { asksForQuantity, expectedSpans, tellsWithoutFigure } from '../../question/wanted.ts';
import { type Verdict, polarityVerdict } from '../../reading/claims.ts';
import { headingsAt, headingsOf } from '../../reading/features/read-passages.ts';
import type { RankedSentence } from '../../reading/ranking.ts';
import type { WeightedQuestion } from '../../reading/weigh-question.ts';
import { isCalled, isPersonal } from '../../statements/is-called.ts';
import { statementsOf } from '../../statements/statements-of.ts';
import { anyEnglishWord, anyOf, formsOf, langPairs, langTable, langWords } from '../../text/lang-data.ts';
import { type NumberInText, numbersIn, numeralsWith } from '../../text/numbers.ts';
import { entriesOf, templateSource } from '../../text/templates.ts';
import { isDenied } from '../polarity.ts';

/** A sentence that is checked against a question. */
export interface Candidate {
  readonly question: WeightedQuestion;
  readonly article: Article;
  readonly ranked: RankedSentence;
  /** The sentence, folded. */
  readonly folded: string;
  readonly names: Gazetteer;
}

/** Makes a ranked sentence ready to be checked against its question. */
export function candidateOf(question: WeightedQuestion, ranked: RankedSentence, names: Gazetteer): Candidate {
  const { article } = ranked.sentence.passage.passage;
  const { start, end } = ranked.sentence;
  return { question, article, ranked, folded: foldScript(article.text.slice(start, end)), names };
}

type Lang = 'zh' | 'en';

// The forms of a list by what they stand for.
function formsByKind(list: string): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const [form, kind] of langPairs(list)) forms.set(kind, [...(forms.get(kind) ?? []), form]);
  return forms;
}

const LISTS = { asked: listsOf('attributes-asked'), told: listsOf('attributes-told') };

function listsOf(name: string) {
  return { zh: formsByKind(`zh/${name}`), en: formsByKind(`en/${name}`) };
}

// The words for an attribute; null where a language's list has none.
function patternOf(part: 'asked' | 'told', kind: string, langs: readonly Lang[]): RegExp | null {
  const sources = langs.flatMap((lang) => {
    const words = LISTS[part][lang].get(kind);
    return words === undefined ? [] : [lang === 'zh' ? anyOf(words) : anyEnglishWord(words)];
  });
  return sources.length === 0 ? null : new RegExp(sources.join('|'));
}

const KINDS = new Set([...LISTS.asked.zh.keys(), ...LISTS.asked.en.keys()]);
const ATTRIBUTES = [...KINDS].map((kind) => ({
  asked: patternOf('asked', kind, ['zh', 'en']),
  told: { zh: patternOf('told', kind, ['zh']), en: patternOf('told', kind, ['en']) },
}));

/**
 * Whether what is somebody's own, and is asked for, is told of at all: a sentence that, with its passage, has no word of a salary says
 * nothing of one, however much it says of whom is asked about.
 */
export function attributeVerdict({ question: { parsed }, article, ranked: { sentence } }: Candidate): Verdict {
  const lang = isChinese(article) ? 'zh' : 'en';
  const asked = ATTRIBUTES.flatMap(({ asked: asks, told }) =>
    asks?.test(parsed.folded) === true && told[lang] !== null ? [told[lang]] : [],
  );
  if (asked.length === 0) return 'absent';
  const { start, end } = sentence.passage.passage;
  const around = foldScript(article.text.slice(start, end));
  if (asked.some((told) => !told.test(around))) return 'contradicted';
  return asked.every((told) => told.test(sentence.folded)) ? 'met' : 'absent';
}

// A heading of one character names nothing.
const SHORTEST = 2;

/**
 * Whether a sentence stands under the headings that a question names, or under others: what is told under 「民生聯盟」 is not what
 * 「北岸黨」 is for, unless the sentence names it.
 */
export function headingVerdict({ question: { parsed }, article, folded, ranked: { sentence } }: Candidate): Verdict {
  const textOf = ({ start, end }: Span): string => foldScript(article.text.slice(start, end).trim());
  const own = headingsAt(article, sentence.start).map(textOf);
  if (own.length === 0) return 'absent';
  const named = headingsOf(article)
    .map(textOf)
    .filter((text) => text.length >= SHORTEST && parsed.folded.includes(text));
  if (named.length === 0) return 'absent';
  const isOf = (text: string): boolean => own.includes(text) || folded.includes(text);
  return named.every(isOf) ? 'met' : 'contradicted';
}

/**
 * Whether a sentence, or the one beside it, has a figure that may be what is asked for: a sum, a share, an age, a count, in digits or in
 * words, or in English an amount that is put vaguely ("most of them"). What has none is no answer to "how many" and 多少.
 */
export function quantityVerdict({
  question: { parsed },
  article,
  folded,
  ranked: { sentence },
  names,
}: Candidate): Verdict {
  if (!asksForQuantity(parsed.wants)) return 'absent';
  const has = (own: string): boolean =>
    tellsWithoutFigure(own, parsed.wants) || figuresIn(parsed, own, names).length > 0;
  if (has(folded)) return 'absent';
  const { sentences } = sentence.passage;
  const beside = [sentence.position - 1, sentence.position + 1].flatMap((at) => sentences[at] ?? []);
  return beside.some(({ start, end }) => has(foldScript(article.text.slice(start, end)))) ? 'absent' : 'contradicted';
}

// What may be the figure: a date counts nothing. In Chinese any other number may: 加價多少 is answered by a sum and by 一成.
function figuresIn(parsed: ParsedQuestion, folded: string, names: Gazetteer): readonly Span[] {
  const dates = scanDates(folded, { bareYears: true });
  const isDate = ({ start, end }: Span): boolean => dates.some((date) => start < date.end && end > date.start);
  const figures = [...expectedSpans(parsed, folded, { names }), ...(hasHan(folded) ? numbersIn(folded) : [])];
  return figures.filter((span) => !isDate(span));
}

const MEASURED = ['zh', 'en'].flatMap((lang) =>
  entriesOf(langWords(`${lang}/dimensions-asked`)).map(({ key, entry }) => {
    const source = templateSource(entry);
    return {
      dimension: key,
      pattern: new RegExp(lang === 'zh' ? source : `(?<![a-z])(?:${source})(?<![a-z](?=[a-z]))`, 'u'),
    };
  }),
);

const FIGURE_BEFORE = `(?:\\d|[${numeralsWith()}${langWords('zh/vague-numerals').join('')}])`;
const APPROXIMATION = `[${langWords('zh/approximations').join('')}]?`;
const IN_WORDS = `\\b(?:\\d[\\d,.]*|${anyOf(langTable('en/number-words').keys())})`;

function figureOf(dimension: string): RegExp {
  const [chinese, english] = ['zh', 'en'].map((lang) =>
    anyOf(formsOf(langPairs(`${lang}/dimension-units`), dimension)),
  );
  return new RegExp(`${FIGURE_BEFORE}${APPROXIMATION} ?(?:${chinese})|${IN_WORDS}[ -]?(?:${english})(?![a-z])`, 'u');
}

const FIGURES: ReadonlyMap<string, RegExp> = new Map(
  [...new Set(MEASURED.map(({ dimension }) => dimension))].map((dimension) => [dimension, figureOf(dimension)]),
);

/**
 * Whether a sentence, or the one beside it, has a figure with a unit of what a question asks to be measured: how tall somebody is is
 * told in feet and not in hours.
 */
export function measureVerdict({ question: { parsed }, article, folded, ranked: { sentence } }: Candidate): Verdict {
  const asked = MEASURED.filter(({ pattern }) => pattern.test(parsed.folded)).flatMap(
    ({ dimension }) => FIGURES.get(dimension) ?? [],
  );
  if (asked.length === 0) return 'absent';
  const has = (text: string): boolean => asked.some((figure) => figure.test(text));
  if (has(folded)) return 'met';
  const { sentences } = sentence.passage;
  const beside = [sentence.position - 1, sentence.position + 1].flatMap((at) => sentences[at] ?? []);
  return beside.some(({ start, end }) => has(foldScript(article.text.slice(start, end)))) ? 'absent' : 'contradicted';
}

// Nobody is called by the first two characters of a name of three.
const WHOLE = 3;

/** Whether a sentence is of somebody whose name only begins like one of the question: 李伟民, where 李伟 is asked about. */
export function nameVerdict({ question: { parsed }, article, folded, names }: Candidate): Verdict {
  const others = new Map(
    statementsOf(article, names).flatMap(({ speaker, addressee }) =>
      [speaker, addressee].flatMap((party) => (party === null ? [] : [[foldScript(party.name), party] as const])),
    ),
  );
  for (const [name, party] of others) {
    if (name.length !== WHOLE || !folded.includes(name) || parsed.folded.includes(name)) continue;
    const short = name.slice(0, -1);
    const at = parsed.folded.indexOf(short);
    if (at < 0 || !isPersonal(name) || isCalled({ name: nameAt(parsed, at), entry: null }, party, names)) continue;
    return foldScript(article.text).replaceAll(name, ' ').includes(short) ? 'absent' : 'contradicted';
  }
  return 'absent';
}

// With its third character where that may be one of a name: 楊潔箎, which is misspelt.
function nameAt({ folded, answerType }: ParsedQuestion, at: number): string {
  const last = at + WHOLE - 1;
  const isAsking = answerType !== null && last >= answerType.start && last < answerType.end;
  return folded.slice(at, isAsking || FUNCTION.has(folded.charAt(last)) ? last : last + 1);
}

const FUNCTION: ReadonlySet<string> = new Set(langWords('zh/function-characters').join(''));

const CALENDAR = langTable('zh/calendar-units');
const NUMBERING: ReadonlySet<string> = new Set(langWords('zh/numbering-units'));

/**
 * Whether a sentence is of the one that a question numbers, or of another: 第三號風機 is not 第五號, and what is told of 2019 alone is
 * not of 2018.
 */
export function figureVerdict(candidate: Candidate): Verdict {
  const { folded, article } = candidate;
  const { parsed } = candidate.question;
  const others = [...namingIn(folded), ...namingIn(foldScript(article.title))];
  for (const { value, unit } of namingIn(parsed.folded)) {
    const alike = others.filter((number) => number.unit === unit);
    if (alike.length > 0 && !alike.some((number) => number.value === value)) return 'contradicted';
  }
  return yearVerdict(
    candidate,
    parsed.terms.flatMap(({ number }) => (number === null ? [] : [number])),
  );
}

const ORDINAL_MARKS: ReadonlySet<string> = new Set(langWords('zh/ordinal-marks'));

// The numbers that name one of several: 第五號, 21號, but not the day 10月5號.
const namingIn = (folded: string): NumberInText[] =>
  numbersIn(folded).filter(
    ({ start, unit }) =>
      unit !== '' &&
      (ORDINAL_MARKS.has(folded.charAt(start - 1)) ||
        (NUMBERING.has(unit) && CALENDAR.get(folded.charAt(start - 1)) !== 'month')),
  );

function yearVerdict(
  { article, ranked: { sentence } }: Candidate,
  asked: readonly { readonly value: number; readonly unit: string }[],
): Verdict {
  const years = asked
    .filter(({ value, unit }) => CALENDAR.get(unit) === 'year' && value > 1000)
    .map(({ value }) => value);
  if (years.length === 0) return 'absent';
  const dates = datesIn(article.text.slice(sentence.start, sentence.end), article.date);
  if (dates.length === 0) return 'absent';
  // A year that is part of a name ("the Harbour Act 1978") is no date.
  const isOf = (year: number): boolean =>
    article.text.slice(sentence.start, sentence.end).includes(String(year)) ||
    dates.some(({ first, last }) => first.slice(0, 4) <= String(year) && last.slice(0, 4) >= String(year));
  if (years.some(isOf)) return 'met';
  // A day of the report's own year may date the report of what happened then.
  return dates.some(({ first }) => first.slice(0, 4) === article.date?.slice(0, 4)) ? 'absent' : 'contradicted';
}

/**
 * Whether what a question takes for said or done is there at all: 不安全 of 「誰說南灣大橋不安全」, 取消 of 「為甚麼取消通話」. One character
 * of it is enough, since reports put it in other words; and two denials may well be of one thing.
 */
export function predicateVerdict(candidate: Candidate): Verdict {
  const { parsed } = candidate.question;
  const { claim, wanted } = parsed.frame;
  if (claim !== null) return claimVerdict(candidate, claim);
  if (wanted === 'reason' && parsed.answerType !== null) return reasonVerdict(candidate, parsed.answerType);
  return 'absent';
}

// What is claimed of a subject stands at the end.
function claimVerdict({ question: { parsed, matcher }, folded, article, ranked }: Candidate, claim: Span): Verdict {
  const { start, end } = ranked.sentence;
  const held = new Set(matcher.matches(article.text.slice(start, end), folded).map(({ term }) => term));
  const own = parsed.terms.flatMap((term, t) => (isWithin(term, claim) ? [{ term, isHeld: held.has(t) }] : []));
  if (own.some(({ term, isHeld }) => term.number !== null && isHeld)) return 'met';
  const from = Math.max(claim.start, ...own.flatMap(({ term, isHeld }) => (isHeld ? [term.end] : [])));
  const claimed = parsed.folded.slice(claim.start, claim.end);
  // 軍費增加 and 軍費將提高 have no character in common: a word and its opposite or its like are known from a list.
  if ((isDenied(claimed) && isDenied(folded)) || polarityVerdict(claimed, folded) !== 'absent') return 'absent';
  if (isForeign(parsed.folded.slice(from, claim.end), folded)) return 'contradicted';
  return own.some(({ isHeld }) => isHeld) ? 'met' : 'absent';
}

// What happened may stand so many sentences from its reason.
const AROUND = 2;

// What somebody is asked the reason of stands behind the question word, its verb first.
function reasonVerdict({ question: { parsed, matcher }, article, ranked }: Candidate, { end }: Span): Verdict {
  // What another clause of the question says may be all that the report says of it, in words of its own.
  const asking = clausesOf(parsed.folded).find((clause) => clause.end >= end);
  const isTold = parsed.terms.some(
    (term, t) => ranked.sentence.held[t] === 1 && asking !== undefined && !isWithin(term, asking),
  );
  if (isTold) return 'absent';
  const { sentences } = ranked.sentence.passage;
  const first = sentences[Math.max(0, ranked.sentence.position - AROUND)] ?? ranked.sentence;
  const last = sentences[Math.min(sentences.length - 1, ranked.sentence.position + AROUND)] ?? ranked.sentence;
  const around = `${article.title}\n${article.text.slice(first.start, last.end)}`;
  const text = foldScript(around);
  if (!hasHan(parsed.folded) && hasHan(text)) {
    const held = new Set(matcher.matches(around).map(({ term }) => term));
    return isUnreported(parsed, end, held) ? 'contradicted' : 'absent';
  }
  const said = parsed.frame.speaker === null ? null : saidIn(parsed);
  const predicate = said ?? parsed.folded.slice(end, firstTermEnd(parsed, end));
  return isForeign(predicate, text) ? 'contradicted' : 'absent';
}

// Whether nothing of what is taken for done is told of: of "Why did Qin Gang resign?" the name alone.
function isUnreported({ terms }: ParsedQuestion, from: number, held: ReadonlySet<number>): boolean {
  const done = terms.flatMap(({ start, name }, t) =>
    start >= from && (name === null || name.kind === 'word') ? [t] : [],
  );
  return done.length > 0 && !done.some((t) => held.has(t));
}

// The end of what somebody is said to say: 「王毅說謊」 of 「布林肯為甚麼說王毅說謊」.
function saidIn({ folded, terms, answerType }: ParsedQuestion): string | null {
  const last = terms.findLast(({ name }) => name !== null);
  if (last === undefined || folded.length - last.end < 2) return null;
  const end = answerType !== null && answerType.start >= last.end ? answerType.start : folded.length;
  return folded.slice(last.end, end);
}

// Of 「取消通話」 the verb: what stands before the next name.
function firstTermEnd({ folded, terms }: ParsedQuestion, from: number): number {
  const behind = terms.filter((term) => term.start >= from);
  return behind.find(({ name }) => name !== null)?.start ?? behind.at(1)?.end ?? folded.length;
}

const SPEAKS: ReadonlySet<string> = new Set(langWords('zh/asked-speech').filter((verb) => verb.length === 1));
const EMPTY: ReadonlySet<string> = new Set([
  ...['zh/function-characters', 'zh/negations'].flatMap(langWords).join(''),
  ...langTable('zh/numerals').keys(),
  ...SPEAKS,
]);
// A single character may be written in a hundred ways.
const FEWEST = 2;

// 說謊, 說錯: behind a verb of speech one character makes another word of it.
const fewestOf = (stretch: string): number =>
  stretch.replace(/[\s?!。.？！]/gu, '').length === 2 && SPEAKS.has(stretch.charAt(0)) ? 1 : FEWEST;

// Whether a stretch of Chinese has no character in common with a folded text, but for those that say nothing.
function isForeign(stretch: string, folded: string): boolean {
  const telling = [...stretch].filter((char) => /[\u3400-\u9fff]/.test(char) && !EMPTY.has(char));
  return telling.length >= fewestOf(stretch) && telling.every((char) => !folded.includes(char));
}

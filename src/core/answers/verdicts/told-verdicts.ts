import { isChinese } from '../../corpus/languages.ts';
import { scanDates } from '../../dates/scan.ts';
import type { Span } from '../../model/span.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import { asksForQuantity, expectedSpans, tellsWithoutFigure } from '../../question/wanted.ts';
import type { Verdict } from '../../reading/claims.ts';
import { headingsAt, headingsOf } from '../../reading/features/block-context.ts';
import { hasHan } from '../../text/characters.ts';
import { anyEnglishWord, anyOf, langPairs } from '../../text/lang-data.ts';
import { numbersIn } from '../../text/numbers.ts';
import { foldScript } from '../../text/script.ts';
import type { Candidate } from './speaker-verdict.ts';

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

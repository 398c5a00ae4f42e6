import type { Article, Block } from '../../model/article.ts';
import type { Entry } from '../../model/entry.ts';
import type { Gazetteer, Mention } from '../../names/gazetteer.ts';
import { anyOf, langWords } from '../../text/lang-data.ts';
import { numeralsWith } from '../../text/numbers.ts';
import { foldScript } from '../../text/script.ts';
import { entriesOf, templateSource } from '../../text/templates.ts';
import { quotationsOf, type Quotation } from '../quotations.ts';
import { quoteMask } from '../quote-mask.ts';
import { speechCues } from './speech-cues.ts';
import type { Phrase, Token } from './token.ts';

/** An article made ready to be read; `folded` and `masked` have the length of its text. */
export interface ZhText {
  readonly text: string;
  readonly folded: string;
  /** Folded, with what is quoted, in brackets or a title made opaque (`quoteMask`). */
  readonly masked: string;
  readonly quotations: readonly Quotation[];
  /** People, bodies and places of the gazetteer by their start, the longest first. */
  readonly mentions: ReadonlyMap<number, Mention>;
  /** Whether a name that no list has stands more than once in the article, or near `at` in one as long as a book. */
  readonly recurs: (form: string, at: number) => boolean;
  /** What was found at a place before: reading comes to it many times. */
  readonly tokens: Map<number, Token>;
  readonly boundaries: Map<number, boolean>;
  readonly phrases: Map<number, readonly Phrase[]>;
  /** Whether a verb of speech, or else what opens a source, begins in a stretch: most clauses have neither. */
  readonly hasVerb: (from: number, to: number) => boolean;
  readonly hasSource: (from: number, to: number) => boolean;
  /** Whether one speaks for another, by the gazetteer. */
  readonly isAffiliate: (one: Entry, body: Entry) => boolean;
  /** Remembers somebody whom the article has named as who speaks. */
  readonly know: (name: string) => void;
  /** Where the longest name ends that begins at `at` and that is known so; -1 where none does. */
  readonly knownNameEnd: (at: number) => number;
}

/** Makes some paragraphs of an article ready to be read. */
export function zhText({ text }: Article, paragraphs: readonly Block[], names: Gazetteer): ZhText {
  const folded = foldScript(text);
  const quotations = quotationsOf(folded, paragraphs);
  const mentions = new Map<number, Mention>();
  for (const mention of names.mentions(folded, text)) {
    const longer = mentions.get(mention.start);
    if (mention.name.kind !== 'word' && (longer === undefined || longer.end < mention.end))
      mentions.set(mention.start, mention);
  }
  const masked = quoteMask(folded, quotations);
  return {
    text,
    folded,
    masked,
    quotations,
    mentions,
    tokens: new Map(),
    boundaries: new Map(),
    phrases: new Map(),
    ...speechCues(masked),
    recurs: recurrence(folded),
    isAffiliate: (one, body) => names.isAffiliate(one, body),
    ...knownNames(masked),
  };
}

function knownNames(masked: string): Pick<ZhText, 'know' | 'knownNameEnd'> {
  const byFirst = new Map<string, string[]>();
  return {
    know(name) {
      const names = byFirst.get(name.charAt(0)) ?? [];
      if (names.includes(name)) return;
      byFirst.set(
        name.charAt(0),
        [...names, name].sort((a, b) => b.length - a.length),
      );
    },
    knownNameEnd(at) {
      const name = byFirst.get(masked.charAt(at))?.find((one) => masked.startsWith(one, at));
      return name === undefined ? -1 : at + name.length;
    },
  };
}

// UTF-16 units that are searched together: more than a report has, since to search a book for each of its names takes the square
// of its length.
const SEARCHED = 50_000;

function recurrence(folded: string): (form: string, at: number) => boolean {
  const known = new Map<string, boolean>();
  return (form, at) => {
    const part = Math.floor(at / SEARCHED);
    const key = part === 0 ? form : `${form} ${part}`;
    let recurs = known.get(key);
    if (recurs === undefined) {
      const near = folded.length <= SEARCHED ? folded : folded.slice(part * SEARCHED, (part + 1) * SEARCHED);
      recurs = near.indexOf(form, near.indexOf(form) + 1) >= 0;
      known.set(key, recurs);
    }
    return recurs;
  };
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Whether a UTF-16 unit is a Chinese character. */
export const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** Whether a UTF-16 unit of a folded text is a Latin letter. */
export const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f);

// 6月4日(星期二)凌晨, 周三, 上星期五, 10:30.
const TEMPLATES = entriesOf(langWords('zh/time-expressions'));
const expression = (what: string): string =>
  `(?:${TEMPLATES.flatMap(({ key, entry }) => (key === what ? [templateSource(entry)] : [])).join('|')})`;
const DATE = `[0-9${numeralsWith((value) => value <= 10)}]+${expression('unit')}${expression('part')}?|[0-9]+:[0-9]+`;
const WEEK = `${expression('which-week')}?(?:${anyOf(langWords('zh/week'))})`;
const WEEKDAY = `${WEEK}(?:${expression('weekday')}|(?=[^一-鿿]))(?![0-9])`;
const TIME = new RegExp(`(?:${DATE}|${WEEKDAY})${expression('behind')}?`, 'y');

/** Where an expression of time ends that begins at `at`; -1 where none does. */
export function timeEnd(masked: string, at: number): number {
  const unit = masked.charCodeAt(at);
  if (!isDigit(unit) && !isHan(unit)) return -1;
  TIME.lastIndex = at;
  const match = TIME.exec(masked);
  return match === null ? -1 : at + match[0].length;
}

import { foldScript, type Citation, type EventQuote, type Excerpt, type Point } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import type { QuotationBlock } from './blocks.ts';

/** A quote of any kind of answer. */
type Quotable = EventQuote & Partial<Pick<Point, 'reportedBy' | 'before'>>;

/** Makes the quotations of one document, numbered in the order in which they are made. */
export type MakeQuotation = (quote: Quotable, role: QuotationBlock['role']) => QuotationBlock;

export function quotationMaker(
  citations: readonly Citation[],
  words: Catalogue,
  localNames: Readonly<Record<string, string>> = {},
): MakeQuotation {
  let number = 0;
  let last: Quotable | null = null;
  return (point, role) => {
    number += 1;
    const { quote, start, end, citation } = point;
    const before = point.before == null || isWithin(point.before, last, citation) ? null : point.before;
    last = point;
    const source = citations.find((each) => each.number === citation) ?? null;
    const speaker = speakerOf(point, words, localNames);
    return {
      kind: 'quotation',
      role,
      number,
      speaker,
      before: before === null ? null : inOwnLines(before.quote),
      quote: inOwnLines(quote),
      slice: quote,
      start,
      end,
      citation,
      source,
    };
  };
}

// Whether the quotation just above has said it.
const isWithin = ({ start, end }: Excerpt, last: Quotable | null, citation: number): boolean =>
  last !== null && last.citation === citation && start >= last.start && end <= last.end;

// A quote may run over the end of a paragraph; it then does so in what is shown too, without the indentation.
const inOwnLines = (quote: string): string => quote.trim().replace(/(?<![^\S\n])[^\S\n]*\n\s*/gu, '\n');

function speakerOf(
  { speaker, reportedBy = null, quote }: Quotable,
  words: Catalogue,
  localNames: Readonly<Record<string, string>>,
): string | null {
  if (speaker === null) return null;
  const named = (name: string): string => {
    const local = localNames[name];
    return local === undefined ? name : words.named(local, name);
  };
  const isNamed = reportedBy === null ? opensWith(quote, speaker) : opensWithBoth(quote, speaker, reportedBy);
  // Whoever cannot read the quote is told its speaker all the same.
  if (localNames[speaker] === undefined && isNamed) return null;
  return reportedBy === null ? named(speaker) : words.reportedBy(named(speaker), named(reportedBy));
}

// UTF-16 units: an office before a name is no longer (美國國家毒品管制政策主任的高級顧問).
const OFFICE_LENGTH = 20;

/** Whether a quote names its speaker in its first words, by the last name too: 「布林肯強調…」 needs no 「安東尼·布林肯：」 before it. */
function opensWith(quote: string, speaker: string): boolean {
  const [opening = ''] = clausesBeforeSpeech(quote);
  return placeOfName(opening, speaker) <= OFFICE_LENGTH;
}

/** Whether it names first whoever reports it and then the speaker: 「路透社報道，布林肯表示…」. */
function opensWithBoth(quote: string, speaker: string, reporter: string): boolean {
  const [opening = '', next = ''] = clausesBeforeSpeech(quote);
  if (placeOfName(opening, reporter) > OFFICE_LENGTH) return false;
  return placeOfName(opening, speaker) < Infinity || placeOfName(next, speaker) === 0;
}

// What is within quotation marks or brackets names nobody who speaks.
function clausesBeforeSpeech(quote: string): string[] {
  const [words = ''] = foldScript(quote.trim()).split(/[「『“"（(]/u, 1);
  return words.split(/[，。：；！？,.:;!?]/u);
}

// Where a text has a name, or its last part; in UTF-16 units, infinity where it has neither.
function placeOfName(text: string, name: string): number {
  const whole = foldScript(name.trim());
  const names = [whole, ...whole.split(/[·\s]/u).slice(-1)].filter(({ length }) => length > 1);
  return Math.min(...names.filter((each) => text.includes(each)).map((each) => text.indexOf(each)));
}

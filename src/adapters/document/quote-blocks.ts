import { foldScript, type Citation, type EventQuote, type Point } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import type { QuotationBlock } from './blocks.ts';

/** A quote of any kind of answer. */
type Quotable = EventQuote & Partial<Pick<Point, 'reportedBy' | 'before'>>;

/** Makes the quotations of one document, numbered in the order in which they are made. */
export type MakeQuotation = (
  quote: Quotable,
  role: QuotationBlock['role'],
  /** Those that say the same in the same words. */
  alike?: readonly Quotable[],
) => QuotationBlock;

export function quotationMaker(
  citations: readonly Citation[],
  words: Catalogue,
  localNames: Readonly<Record<string, string>> = {},
): MakeQuotation {
  let number = 0;
  const above: Quotable[] = [];
  const placeOf = ({ quote, start, end, citation }: Quotable): QuotationBlock['alsoIn'][number] => ({
    slice: quote,
    start,
    end,
    citation,
    source: citations.find((each) => each.number === citation) ?? null,
  });
  return (point, role, alike = []) => {
    number += 1;
    const { quote } = point;
    const isSaid = above.some((quoted) => dependsOn(point, quoted));
    const before = isSaid ? null : (point.before ?? null);
    above.push(point);
    const speaker = speakerOf(point, words, localNames);
    return {
      kind: 'quotation',
      role,
      number,
      speaker,
      before: before === null ? null : inOwnLines(before.quote),
      quote: inOwnLines(quote),
      ...placeOf(point),
      alsoIn: alike.map(placeOf),
    };
  };
}

/** Whether another quote has the same words of the same speaker, and nothing before them that they lean on. */
export const isAlike = (one: Quotable, other: Quotable): boolean =>
  inOwnLines(one.quote) === inOwnLines(other.quote) &&
  one.speaker === other.speaker &&
  (one.reportedBy ?? null) === (other.reportedBy ?? null) &&
  one.before == null &&
  other.before == null;

/** Whether what stands before a quote, and is needed to understand it, is within another one. */
export const dependsOn = (
  { before, citation }: Quotable,
  other: Pick<Quotable, 'citation' | 'start' | 'end'>,
): boolean => before != null && other.citation === citation && before.start >= other.start && before.end <= other.end;

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
// UTF-16 units in which a quote has told who speaks, if it does so before what is said: 「據國務院網站，布林肯週五在華盛頓表示…」.
const OPENING_LENGTH = 40;

/** Whether a quote names its speaker before what is said, by the last name too: 「布林肯強調…」 needs no 「安東尼·布林肯：」 before it. */
function opensWith(quote: string, speaker: string): boolean {
  const names = namesOf(speaker);
  let start = 0;
  return clausesBeforeSpeech(quote).some((clause, at) => {
    const place = placeOfName(clause, names);
    const isNamed = place <= OFFICE_LENGTH && start + place <= OPENING_LENGTH;
    start += clause.length + 1;
    return isNamed || (at === 0 && beginsWithBody(clause, speaker));
  });
}

/** Whether it names first whoever reports it and then the speaker: 「路透社報道，布林肯表示…」. */
function opensWithBoth(quote: string, speaker: string, reporter: string): boolean {
  const [opening = '', next = ''] = clausesBeforeSpeech(quote);
  if (placeOfName(opening, namesOf(reporter)) > OFFICE_LENGTH) return false;
  const names = namesOf(speaker);
  return placeOfName(opening, names) < Infinity || placeOfName(next, names) === 0;
}

// What is within quotation marks or brackets names nobody who speaks.
function clausesBeforeSpeech(quote: string): string[] {
  const unbracketed = foldScript(quote.trim()).replace(/[（(][^（）()]*[)）]/gu, '');
  const [words = ''] = unbracketed.split(/[「『“"（(]/u, 1);
  return words.split(/[，。：；！？,.:;!?]/u);
}

// The whole name, and its last part.
function namesOf(name: string): string[] {
  const whole = foldScript(name.trim());
  return [whole, ...whole.split(/[·‧・•\s]/u).slice(-1)].filter(({ length }) => length > 1);
}

// In UTF-16 units; infinity where the text has none of the names.
const placeOfName = (text: string, names: readonly string[]): number =>
  Math.min(...names.filter((each) => text.includes(each)).map((each) => text.indexOf(each)));

// A body is called by its country only where it has to be told from another's: 「國務院說」 of 美國國務院.
function beginsWithBody(clause: string, speaker: string): boolean {
  const whole = foldScript(speaker.trim());
  const most = Math.floor(whole.length / 2);
  return Array.from({ length: most }, (_, cut) => whole.slice(cut + 1)).some(
    (tail) => tail.length > 2 && /^\p{Script=Han}+$/u.test(tail) && clause.startsWith(tail),
  );
}

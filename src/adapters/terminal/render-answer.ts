import type { Answer, Headline, Listing, NotFound } from '../../core/index.ts';
import { catalogue, reasonOf, type Catalogue } from '../../messages/index.ts';
import { sourceList } from './render-citations.ts';
import { accounts, differences, eventLines, quotations } from './render-quotes.ts';
import { joinText, terminalLine, terminalText, text, type TerminalText } from './terminal-text.ts';
import type { View } from './view.ts';
import type { Voice } from './voice.ts';
import { hang, wrap } from './wrap.ts';

interface RenderOptions {
  /** From when to when the corpus has reports: said where filters by days leave nothing. */
  readonly days?: undefined | { readonly since: string | null; readonly until: string | null };
  /** Whether the reader can type commands, and be told of them. */
  readonly canType?: boolean;
  /** How many articles of a listing were shown before these. */
  readonly listedBefore?: number;
}

/** An answer as it is shown to a person: quotations with their speakers, then the numbered sources. Ends without a line feed. */
export function renderAnswer(answer: Answer, view: View, options: RenderOptions = {}): TerminalText {
  const words = catalogue(answer.lang);
  const voice: Voice = { view, words };
  const above = preamble(answer, { ...voice, canType: options.canType === true });
  switch (answer.kind) {
    case 'answered':
      return blocks([above, quotations(answer.points, voice), sourceList(answer.citations, voice)]);
    case 'not-found':
      return blocks([
        above,
        notFound(answer, { ...voice, days: options.days }),
        headlineList(words.nearest, answer.nearest, voice),
        headlineList(words.unfiltered, answer.unfiltered, { ...voice, before: answer.nearest.length }),
      ]);
    case 'comparison':
      return blocks([
        above,
        ...accounts(answer, voice),
        ...differences(answer, voice),
        answer.silent.length === 0 ? [] : wrap(terminalLine(words.comparison.silent(answer.silent)), view.width),
        sourceList(answer.citations, voice),
      ]);
    case 'timeline':
      return blocks([
        above,
        ...answer.events.map((event) => eventLines(event, voice)),
        sourceList(answer.citations, voice),
      ]);
    case 'listing': {
      const before = options.listedBefore ?? 0;
      return blocks([above, headlineList(listedAbove(answer, before, words), answer.articles, { ...voice, before })]);
    }
    case 'rejected':
    case 'about':
      return lines(wrap(terminalText(reasonOf(answer) ?? ''), view.width));
    case 'greeting':
      return lines(wrap(terminalText(words.greeting[answer.topic]), view.width));
  }
}

function notFound(answer: NotFound, { view, words, days }: Voice & Pick<RenderOptions, 'days'>): TerminalText[] {
  const { since, until } = answer.filters;
  const byDays = since !== null || until !== null;
  const sentences = [
    reasonOf(answer) ?? words.notFound,
    ...(answer.unmatched.length === 0 ? [] : [words.unmatched(answer.unmatched)]),
    ...(byDays && days != null && days.since !== null && days.until !== null
      ? [words.covered(days.since, days.until)]
      : []),
  ];
  return wrap(terminalText(sentences.join('\n')), view.width);
}

const listedAbove = ({ articles, total }: Listing, before: number, words: Catalogue): string =>
  before === 0
    ? words.listed(total, articles.length)
    : words.listedFurther(before + 1, before + articles.length, total);

function headlineList(
  above: string,
  headlines: readonly Headline[],
  { view, words, before = 0 }: Voice & { readonly before?: number },
): TerminalText[] {
  if (headlines.length === 0) return [];
  return [
    ...wrap(terminalText(above), view.width),
    ...headlines.flatMap(({ outlet, date, title }, at) => {
      const parts = [outlet ?? words.unknownOutlet, date ?? words.undated, title];
      return hang(text`  ${before + at + 1}. `, terminalLine(parts.join(' · ')), view.width);
    }),
  ];
}

// What the answer took the question for.
function preamble(
  { filters, understood, lang }: Answer,
  { view, words, canType }: Voice & { readonly canType: boolean },
): TerminalText[] {
  const narrowed = Object.values(filters).some((filter) => filter !== null && filter !== undefined);
  const only = canType ? [words.filtered(filters), words.standing.drop] : [words.filtered(filters)];
  const sentences = [
    ...(understood === null ? [] : [words.understood(understood)]),
    ...(narrowed ? [only.join(lang === 'en' ? ' ' : '')] : []),
  ];
  return sentences.flatMap((sentence) => wrap(terminalLine(sentence), view.width)).map(view.faint);
}

const lines = (all: readonly TerminalText[]): TerminalText => joinText(all, '\n');

const blocks = (all: readonly (readonly TerminalText[])[]): TerminalText =>
  joinText(
    all.filter((block) => block.length > 0).map((block) => lines(block)),
    '\n\n',
  );

import type {
  Answer,
  Answered,
  Citation,
  Comparison,
  Headline,
  Listing,
  NotFound,
  Point,
  Timeline,
} from '../../core/index.ts';
import { catalogue, reasonOf, type Catalogue } from '../../messages/index.ts';
import { withDuplicates } from '../duplicates.ts';
import { heading, label, sentence, type Block, type Document, type Section } from './blocks.ts';
import { quotationMaker, type MakeQuotation } from './quote-blocks.ts';

export interface DocumentOptions {
  /** From when to when the corpus has reports; said where filters by day leave nothing. */
  readonly days?: { readonly since: string | null; readonly until: string | null } | undefined;
  /** How many articles of a listing were shown before these. */
  readonly listedBefore?: number | undefined;
  /** Whether the reader can type the commands of a terminal, and is told how to drop filters. */
  readonly canType?: boolean | undefined;
}

/** Everything that an answer of any kind says, as blocks in the order in which they are read. */
export function answerDocument(answer: Answer, options: DocumentOptions = {}): Document {
  const words = catalogue(answer.lang);
  const isOfCoverage = answer.kind !== 'rejected' && answer.kind !== 'greeting' && answer.kind !== 'about';
  const sources = answer.citations.map((citation) => withLocalOutlet(citation, answer, words));
  const quotation = quotationMaker(sources, words, answer.localNames);
  const outletName = (outlet: string): string => localOutlet(outlet, answer, words);
  const sections = sectionsOf(answer, { words, options, quotation, outletName }).filter(
    (section) => section.length > 0,
  );
  const foreign = foreignNote(sections, answer.lang, words);
  return {
    notes: isOfCoverage ? [...notesOf(answer, words, options.canType === true), ...foreign] : [],
    sections,
    sources,
    mark: answer.reader === undefined ? null : words.readByModel,
  };
}

const withLocalOutlet = (citation: Citation, answer: Answer, words: Catalogue): Citation =>
  citation.outlet === null ? citation : { ...citation, outlet: localOutlet(citation.outlet, answer, words) };

// The name that the reader knows an outlet by, with the outlet's own.
function localOutlet(outlet: string, { localNames = {} }: Answer, words: Catalogue): string {
  const local = localNames[outlet];
  return local === undefined ? outlet : words.named(local, outlet);
}

// One line, where all that is quoted is in the other language.
function foreignNote(sections: readonly Section[], lang: Answer['lang'], { quotesAreForeign }: Catalogue): string[] {
  const quotes = sections.flat().flatMap((block) => (block.kind === 'quotation' ? [block.quote] : []));
  const isChinese = (quote: string): boolean => /\p{Script=Han}/u.test(quote);
  if (quotes.length === 0 || !quotes.every((quote) => isChinese(quote) === (lang === 'en'))) return [];
  return [quotesAreForeign];
}

interface Making {
  readonly words: Catalogue;
  readonly options: DocumentOptions;
  readonly quotation: MakeQuotation;
  readonly outletName: (outlet: string) => string;
}

function sectionsOf(answer: Answer, making: Making): Section[] {
  const { words, options } = making;
  switch (answer.kind) {
    case 'answered':
      return [answer.said === undefined ? [] : [sentence(words.saidBy(answer.said))], ...points(answer, making)];
    case 'not-found':
      return notFound(answer, making);
    case 'comparison':
      return comparison(answer, making);
    case 'timeline':
      return timeline(answer, making);
    case 'listing':
      return [listing(answer, options.listedBefore ?? 0, words)];
    case 'rejected':
    case 'about':
      return [[sentence(reasonOf(answer) ?? '')]];
    case 'greeting':
      return [[sentence(words.greeting[answer.topic])]];
  }
}

// What the answer is limited to, and that part of the archive is missing from it.
function notesOf({ filters, lang, partial }: Answer, words: Catalogue, canType: boolean): string[] {
  const isFiltered = Object.values(filters).some((filter) => filter !== null && filter !== undefined);
  const only = canType ? [words.filtered(filters), words.sessionFilters.drop] : [words.filtered(filters)];
  return [...(isFiltered ? [only.join(lang === 'en' ? ' ' : '')] : []), ...(partial === true ? [words.partial] : [])];
}

function points({ points, polarity = null }: Answered, { words, quotation }: Making): Section[] {
  const sections = withDuplicates(points).map(({ point, at, duplicates }): { opens: Block[]; section: Block[] } => ({
    opens: openingOf(points, at, words),
    section: [
      quotation(point, isOfList(points, at) ? 'item' : 'point'),
      ...duplicates.flatMap((other) => [label(words.alsoReported), quotation(other.point, 'duplicate')]),
    ],
  }));
  // The items of a list stand below one another, and its heading above the first.
  const joined: Block[][] = [];
  for (const { opens, section } of sections) {
    const continues = opens.length === 0 && section[0]?.kind === 'quotation' && section[0].role === 'item';
    const last = joined.at(-1);
    if (continues && last !== undefined) last.push(...section);
    else joined.push([...opens, ...section]);
  }
  const [first, ...more] = joined;
  if (polarity === null || first === undefined) return joined;
  return [[heading(words.polarity[polarity]), ...first], ...more];
}

const isSameList = (one: Point | undefined, other: Point | undefined): boolean =>
  one?.section != null && one.citation === other?.citation && one.section === other.section;

const isOfList = (points: readonly Point[], at: number): boolean =>
  isSameList(points[at], points[at - 1]) || isSameList(points[at], points[at + 1]);

// What stands above a point: which of several questions it answers, and the heading of the list that begins with it.
function openingOf(points: readonly Point[], at: number, words: Catalogue): Block[] {
  const [before, point] = [points[at - 1], points[at]];
  if (point === undefined) return [];
  const parts = new Set(points.map(({ part = 0 }) => part)).size;
  const isNewPart = parts > 1 && (point.part ?? 0) !== (before === undefined ? null : (before.part ?? 0));
  const beginsList = isOfList(points, at) && !isSameList(point, before);
  return [
    ...(isNewPart ? [heading(words.part((point.part ?? 0) + 1))] : []),
    ...(beginsList ? [label(point.section ?? '')] : []),
  ];
}

function notFound(answer: NotFound, { words, options: { days }, quotation }: Making): Section[] {
  const { filters, gap, leads = [], nearest, partial, unfiltered, unmatched } = answer;
  // What is said to be lacking is not said once more.
  const lacking = partial === true ? [] : (gap?.lacks ?? []);
  const missing = unmatched.filter((word) => lacking.every(({ value }) => !value.includes(word)));
  const isOfDays = filters.since !== null || filters.until !== null;
  const [since, until] = isOfDays && days !== undefined ? [days.since, days.until] : [null, null];
  return [
    [
      sentence(reasonOf(answer) ?? nothingFound(answer, words)),
      ...(missing.length === 0 ? [] : [sentence(words.unmatched(missing))]),
      ...(since === null || until === null ? [] : [sentence(words.covered(since, until))]),
    ],
    leads.length === 0 ? [] : [sentence(words.leads), ...leads.map((lead) => quotation(lead, 'lead'))],
    entries(words.nearest, nearest, { words }),
    entries(words.unfiltered, unfiltered, { words, before: nearest.length }),
  ];
}

// What part of an archive lacks may be in the other.
function nothingFound({ gap = null, partial }: NotFound, words: Catalogue): string {
  if (partial === true) return words.notFoundInPart;
  return gap === null ? words.notFound : words.gap(gap);
}

function comparison(
  { outlets, differences, silent, citations }: Comparison,
  { words, quotation, outletName }: Making,
): Section[] {
  const accounts = outlets.map(({ outlet, points, only, copyOf }): Section => {
    const cited = citations.filter(({ number }) => points.some(({ citation }) => citation === number));
    const isDigest = cited.length > 0 && cited.every(({ digest }) => digest);
    const name = isDigest ? words.digestOf(outletName(outlet)) : outletName(outlet);
    // First what others say as well, then what only this outlet does.
    const own = points.filter((_, at) => only.includes(at));
    const shared = points.filter((_, at) => !only.includes(at));
    return [
      heading(copyOf === null ? name : words.comparison.copyOf(name, outletName(copyOf))),
      ...shared.map((point) => quotation(point, 'account')),
      ...(own.length === 0 ? [] : [label(words.comparison.only)]),
      ...own.map((point) => quotation(point, 'only')),
    ];
  });
  const readings = differences.map(({ of, readings }): Section => [
    sentence(words.comparison.differences[of]),
    ...readings.map(
      ({ outlet, text, citation }) => ({ kind: 'reading', outlet: outletName(outlet), text, citation }) as const,
    ),
  ]);
  return [
    ...accounts,
    ...readings,
    silent.length === 0 ? [] : [sentence(words.comparison.silent(silent.map(outletName)))],
  ];
}

function timeline({ events }: Timeline, { words, quotation }: Making): Section[] {
  return events.map((event) => {
    const days = event.until === null ? event.date : `${event.date} – ${event.until}`;
    return [
      heading(event.dateOf === 'event' ? days : words.timeline.published(days)),
      quotation(event, 'event'),
      ...(event.also.length === 0 ? [] : [label(words.timeline.alsoIn)]),
      ...event.also.map((other) => quotation(other, 'also')),
    ];
  });
}

function listing({ articles, total }: Listing, before: number, words: Catalogue): Section {
  const above =
    before === 0
      ? words.listed(total, articles.length)
      : words.listedFurther(before + 1, before + articles.length, total);
  return entries(above, articles, { words, before });
}

function entries(
  above: string,
  articles: readonly Headline[],
  { words, before = 0 }: { readonly words: Catalogue; readonly before?: number },
): Section {
  if (articles.length === 0) return [];
  return [
    sentence(above),
    ...articles.map((article, at) => {
      const note = article.author === undefined ? null : words.writtenBy(article.author);
      return { kind: 'entry', number: before + at + 1, article, note } as const;
    }),
  ];
}

import type { Answer, Comparison, Listing, Point, Timeline } from '../../core/index.ts';
import { catalogue, reasonOf, type Catalogue } from '../../messages/index.ts';
import { heading, label, sentence, type Document, type Section } from './blocks.ts';
import { inLocalNames, localOutlet, withLocalOutlet } from './local-outlets.ts';
import { foreignNote, type DocumentOptions, type SectionContext } from './section-context.ts';
import { entries, notFoundSections } from './not-found-sections.ts';
import { pointSections } from './point-sections.ts';
import { quotationMaker } from './quote-blocks.ts';

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
  // What is near and no answer is said to be foreign where it stands.
  const foreign = answer.kind === 'not-found' ? [] : foreignNote(sections, answer.lang, words);
  return {
    notes: isOfCoverage ? [...notesOf(answer, words, options.canType === true), ...foreign] : [],
    sections,
    sources,
    mark: answer.reader === undefined ? null : words.readByModel,
  };
}

function sectionsOf(answer: Answer, context: SectionContext): Section[] {
  const { words, options } = context;
  switch (answer.kind) {
    case 'answered':
      return [
        answer.said === undefined
          ? []
          : [sentence(words.saidBy(answer.said.map((said) => inLocalNames(said, answer, words))))],
        // Who asks that asks no more whether it is so.
        ...pointSections(answer.said === undefined ? answer : { ...answer, polarity: null }, context),
      ];
    case 'not-found':
      return notFoundSections(answer, context);
    case 'comparison':
      return comparison(answer, context);
    case 'timeline':
      return timeline(answer, context);
    case 'listing':
      return [listing(answer, options.listedBefore ?? 0, context)];
    case 'rejected':
      return [[sentence(reasonOf(answer) ?? '')]];
    case 'about': {
      const facts = { ...answer.facts, outlets: answer.facts.outlets.map(context.outletName) };
      return [[sentence(reasonOf({ ...answer, facts }) ?? '')]];
    }
    case 'greeting':
      return [[sentence(words.greeting[answer.topic])]];
  }
}

// What the answer is limited to, and that part of the archive is missing from it.
function notesOf(answer: Answer, words: Catalogue, canType: boolean): string[] {
  const { lang, partial } = answer;
  const filters = withLocalOutlet(answer.filters, answer, words);
  const isFiltered = Object.values(filters).some((filter) => filter !== null && filter !== undefined);
  const only = canType ? [words.filtered(filters), words.sessionFilters.drop] : [words.filtered(filters)];
  return [...(isFiltered ? [only.join(lang === 'en' ? ' ' : '')] : []), ...(partial === true ? [words.partial] : [])];
}

function comparison(
  { outlets, differences, silent, citations }: Comparison,
  { words, quotation, outletName }: SectionContext,
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
      ...shared.map((point) => quotation(unnamed(point, outlet), 'account')),
      ...(own.length === 0 ? [] : [label(words.comparison.only)]),
      ...own.map((point) => quotation(unnamed(point, outlet), 'only')),
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

// What an outlet says stands below its name.
const unnamed = (point: Point, outlet: string): Point =>
  point.speaker === outlet ? { ...point, speaker: null } : point;

function timeline({ events }: Timeline, { words, quotation }: SectionContext): Section[] {
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

function listing(answer: Listing, before: number, { words, outletName }: SectionContext): Section {
  const { articles, total, reporting = [] } = answer;
  const above =
    before === 0
      ? words.listed(total, articles.length)
      : words.listedFurther(before + 1, before + articles.length, total);
  const by = before > 0 || reporting.length === 0 ? [] : [sentence(words.listedBy(reporting.map(outletName)))];
  return [...by, ...entries(above, articles, { words, answer, before })];
}

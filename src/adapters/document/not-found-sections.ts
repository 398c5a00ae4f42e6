import type { Answer, Headline, NotFound, SlotValue } from '../../core/index.ts';
import { reasonOf, type Catalogue } from '../../messages/index.ts';
import { label, sentence, type Block, type Section } from './blocks.ts';
import { localOutlet, withLocalOutlet } from './local-outlets.ts';
import { firstNumber, uncited } from '../numbered.ts';
import { foreignNote, type SectionContext } from './section-context.ts';

/** That nothing answers, and why; what is near, and marked as no answer; the nearest articles. */
export function notFoundSections(answer: NotFound, { words, options: { days }, quotation }: SectionContext): Section[] {
  const { filters, gap, leads = [], partial, unmatched } = answer;
  const [nearest, unfiltered] = [uncited(answer.nearest, answer), uncited(answer.unfiltered, answer)];
  // What is said to be lacking is not said once more.
  const lacking = partial === true ? [] : (gap?.lacks ?? []);
  const missing = unmatched.filter((word) =>
    lacking.every(({ value }) => !value.includes(word) && !word.includes(value)),
  );
  const isOfDays = filters.since !== null || filters.until !== null;
  const [since, until] = isOfDays && days !== undefined ? [days.since, days.until] : [null, null];
  const near = leads.map((lead) => quotation(lead, 'lead'));
  const foreign = foreignNote([near], answer.lang, words);
  const told = near.flatMap((block, at): Block[] => {
    const { of } = leads[at] ?? {};
    return of === undefined ? [block] : [label(words.leadsOf[of]), block];
  });
  return [
    [
      sentence(reasonOf(answer) ?? nothingFound(answer, words)),
      ...(missing.length === 0 ? [] : [sentence(words.unmatched(missing))]),
      ...(since === null || until === null ? [] : [sentence(words.covered(since, until))]),
    ],
    leads.length === 0 ? [] : [sentence(words.leads), ...foreign.map(label), ...told],
    entries(words.nearest, nearest, { words, answer }),
    entries(words.unfiltered, unfiltered, { words, answer, before: nearest.length }),
  ];
}

// What part of an archive lacks may be in the other.
function nothingFound(answer: NotFound, words: Catalogue): string {
  const {
    gap = null,
    partial,
    filters: { since, until },
  } = answer;
  if (partial === true) return words.notFoundInPart;
  if (gap === null) return words.notFound;
  // Days in the words of the interface, not in those of the question ("in 2015").
  const days = since === null || until === null ? null : words.period(since, until);
  const inWords = (one: SlotValue): SlotValue => {
    if (one.slot === 'outlet') return { ...one, value: localOutlet(one.value, answer, words) };
    return one.slot === 'day' ? { ...one, value: days ?? one.value } : one;
  };
  return words.gap({ has: gap.has.map(inWords), lacks: gap.lacks.map(inWords) });
}

/** Articles by their numbers, below a sentence; none where there are none. `before`: how many are numbered before them. */
export function entries(
  above: string,
  articles: readonly Headline[],
  { words, answer, before = 0 }: { readonly words: Catalogue; readonly answer: Answer; readonly before?: number },
): Section {
  if (articles.length === 0) return [];
  return [
    sentence(above),
    ...articles.map((headline, at) => {
      const article = withLocalOutlet(headline, answer, words);
      const note = article.author === undefined ? null : words.writtenBy(article.author);
      return { kind: 'entry', number: firstNumber(answer, before) + at, article, note } as const;
    }),
  ];
}

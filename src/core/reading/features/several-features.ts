import { listedItems } from '../../text/listed-items.ts';
import type { FeatureContext, SentenceView } from './sentence-view.ts';

/** How a sentence meets a question for several things, or for words in quotation marks, in the order of what `severalFeatures` returns. */
export const SEVERAL_FEATURES = [
  'several', // the question asks for several
  'severalCounted', // and says how many
  'listed', // how many items the sentence's longest list has, as a share of eight
  'listFits', // how well they are as many as are asked for, 0…1
  'quotedWords', // 0.5 where the sentence has all words that the question puts in marks, -0.5 where it has none
] as const;

const MOST = 8;
// One more or less may be how an item is parted: 「A和B」 is one or two.
const NEARLY = 0.6;
const A_LIST = 0.3;

/** Measures the lists of a sentence against how many things are asked for, and the words that the question quotes. */
export function severalFeatures({ folded }: SentenceView, { question }: FeatureContext): number[] {
  const { frame, folded: asked } = question.parsed;
  const items = listedItems(folded);
  const quoted = frame.quoted.map(({ start, end }) => asked.slice(start, end));
  return [
    frame.many ? 1 : 0,
    frame.howMany === null ? 0 : 1,
    Math.min(MOST, items) / MOST,
    frame.many ? fit(items, frame.howMany) : 0,
    quoted.length === 0 ? 0 : quoted.filter((words) => folded.includes(words)).length / quoted.length - 0.5,
  ];
}

function fit(items: number, howMany: number | null): number {
  if (howMany === null) return Math.min(1, (items - 1) / 2);
  if (items === howMany) return 1;
  if (items >= 2 && Math.abs(items - howMany) <= 1) return NEARLY;
  return items >= 3 ? A_LIST : 0;
}

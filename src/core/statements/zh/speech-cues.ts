import { lexicon } from './lexicon.ts';

/** Whether something begins in a stretch of a text, in UTF-16 units. */
type BeginsIn = (from: number, to: number) => boolean;

/** Finds, in one pass, where the verbs of speech and what opens a source (據) begin in a masked text. */
export function speechCues(masked: string): { readonly hasVerb: BeginsIn; readonly hasSource: BeginsIn } {
  const { mayBeginVerb, mayBeginSource, verbWords, lookAlikes, sourceOpeners } = lexicon();
  const isVerb = (at: number): boolean => {
    const end = verbWords.endAt(masked, at);
    return end > at && lookAlikes.endAt(masked, at) <= end;
  };
  const verbs: number[] = [];
  const sources: number[] = [];
  for (let i = 0; i < masked.length; i++) {
    const unit = masked.charCodeAt(i);
    if (mayBeginVerb[unit] === 1 && isVerb(i)) verbs.push(i);
    if (mayBeginSource[unit] === 1 && sourceOpeners.endAt(masked, i) > i) sources.push(i);
  }
  return { hasVerb: beginsIn(verbs), hasSource: beginsIn(sources) };
}

// A binary search; the places are in order.
const beginsIn =
  (places: readonly number[]): BeginsIn =>
  (from, to) => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? from) < from) low = middle + 1;
      else high = middle;
    }
    return (places[low] ?? to) < to;
  };

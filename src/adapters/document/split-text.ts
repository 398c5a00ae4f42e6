// Sentences end with these and the marks that close behind them; failing that, a word ends with white space.
const SENTENCE_END = /[。！？!?…\n]["”’」』）)》]*|[.;；，,]\s/gu;

/** The place, above 0 and at most `limit` UTF-16 units, at which a text that is longer is best divided. */
export function placeToCut(text: string, limit: number): number {
  const head = text.slice(0, limit);
  const ends = [...head.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  const last = ends.at(-1) ?? 0;
  // A sentence that ends early leaves most of the message empty.
  if (last > limit / 2) return last;
  const space = head.lastIndexOf(' ') + 1;
  if (space > limit / 2) return space;
  // Not between the two halves of a character outside the BMP.
  return isHighSurrogate(head.charCodeAt(limit - 1)) ? limit - 1 : limit;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** A text in pieces of at most `limit` UTF-16 units, divided at the ends of sentences where possible. There is at least one. */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = placeToCut(rest, limit);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

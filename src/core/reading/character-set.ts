/** Whether a text holds a UTF-16 unit. Holds good until `charactersOf` reads another text. */
export type CharacterSet = (unit: number) => boolean;

// For each unit the number of the last text that held it.
const lastText = new Uint32Array(0x1_0000);
let texts = 0;

/**
 * Reads a text once, so that what cannot stand in it is told without a search: most of what a question has is missing from
 * most sentences.
 */
export function characterSetOf(text: string): CharacterSet {
  texts = (texts + 1) >>> 0;
  const number = texts;
  for (let i = 0; i < text.length; i++) lastText[text.charCodeAt(i)] = number;
  return (unit) => lastText[unit] === number;
}

/** Whether every unit of `text.slice(from, to)` is there. */
export function holdsAll(present: CharacterSet, text: string, from = 0, to = text.length): boolean {
  for (let i = from; i < to; i++) if (!present(text.charCodeAt(i))) return false;
  return true;
}

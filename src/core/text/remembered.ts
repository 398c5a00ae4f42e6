// Texts of which is remembered what was read of them: a question reads some hundred sentences, and the next one mostly the same.
const MOST_TEXTS = 1_000;
/** UTF-16 units; longer texts are whole articles, which come once. */
const LONGEST_TEXT = 1_000;

/** Makes a pure function of a text remember what it gave for the texts that came last, `most` of them. Nobody may change what it gives. */
export function remembering<T extends object | number | string>(
  read: (text: string) => T,
  most = MOST_TEXTS,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_TEXT) return read(text);
    let result = known.get(text);
    if (result === undefined) {
      result = read(text);
      if (known.size >= most) forgetOldest(known);
      known.set(text, result);
    }
    return result;
  };
}

function forgetOldest(known: Map<string, unknown>): void {
  for (const oldest of known.keys()) {
    known.delete(oldest);
    return;
  }
}

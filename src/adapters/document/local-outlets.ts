import type { Answer, Said } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';

/** Something with an outlet, which has the name that the reader knows it by, with its own. */
export const withLocalOutlet = <Of extends { readonly outlet: string | null }>(
  of: Of,
  answer: Answer,
  words: Catalogue,
): Of => (of.outlet === null ? of : { ...of, outlet: localOutlet(of.outlet, answer, words) });

/** The name that the reader knows an outlet by, with the outlet's own. */
export function localOutlet(outlet: string, { localNames = {} }: Answer, words: Catalogue): string {
  const local = localNames[outlet];
  return local === undefined ? outlet : words.named(local, outlet);
}

/** Who said something, and where, by the names that the reader knows. */
export const inLocalNames = (said: Said, answer: Answer, words: Catalogue): Said => ({
  ...withLocalOutlet(said, answer, words),
  speaker: said.speaker === null ? null : localOutlet(said.speaker, answer, words),
});

import type { Answer } from '../../core/index.ts';
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

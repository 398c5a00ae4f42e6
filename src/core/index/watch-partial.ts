import type { Library } from './library.ts';

/** A library for one question, and whether any of its searches could reach only part of the archive. */
export function watchPartial(library: Library): { readonly library: Library; readonly isPartial: () => boolean } {
  let isPartial = false;
  const index: Library['index'] = {
    ...library.index,
    search: async (...given) => {
      const result = await library.index.search(...given);
      isPartial ||= result.isPartial;
      return result;
    },
  };
  // What may change while the question is answered stays a getter.
  const watched = Object.create(library, { index: { value: index, enumerable: true } }) as Library;
  return { library: watched, isPartial: () => isPartial };
}

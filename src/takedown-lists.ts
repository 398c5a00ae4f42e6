import { dirname } from 'node:path';

/**
 * Where lists of what is taken down of a corpus stand: in its folders, and beside a saved index, which may be where those are not. What is
 * taken down of an index on other machines has no place in it.
 */
export const listFolders = (
  { index }: { readonly index: string | null },
  dirs: readonly string[],
): readonly string[] => [...new Set([...dirs, ...(index === null || isAddress(index) ? [] : [dirname(index)])])];

const isAddress = (index: string): boolean => index.includes('://');

import type { Catalogue } from '../../messages/index.ts';
import type { View } from './view.ts';

/** How something is said in a terminal: in which words, and on what. */
export interface Voice {
  readonly view: View;
  readonly words: Catalogue;
}

import type { Catalogue } from '../../messages/index.ts';
import type { View } from './view.ts';

/** What a terminal can show, and in which language. */
export interface RenderContext {
  readonly view: View;
  readonly words: Catalogue;
}

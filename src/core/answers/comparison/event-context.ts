import type { Library } from '../../index/library.ts';
import type { EventContext } from './same-event.ts';

/** What articles of a library are profiled with: a term tells the more the fewer passages hold it. */
export function eventContext({ names, index }: Pick<Library, 'names' | 'index'>): EventContext {
  const passages = index.size();
  return { names, weightOf: (term) => Math.log(1 + passages / (1 + index.frequency(term))) };
}

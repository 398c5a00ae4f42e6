import type { Mention, Entry } from '../names/gazetteer.ts';
import type { People } from './people.ts';

/** What somebody is called in a sentence; `start`–`end` is what the article names them by, `after` where the sentence goes on. */
export interface NounPhrase {
  readonly start: number;
  readonly end: number;
  readonly after: number;
  readonly kind: 'person' | 'organisation' | 'place' | 'office' | 'group' | 'joint';
  readonly name: Entry | null;
}

/** An article made ready to be read: `folded` and `masked` have the length of its text. */
export interface Reading {
  readonly folded: string;
  readonly masked: string;
  /** Mentions of people, organisations and places by their start, the longest one first. */
  readonly mentions: ReadonlyMap<number, readonly Mention[]>;
  readonly people: People;
}

/** The first place from `at` on, and no further than `to`, that is no space. */
export function skipSpaces(text: string, at: number, to: number): number {
  let p = at;
  while (p < to && text.charCodeAt(p) === 0x20) p++;
  return p;
}

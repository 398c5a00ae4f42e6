import type { KindFilter } from '../core/index.ts';
import { catalogue } from '../messages/index.ts';
import { INTERFACE_LANGS } from './lang-choices.ts';

/** What articles can be narrowed to by kind, as commands and options call it. */
export const KINDS = ['news', 'opinion', 'reprint', 'satire', 'transcript'] as const satisfies readonly KindFilter[];

/** The kind that somebody named, as an option or in any language of the interface; null where it is none. */
export function readKind(given: string): KindFilter | null {
  const name = given.trim().toLowerCase();
  return (
    KINDS.find((kind) => kind === name || INTERFACE_LANGS.some((lang) => catalogue(lang).kindNames[kind] === name)) ??
    null
  );
}

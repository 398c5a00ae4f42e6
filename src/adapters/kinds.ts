import type { InterfaceLang, KindFilter } from '../core/index.ts';
import { catalogue } from '../messages/index.ts';

/** What articles can be narrowed to by kind, as commands and options call it. */
export const KINDS = ['news', 'opinion', 'reprint', 'satire', 'transcript'] as const satisfies readonly KindFilter[];

const LANGS: readonly InterfaceLang[] = ['en', 'zh-Hant', 'zh-Hans'];

/** The kind that somebody named, as an option or in any language of the interface; null where it is none. */
export function readKind(given: string): KindFilter | null {
  const name = given.trim().toLowerCase();
  return KINDS.find((kind) => kind === name || LANGS.some((lang) => catalogue(lang).kindNames[kind] === name)) ?? null;
}

import { bigramKey, bigramUnits } from '../../text/characters.ts';
import type { Term } from '../../names/terms.ts';

/**
 * A term as the text under which its postings are stored: a bigram as its two characters, any other as it is. No two terms meet,
 * since no other term has two CJK characters. Texts of the Basic Multilingual Plane are in one order in JavaScript and in SQLite.
 */
export const termKey = (term: Term): string =>
  typeof term === 'number' ? String.fromCharCode(...bigramUnits(term)) : term;

/** The term that is stored under a key. */
export const termOfKey = (key: string): Term =>
  key.length === 2 && key.charCodeAt(0) >= 0x3005 && key.charCodeAt(0) < 0xa000
    ? bigramKey(key.charCodeAt(0), key.charCodeAt(1))
    : key;

import { bigramUnits } from '../../text/script.ts';
import type { Term } from '../terms.ts';

/**
 * A term as the text under which its postings are stored: a bigram as its two characters, any other as it is. No two terms meet,
 * since no other term has two CJK characters. Texts of the Basic Multilingual Plane are in one order in JavaScript and in SQLite.
 */
export const termKey = (term: Term): string =>
  typeof term === 'number' ? String.fromCharCode(...bigramUnits(term)) : term;

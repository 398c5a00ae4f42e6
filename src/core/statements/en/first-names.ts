import { langLines, langWords } from '../../text/lang-data.ts';
import { englishLexicon } from './lexicon.ts';

const SHORT_NAMES = langLines('en/short-names').map((line) => new Set(line.split(',').map((name) => name.trim())));
const NO_FIRST_NAME: ReadonlySet<string> = new Set([
  ...langWords('en/titles'),
  ...langWords('en/stop-words'),
  ...['title', 'honorific', 'preposition'].flatMap((part) => englishLexicon().words(part)),
]);

/** Whether a folded word before a surname may be a first name, and is neither a title nor an office: "secretary". */
export const isFirstName = (word: string): boolean =>
  !NO_FIRST_NAME.has(word) && !englishLexicon().personNouns.has(word);

/** Whether two folded first names may be one person's: Bill is William, and Jim may be James. */
export const mayBeShortFor = (one: string, other: string): boolean =>
  one.charAt(0) === other.charAt(0) || SHORT_NAMES.some((names) => names.has(one) && names.has(other));

const FULL_NAME = /^[a-z.'’-]+(?: [a-z.'’-]+){1,3}$/;

/** Whether two folded names in Latin letters may be one person's: of one surname, and no first names that differ. */
export function mayBeOne(one: string, other: string): boolean {
  if (!FULL_NAME.test(one) || !FULL_NAME.test(other)) return false;
  const [words, others] = [one.split(' '), other.split(' ')];
  if (words.at(-1) !== others.at(-1)) return false;
  const [first = '', second = ''] = [words[0], others[0]];
  return !isFirstName(first) || !isFirstName(second) || mayBeShortFor(first, second);
}

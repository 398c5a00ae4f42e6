import type { Verdict } from '../../reading/claims.ts';
import { englishLexicon } from '../../statements/en/lexicon.ts';
import { anyOf, formsOf, langPairs, langWords } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import { withoutPossessive } from '../../text/stems.ts';
import type { Candidate } from './speaker-verdict.ts';

// Two or more words with a capital, none of which begins the text: "Mark Tolland", "Port Ellis"; not "The Harbour".
const NAME = /(?<![.?!:"“]\s)(?<!^)(?<![\p{L}\p{N}'’-])(?!(?:The|An?) )\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+)+/gu;
// Who or what a question is about stands behind no preposition: "the oldest player in the Harbour Cup".
const SETTING = new RegExp(String.raw`\b(?:${anyOf(englishLexicon().words('preposition'))}|to) (?:the )?$`);
const OPENING_NAME = /^["“]?\p{Lu}[\p{Ll}'’-]+ \p{Lu}[\p{Ll}'’-]+(?=,| \p{Ll}|$)/u;

// "Examination Boards" are more than one "Examination Board".
const forms = (word: string): readonly string[] => [word, `${word}s`, word.replace(/s$/, '')];

const bare = (word: string): string => withoutPossessive(foldScript(word));

/**
 * Whether a sentence of an English article is of somebody or some place that a question names by a name that no file has: the name's last
 * word has to stand in the article, as it is ("Tolland" is not "Tollander"), and a sentence that opens with another's name is of them.
 */
export function latinNameVerdict(candidate: Candidate): Verdict {
  const { article } = candidate;
  if (article.lang !== 'en') return 'absent';
  const words = wordsIn(`${article.title}\n${article.text}`);
  if (lacksName(candidate, words)) return 'contradicted';
  return fullNameVerdict(candidate, words);
}

function fullNameVerdict(
  { question: { parsed }, article, ranked: { sentence } }: Candidate,
  anywhere: ReadonlySet<string>,
): Verdict {
  const isKnown = (start: number, end: number): boolean =>
    parsed.terms.some((term) => term.name !== null && term.start < end && term.end > start);
  const unknown = [...parsed.text.matchAll(NAME)].filter(({ 0: name, index }) => !isKnown(index, index + name.length));
  if (unknown.length === 0) return 'absent';
  const names = unknown.map(([name]) => name.split(' ').map(bare));
  const own = article.text.slice(sentence.start, sentence.end);
  const here = wordsIn(own);
  const initials = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('');
  const isIn = (words: readonly string[], text: ReadonlySet<string>): boolean =>
    forms(words.at(-1) ?? '').some((form) => text.has(form)) || text.has(initials(words));
  if (names.some((words) => !isIn(words, anywhere))) return 'contradicted';
  const subjects = unknown.flatMap(({ index }, i) =>
    SETTING.test(parsed.folded.slice(0, index)) ? [] : [names[i] ?? []],
  );
  if (subjects.every((words) => isIn(words, here))) return 'absent';
  const opening = OPENING_NAME.exec(own)?.[0].split(' ').map(bare) ?? [];
  const isOther = opening.length > 0 && !opening.some((word) => names.flat().includes(word));
  return isOther ? 'contradicted' : 'absent';
}

// A name of one word behind a small one: "the mayor of Harwick"; not the beginning of a title ("The Mark of …").
const SINGLE = /(?<=(?:^|\s)[\p{Ll}'’-]+,? )\p{Lu}[\p{Ll}'’]{3,}(?![\p{L}-]| \p{Lu})/gu;
const NO_NAME: ReadonlySet<string> = new Set([
  ...formsOf(langPairs('en/attributes-told'), 'nationality'),
  ...langWords('en/capitalised'),
]);

// Whether an article has nothing of a name of one word that other articles of the archive have: it is of somebody or some place else.
function lacksName({ question: { parsed, absent } }: Candidate, words: ReadonlySet<string>): boolean {
  return [...parsed.text.matchAll(SINGLE)].some(({ 0: name, index }) => {
    const word = bare(name);
    const t = parsed.terms.findIndex((term) => term.start === index && term.end === index + name.length);
    const isUnknown = parsed.terms[t]?.name === null && absent[t] === 0;
    return isUnknown && !NO_NAME.has(word) && !forms(word).some((form) => words.has(form));
  });
}

const wordsIn = (text: string): Set<string> =>
  new Set(
    Array.from(
      foldScript(text)
        .replaceAll('.', '')
        .matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu),
      ([word]) => bare(word),
    ),
  );

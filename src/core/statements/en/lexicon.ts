import type { SpeechAct } from '../../model/statement.ts';
import { langLines } from '../../text/lang-data.ts';

/** What has to stand behind a verb for it to be speech; the head of data/lang/en/speech-verbs.txt says what each means. */
type Frame = 'any' | 'object' | 'clause' | 'quote' | 'person' | 'claim' | 'deed';

/** A form of a verb of speech or opinion, of one or two words. */
export interface VerbForm {
  readonly words: readonly string[];
  readonly form: 'base' | 'third' | 'past' | 'participle' | 'ing';
  readonly act: SpeechAct;
  readonly frame: Frame;
  /** False for verbs that give a view, wish or plan. */
  readonly speech: boolean;
  /** Whether the form is a noun as well: claims, reports. */
  readonly noun: boolean;
}

/** What is known of English for reading who said what. Words are in lower case. */
export interface EnglishLexicon {
  /** The verb forms that begin with a word, those of the most words first. */
  readonly verbs: (word: string) => readonly VerbForm[];
  readonly is: (word: string, part: string) => boolean;
  /** The words that have a part. */
  readonly words: (part: string) => readonly string[];
  /** Whether a word is nearly always a finite verb. */
  readonly isFinite: (word: string) => boolean;
  readonly personNouns: ReadonlySet<string>;
  readonly bodyNouns: ReadonlySet<string>;
  /** What only somebody else's words or thoughts are: claims, suggestions. */
  readonly claimNouns: ReadonlySet<string>;
  /** Phrases such as `according to`, as words. */
  readonly sourcePhrases: readonly (readonly string[])[];
}

let english: EnglishLexicon | null = null;

/** The lists of data/lang/en, read when they are first asked for. */
export const englishLexicon = (): EnglishLexicon => (english ??= readEnglish());

function readEnglish(): EnglishLexicon {
  const verbs = new Map<string, VerbForm[]>();
  const nouns = new Set(langLines('en/noun-verbs').flatMap(itemsOf));
  for (const list of ['en/speech-verbs', 'en/opinion-verbs']) {
    for (const form of langLines(list).flatMap((line) =>
      verbForms(line, { speech: list === 'en/speech-verbs', nouns }),
    )) {
      const [first = ''] = form.words;
      verbs.set(first, [...(verbs.get(first) ?? []), form]);
    }
  }
  for (const forms of verbs.values()) forms.sort((a, b) => b.words.length - a.words.length);
  const parts = new Map<string, ReadonlySet<string>>(
    langLines('en/word-classes').map((line) => {
      const [words = '', part = ''] = line.split('=>');
      return [part.trim(), new Set(itemsOf(words))];
    }),
  );
  const finite = new Set(langLines('en/verb-forms').flatMap(itemsOf));
  return {
    verbs: (word) => verbs.get(word) ?? NONE,
    is: (word, part) => parts.get(part)?.has(word) === true,
    words: (part) => [...(parts.get(part) ?? [])],
    isFinite: (word) => finite.has(word),
    personNouns: new Set(langLines('en/person-nouns').flatMap(itemsOf)),
    bodyNouns: new Set(langLines('en/body-nouns').flatMap(itemsOf)),
    claimNouns: new Set(langLines('en/claim-nouns').flatMap(itemsOf)),
    sourcePhrases: langLines('en/source-phrases').map((phrase) => phrase.split(' ')),
  };
}

const NONE: readonly VerbForm[] = [];

const itemsOf = (line: string): string[] => line.split(',').map((item) => item.trim());

// `tell, told => say person`
function verbForms(line: string, { speech, nouns }: { speech: boolean; nouns: ReadonlySet<string> }): VerbForm[] {
  const [left = '', right = ''] = line.split('=>');
  const [base = '', past, participle] = itemsOf(left);
  const [act = 'say', frame = 'any'] = right.trim().split(' ');
  const [first = '', ...rest] = base.split(' ');
  const all: [VerbForm['form'], string][] = [
    ['base', first],
    ['third', thirdPerson(first)],
    ['ing', presentParticiple(first)],
    ['past', (past ?? regularPast(first)).split(' ')[0] ?? ''],
  ];
  if (participle !== undefined) all.push(['participle', participle.split(' ')[0] ?? '']);
  return all.map(([form, word]) => ({
    words: [word, ...rest],
    form,
    act: act as SpeechAct,
    frame: frame as Frame,
    speech,
    noun: (form === 'base' || form === 'third' || word === first) && nouns.has(first),
  }));
}

const thirdPerson = (verb: string): string =>
  /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;

// Short verbs in one vowel and one consonant double it: rip, ripped; but not those whose last syllable is weak.
const DOUBLES = /^[^aeiou]*[aeiou][bdgklmnprt]$|^[^aeiou]*u?[aeiou]p$/;

const regularPast = (verb: string): string =>
  verb.endsWith('e')
    ? `${verb}d`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : DOUBLES.test(verb)
        ? `${verb}${verb.at(-1) ?? ''}ed`
        : `${verb}ed`;

const presentParticiple = (verb: string): string =>
  /[^eyo]e$/.test(verb)
    ? `${verb.slice(0, -1)}ing`
    : DOUBLES.test(verb)
      ? `${verb}${verb.at(-1) ?? ''}ing`
      : `${verb}ing`;

import type { SpeechAct } from '../../model/statement.ts';
import { langTable, langWords } from '../../text/lang-data.ts';
import { unitTable } from '../../text/characters.ts';
import { foldScript } from '../../text/script.ts';
import { wordSets, type WordSet } from './word-set.ts';

/** How much has to be known of who speaks before a verb counts: `data/lang/zh/speech-verbs.txt` says what each kind is. */
export type VerbKind = 'plain' | 'noun' | 'bare' | 'narrow' | 'quote' | 'report' | 'wish';

/** What a verb of speech does, and when it counts. */
export interface VerbEntry {
  readonly act: SpeechAct;
  readonly kind: VerbKind;
}

/** What is known of Chinese for reading who says what; all words are folded. */
export interface Lexicon {
  readonly verbs: ReadonlyMap<string, VerbEntry>;
  readonly verbWords: WordSet;
  readonly lookAlikes: WordSet;
  /** 1 for the UTF-16 units that a verb of speech, or what only looks like one, may begin with. */
  readonly mayBeginVerb: Uint8Array;
  /** 1 for those that what opens a source may begin with. */
  readonly mayBeginSource: Uint8Array;
  readonly noEventBefore: WordSet;
  readonly negations: WordSet;
  readonly eventNouns: WordSet;
  readonly pronouns: ReadonlyMap<string, string>;
  readonly pronounWords: WordSet;
  readonly offices: WordSet;
  readonly singleOffices: WordSet;
  readonly bodies: WordSet;
  readonly documents: WordSet;
  readonly outlets: WordSet;
  readonly adverbs: WordSet;
  readonly prepositions: ReadonlyMap<string, string>;
  readonly prepositionWords: WordSet;
  readonly localizers: WordSet;
  readonly occasions: WordSet;
  readonly openers: ReadonlyMap<string, string>;
  readonly openerWords: WordSet;
  readonly quantities: WordSet;
  readonly surnames: WordSet;
  readonly rareSurnames: WordSet;
  /** Surnames behind an office alone. */
  readonly officeSurnames: WordSet;
  readonly sounds: ReadonlySet<string>;
  readonly compounds: WordSet;
  readonly nonNames: WordSet;
  readonly noSubjectOpeners: WordSet;
  readonly nearWords: WordSet;
  readonly relations: WordSet;
  readonly verbOffices: WordSet;
  /** The last characters of callings; `named` where they make one only before a name. */
  readonly callingEndings: ReadonlyMap<string, string>;
  readonly turnLabels: ReadonlyMap<string, string>;
  readonly turnWords: WordSet;
  /** Whether the title is that of a statement which is given whole. */
  readonly isSignedTitle: (title: string) => boolean;
  readonly contrasts: WordSet;
  readonly clauseTimes: WordSet;
  readonly noEventAfter: WordSet;
  readonly timeClosers: WordSet;
  readonly wordsOf: WordSet;
  readonly breaks: WordSet;
  readonly doers: WordSet;
  readonly meetings: WordSet;
  readonly shortTitles: WordSet;
  readonly sourceOpeners: WordSet;
  readonly issuing: WordSet;
  readonly hedges: WordSet;
  readonly planVerbs: WordSet;
  readonly clauseCharacters: WordSet;
}

// Which list of `data/lang/zh` is which set of words.
const LISTS = {
  lookAlikes: 'speech-look-alikes',
  noEventBefore: 'no-event-before',
  negations: 'negations',
  eventNouns: 'event-nouns',
  offices: 'offices',
  singleOffices: 'single-offices',
  bodies: 'bodies',
  documents: 'documents',
  outlets: 'reporter-endings',
  adverbs: 'adverbs',
  localizers: 'localizers',
  occasions: 'occasions',
  quantities: 'quantities',
  surnames: 'surnames',
  rareSurnames: 'rare-surnames',
  officeSurnames: 'office-surnames',
  compounds: 'function-compounds',
  nonNames: 'non-names',
  noSubjectOpeners: 'no-subject-openers',
  nearWords: 'near-words',
  relations: 'relations',
  verbOffices: 'verb-offices',
  contrasts: 'contrasts',
  clauseTimes: 'clause-times',
  noEventAfter: 'no-event-after',
  timeClosers: 'time-closers',
  wordsOf: 'words-of',
  breaks: 'clause-breaks',
  doers: 'doers',
  meetings: 'meetings',
  shortTitles: 'short-titles',
  sourceOpeners: 'source-openers',
  issuing: 'issuing',
  hedges: 'hedges',
  planVerbs: 'plan-verbs',
  clauseCharacters: 'clause-characters',
} as const;

let known: Lexicon | null = null;

/** The lists of `data/lang/zh`, and what Cantonese adds: read when somebody first asks. */
export const lexicon = (): Lexicon => (known ??= readLexicon());

function readLexicon(): Lexicon {
  const verbs = speechVerbs();
  const pronouns = new Map([...langTable('zh/speaker-pronouns'), ...langTable('yue/speaker-pronouns')]);
  const prepositions = langTable('zh/prepositions');
  const openers = langTable('zh/openers');
  const turnLabels = langTable('zh/turn-labels');
  const words = Object.entries(LISTS).map(([set, list]) => [set, langWords(`zh/${list}`)]);
  const sets = wordSets({
    ...(Object.fromEntries(words) as Record<keyof typeof LISTS, readonly string[]>),
    verbWords: verbs.keys(),
    pronounWords: pronouns.keys(),
    prepositionWords: prepositions.keys(),
    openerWords: openers.keys(),
    turnWords: turnLabels.keys(),
  });
  return {
    ...sets,
    turnLabels,
    isSignedTitle: holdsOneOf(langWords('zh/signed-titles')),
    mayBeginVerb: unitTable([...verbs.keys(), ...langWords(`zh/${LISTS.lookAlikes}`)]),
    mayBeginSource: unitTable(langWords(`zh/${LISTS.sourceOpeners}`)),
    verbs,
    pronouns,
    prepositions,
    openers,
    callingEndings: langTable('zh/calling-endings'),
    sounds: new Set(langWords('zh/transliteration')),
  };
}

function speechVerbs(): ReadonlyMap<string, VerbEntry> {
  const verbs = new Map<string, VerbEntry>();
  for (const [word, value] of [...langTable('zh/speech-verbs'), ...langTable('yue/speech-verbs')]) {
    const [act = 'say', kind = 'plain'] = value.split(',').map((part) => part.trim());
    verbs.set(word, { act: act as SpeechAct, kind: kind as VerbKind });
  }
  return verbs;
}

const holdsOneOf =
  (words: readonly string[]) =>
  (title: string): boolean => {
    const folded = foldScript(title);
    return words.some((word) => folded.includes(word));
  };

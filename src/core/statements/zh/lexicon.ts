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
  readonly sounds: ReadonlySet<string>;
  readonly compounds: WordSet;
  readonly nonNames: WordSet;
  readonly relations: WordSet;
  readonly verbOffices: WordSet;
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

let known: Lexicon | null = null;

/** The lists of `data/lang/zh`, and what Cantonese adds: read when somebody first asks. */
export const lexicon = (): Lexicon => (known ??= readLexicon());

function readLexicon(): Lexicon {
  const verbs = new Map<string, VerbEntry>();
  for (const [word, value] of [...langTable('zh/speech-verbs'), ...langTable('yue/speech-verbs')]) {
    const [act = 'say', kind = 'plain'] = value.split(',').map((part) => part.trim());
    verbs.set(word, { act: act as SpeechAct, kind: kind as VerbKind });
  }
  const pronouns = new Map([...langTable('zh/speaker-pronouns'), ...langTable('yue/speaker-pronouns')]);
  const prepositions = langTable('zh/prepositions');
  const openers = langTable('zh/openers');
  const turnLabels = langTable('zh/turn-labels');
  const words = (name: string): readonly string[] => langWords(`zh/${name}`);
  const sets = wordSets({
    verbWords: verbs.keys(),
    pronounWords: pronouns.keys(),
    prepositionWords: prepositions.keys(),
    openerWords: openers.keys(),
    turnWords: turnLabels.keys(),
    lookAlikes: words('speech-look-alikes'),
    noEventBefore: words('no-event-before'),
    negations: words('negations'),
    eventNouns: words('event-nouns'),
    offices: words('offices'),
    singleOffices: words('single-offices'),
    bodies: words('bodies'),
    documents: words('documents'),
    outlets: words('reporter-endings'),
    adverbs: words('adverbs'),
    localizers: words('localizers'),
    occasions: words('occasions'),
    quantities: words('quantities'),
    surnames: words('surnames'),
    rareSurnames: words('rare-surnames'),
    compounds: words('function-compounds'),
    nonNames: words('non-names'),
    relations: words('relations'),
    verbOffices: words('verb-offices'),
    contrasts: words('contrasts'),
    clauseTimes: words('clause-times'),
    noEventAfter: words('no-event-after'),
    timeClosers: words('time-closers'),
    wordsOf: words('words-of'),
    breaks: words('clause-breaks'),
    doers: words('doers'),
    meetings: words('meetings'),
    shortTitles: words('short-titles'),
    sourceOpeners: words('source-openers'),
    issuing: words('issuing'),
    hedges: words('hedges'),
    planVerbs: words('plan-verbs'),
    clauseCharacters: words('clause-characters'),
  });
  const mayBeginVerb = unitTable([...verbs.keys(), ...words('speech-look-alikes')]);
  const mayBeginSource = unitTable(words('source-openers'));
  const signed = words('signed-titles');
  const isSignedTitle = (title: string): boolean => {
    const folded = foldScript(title);
    return signed.some((word) => folded.includes(word));
  };
  return {
    ...sets,
    turnLabels,
    isSignedTitle,
    mayBeginVerb,
    mayBeginSource,
    verbs,
    pronouns,
    prepositions,
    openers,
    sounds: new Set(words('transliteration')),
  };
}

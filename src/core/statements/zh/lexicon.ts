import type { SpeechAct } from '../../model/statement.ts';
import { langTable, langWords } from '../../text/lang-data.ts';
import { wordSet, type WordSet } from './word-set.ts';

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
  const list = (name: string): WordSet => wordSet(langWords(`zh/${name}`));
  return {
    verbs,
    verbWords: wordSet(verbs.keys()),
    lookAlikes: list('speech-look-alikes'),
    noEventBefore: list('no-event-before'),
    negations: list('negations'),
    eventNouns: list('event-nouns'),
    pronouns,
    pronounWords: wordSet(pronouns.keys()),
    offices: list('offices'),
    singleOffices: list('single-offices'),
    bodies: list('bodies'),
    documents: list('documents'),
    outlets: list('outlet-endings'),
    adverbs: list('adverbs'),
    prepositions,
    prepositionWords: wordSet(prepositions.keys()),
    localizers: list('localizers'),
    occasions: list('occasions'),
    openers,
    openerWords: wordSet(openers.keys()),
    quantities: list('quantities'),
    surnames: list('surnames'),
    rareSurnames: list('rare-surnames'),
    sounds: new Set(langWords('zh/transliteration')),
    compounds: list('function-compounds'),
    nonNames: list('non-names'),
    relations: list('relations'),
    contrasts: list('contrasts'),
    clauseTimes: list('clause-times'),
    noEventAfter: list('no-event-after'),
    timeClosers: list('time-closers'),
    wordsOf: list('words-of'),
    breaks: list('clause-breaks'),
    doers: list('doers'),
    meetings: list('meetings'),
    shortTitles: list('short-titles'),
    sourceOpeners: list('source-openers'),
    issuing: list('issuing'),
    hedges: list('hedges'),
    clauseCharacters: list('clause-characters'),
  };
}

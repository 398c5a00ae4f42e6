import { longestMentions, type Gazetteer, type Mention } from '../../names/gazetteer.ts';
import { englishLexicon, type VerbForm } from '../../statements/en/lexicon.ts';
import { readEnglish } from '../../statements/en/read-english.ts';
import { endWithout } from '../../text/script.ts';
import { anyOf, formsOf, langPairs, langWords } from '../../text/lang-data.ts';
import type { AnswerType, AnswerTypeMatch } from '../answer-type.ts';
import { articleOf, originOf, declarativeOf } from './declarative.ts';
import type { AskedParty, AskedStatement, QuestionText } from './statement.ts';

const AUXILIARY = String.raw`\b(?:${englishLexicon().words('auxiliary').join('|')})\b`;
const OPEN = new RegExp(`${AUXILIARY} (?:the )?([a-z][a-z0-9 .'’-]{1,60})`, 'd');
// "What did Qin Gang have to say", "what did she initially say".
const TRAILING = new RegExp(
  `(?: (?:${anyOf([
    ...['en/perfect-auxiliaries', 'en/before-speech-verb'].flatMap(langWords),
    ...['adverb', 'negation'].flatMap((part) => englishLexicon().words(part)),
  ])}))+$`,
);
// Beside quoted words alone these are speech; in a question where words are what is asked for: "what did she answer", but not "when did
// they begin", "which posts did he attack".
const ASKS_FOR_WORDS: ReadonlySet<AnswerType> = new Set<AnswerType>(['what', 'statement', 'manner']);
// "Did the mayor link the Harwick blast to it": behind another verb and its "the" a noun stands, and no verb of speech.
const DETERMINER = `(?:${englishLexicon().words('determiner').join('|')})`;
const PREPOSITION = ['preposition', 'conjunction', 'particle']
  .flatMap((part) => englishLexicon().words(part))
  .join('|');
const PASSED = new RegExp(`(?:^| )(?!(?:${PREPOSITION}|${DETERMINER}) )[a-z0-9.'’-]+ ${DETERMINER} `);
// "What did she ask them to do".
const TO_DO = /^(?: [a-z'’]+){1,4} to [a-z]/;
const TO = new RegExp(`^ (?:(?:${anyOf(formsOf(langPairs('en/addressee-before'), 'speech'))}) )?(?:the )?`);

const startsWith = (text: string, words: string): boolean =>
  text.startsWith(words) && !/^[a-z]/.test(text.slice(words.length));

/** Reads an English question as the statement that would answer it. */
export function inEnglish({ text, folded, cue }: QuestionText, names: Gazetteer): AskedStatement | null {
  if (cue?.asked === 'person') return whoSaid({ text, folded, cue }, names);
  const [from = -1, to = -1] = OPEN.exec(folded)?.indices?.[1] ?? [];
  if (from < 0) return null;
  const mentions = longestMentions(names.mentions(folded, text));
  for (const { 0: word, index } of folded.slice(from, to).matchAll(/ ([a-z]+)/g)) {
    const verb = folded.slice(from + index + 1);
    const form = formAt(verb, word.trim(), cue);
    if (form === undefined) continue;
    if (PASSED.test(`${folded.slice(from, from + index)} `)) return null;
    // Of "anarchists do not want" nobody stands between the auxiliary and the verb.
    const end = from + ` ${folded.slice(from, from + index)}`.replace(TRAILING, '').length - 1;
    if (end <= from) return null;
    const behind = from + index + 1 + form.words.join(' ').length;
    // Mark Cuban is nobody of Cuba.
    const named = mentions.find(
      (one) => one.start >= from && one.end <= end && (one.name.kind !== 'place' || one.end - one.start === end - from),
    );
    return {
      speaker: { start: from, end, entry: named?.name ?? null, name: folded.slice(from, end) },
      act: (form.act === 'ask' || form.act === 'other') && TO_DO.test(folded.slice(behind)) ? 'demand' : form.act,
      verb: { start: from + index + 1, end: behind },
      addressee: form.act === 'say' ? null : (addresseeAt(folded, behind, mentions) ?? toldToDo(folded, behind)),
      content: null,
      asksSpeaker: false,
    };
  }
  return null;
}

// Whoever is named right behind a verb that ends at `behind`.
function addresseeAt(folded: string, behind: number, mentions: readonly Mention[]): AskedParty | null {
  const at = behind + (TO.exec(folded.slice(behind))?.[0].length ?? 0);
  const named = mentions.find(({ start }) => start === at);
  return named === undefined ? null : { ...named, entry: named.name, name: folded.slice(named.start, named.end) };
}

const TOLD = /^ (?:the )?([a-z][a-z0-9 .'’-]{1,40}?) to do\b/d;

// "Urge the company to do": whoever stands there, though no data file knows them.
function toldToDo(folded: string, behind: number): AskedParty | null {
  const [from = 0, to = 0] = TOLD.exec(folded.slice(behind))?.indices?.[1] ?? [];
  return to === 0
    ? null
    : { start: behind + from, end: behind + to, entry: null, name: folded.slice(behind + from, behind + to) };
}

// The verb of speech with which words begin, `first` being the first of them.
const formAt = (words: string, first: string, cue: AnswerTypeMatch | null): VerbForm | undefined =>
  englishLexicon()
    .verbs(first)
    .find(
      (one) =>
        one.form === 'base' &&
        startsWith(words, one.words.join(' ')) &&
        (one.frame !== 'quote' || (cue !== null && ASKS_FOR_WORDS.has(cue.asked))),
    );

// "Who said the talks had failed?": whoever it was said what stands behind the verb.
function whoSaid({ text, cue }: Omit<QuestionText, 'kept'>, names: Gazetteer): AskedStatement | null {
  const end = endWithout(text, /[\s?!.]/);
  const statement = declarativeOf(text, ['Smith', { start: cue?.end ?? 0, end }, '.']);
  const said = readEnglish(articleOf(statement.text), names).find(({ speaker }) => speaker?.name === 'Smith');
  if (said === undefined) return null;
  const content = originOf(statement, said.content);
  return { speaker: null, act: said.act, verb: null, addressee: null, content, asksSpeaker: true };
}

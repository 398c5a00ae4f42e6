import type { Article } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import { longestMentions, type Gazetteer } from '../names/gazetteer.ts';
import type { AskedParty } from '../question/speech-acts/statement.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { isCalled, isNamedIn, isPersonal, isSpeakerOf } from '../statements/is-called.ts';
import { statementsOf } from '../statements/statements-of.ts';
import { verbAt } from '../statements/zh/lexicon.ts';
import { anyEnglishWord, anyOf, formsOf, langTable, langWords } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';
import { templateSource } from '../text/templates.ts';
import type { SentenceView } from './features/sentence-view.ts';
import type { AskedAct, WeightedQuestion } from './weigh-question.ts';

/**
 * The positions of the terms that say what is demanded, denied …: neither who does it nor of whom, nor the verb; of
 * 「秦剛要求美方停止什麼」 the one of 停止.
 *
 * @internal Exported for its tests.
 */
export const actTopic = ({ terms, frame: { speaker, addressee, verb } }: ParsedQuestion): readonly number[] =>
  terms.flatMap(({ start, end }, t) =>
    [speaker, addressee, verb].some((part) => part !== null && start < part.end && end > part.start) ? [] : [t],
  );

/**
 * How a sentence matches the act that is asked for: by the act itself; by what comes to the same, a wish or what ought to be for a demand;
 * it tells of another's act; or of none.
 */
type ActMatch = 'done' | 'meant' | 'anothers' | 'none';

/** A sentence that is compared with an act. */
interface Reading {
  readonly asked: AskedAct;
  readonly view: SentenceView;
  readonly article: Article;
  readonly names: Gazetteer;
}

/**
 * How a sentence matches an act that is asked for. It is another's where others speak and the one who is asked about does not, or
 * where they lay it on somebody else. A sentence in which nobody is read as speaking may yet tell of it, and so may somebody's who is
 * only described in the question.
 */
export function matchAct(asked: AskedAct, view: SentenceView, names: Gazetteer): ActMatch {
  const { article } = view.passage.passage;
  const reading: Reading = { asked, view, article, names };
  const said = statementsOf(article, names).filter(
    ({ start, end, negated }) => start < view.end && end > view.start && !negated,
  );
  const theirs = said.filter(({ speaker, reportedBy }) =>
    [speaker, reportedBy].some((by) => by !== null && isSpeakerOf(asked.speaker, by, reading)),
  );
  const laid = theirs.filter((one) => isLaidOn(one, reading));
  if (laid.some((one) => one.act === asked.act || (asked.act === 'demand' && asksToDo(one, article)))) return 'done';
  if (said.length === 0 && isWordForWord(reading)) return 'done';
  if (asked.act === 'demand') {
    if (laid.some((one) => OBLIGES.test(textOf(article, one)))) return 'meant';
    if (said.length === 0 && isLeftOpen(reading)) return 'meant';
  }
  if (theirs.length > 0) return theirs.some((one) => isOnAnother(one, reading)) ? 'anothers' : 'none';
  const isKnown = asked.isName || (asked.speaker.entry === null && isNamedIn(asked.speaker, view.folded, reading));
  return isKnown && said.some(({ speaker }) => speaker !== null) ? 'anothers' : 'none';
}

// 「低洲國要求高洲國…」: whom no list knows, and nobody is read to be, does the act where a clause begins with the name and its verb.
function isWordForWord({ asked: { act, speaker, addressee }, view: { folded } }: Reading): boolean {
  if (speaker.name === '') return false;
  for (let at = folded.indexOf(speaker.name); at >= 0; at = folded.indexOf(speaker.name, at + 1)) {
    const verb = verbAt(folded, at + speaker.name.length);
    const opens = at === 0 || /[,，。；;：:]/.test(folded.charAt(at - 1));
    if (opens && verb?.act === act && (addressee === null || folded.includes(addressee.name, verb.end))) return true;
  }
  return false;
}

// "Asked the company to pay": what is asked is no question.
function asksToDo({ act, addressee, end }: Statement, article: Article): boolean {
  const named = addressee?.mention ?? null;
  return act === 'ask' && named !== null && /^ (?:not )?to [a-z]/u.test(textOf(article, { start: named.end, end }));
}

const textOf = ({ text }: Article, { start, end }: Span): string => foldScript(text.slice(start, end));

// An act is laid on whom it is addressed to, or on whom it names in what is said; one that names nobody may be on anybody.
function isLaidOn({ addressee, content }: Statement, { asked: { addressee: on }, article, names }: Reading): boolean {
  if (on === null) return true;
  if (addressee !== null && isCalled(on, addressee, names)) return true;
  const named = foldScript(addressee?.name ?? '');
  return (
    !isKnownOther(addressee, on, names) &&
    [named, textOf(article, content)].some((text) => isNamedHere(on, text, names))
  );
}

// 各方 may well have the one who is asked about among them; who asks of 美方 asks of its ministers.
const isKnownOther = (addressee: Statement['addressee'], { entry }: AskedParty, names: Gazetteer): boolean =>
  addressee?.entry != null && !(entry !== null && names.isAffiliate(entry, addressee.entry));

// In UTF-16 units.
const SHORT = 2;

// Whether a folded text names somebody, or somebody of theirs.
const isNamedHere = ({ name, entry }: AskedParty, folded: string, names: Gazetteer): boolean =>
  folded.includes(name) ||
  // 公司 for 電車公司.
  (entry === null && name.length > SHORT && folded.startsWith(name.slice(-SHORT))) ||
  (entry !== null &&
    names
      .mentions(folded)
      .some(
        (one) => one.name.kind !== 'word' && (names.isAffiliate(one.name, entry) || names.isAffiliate(entry, one.name)),
      ));

// 希望, 應: a wish, or what ought to be, is a demand in other words.
const OBLIGES = new RegExp(
  [
    anyOf(formsOf(langTable('zh/demands-of'), '')),
    ...langWords('zh/obligations').map((line) => templateSource(line)),
    anyEnglishWord([...langWords('en/wishes'), ...langWords('en/obligations')]),
  ].join('|'),
  'u',
);

const OPENS_WITH_PRONOUN = new RegExp(`^(?:${anyOf(langTable('zh/speaker-pronouns').keys())})`, 'u');

// 「秦剛闡明立場。他強調，美方應…」: where the report leaves open who 他 is, it is read as the one who is asked about, if its passage names
// them and the sentence says what the other ought to do. Nobody is given as its speaker.
function isLeftOpen({ asked: { speaker, addressee }, view: { folded, passage }, article, names }: Reading): boolean {
  if (addressee === null || !OBLIGES.test(folded) || !OPENS_WITH_PRONOUN.test(folded)) return false;
  // 「他強調，美方應尊重中方」 is laid on whom it names first.
  const obliged = longestMentions(names.mentions(folded)).find(({ name }) => name.kind !== 'word');
  const isOnAsked =
    obliged !== undefined &&
    (folded.slice(obliged.start, obliged.end) === addressee.name ||
      (addressee.entry !== null && names.isAffiliate(obliged.name, addressee.entry)));
  return isOnAsked && isNamedIn(speaker, passage.folded, { article, names });
}

// What is laid on somebody else, who is named right behind the verb: 敦促「日本」. Somebody whom no data file knows has to be named; one
// who is described, 環保分子, may be called otherwise.
function isOnAnother({ act, addressee, content }: Statement, { asked, view, article, names }: Reading): boolean {
  const on = asked.addressee;
  if (on === null || act !== asked.act) return false;
  if (on.entry === null) return isPersonal(on.name) && !view.passage.folded.includes(on.name);
  if (addressee !== null) return addressee.entry !== null;
  const text = article.text.slice(content.start, content.end);
  return longestMentions(names.mentions(foldScript(text), text)).some(
    ({ name, start }) => start === 0 && name.kind !== 'word',
  );
}

/** Whether a sentence with this match tells of the act that is asked for. */
export const isTold = (match: ActMatch): boolean => match === 'done' || match === 'meant';

// A wish is a demand in other words, and so is what ought to be, but less surely so.
const MEANT = 0.3;
// Beside an act on what is asked about, one on other things.
const OFF_TOPIC = 0.02;

/**
 * What the probability of each candidate is multiplied by for its match with the act that is asked for. 0 for what
 * others do, and, where the act is among the candidates, for what else is said and what nobody says. For a sentence of which its match
 * says nothing `otherwise` tells.
 */
export function actFactor(
  { act: asked, parsed }: { readonly act: AskedAct; readonly parsed: ParsedQuestion },
  candidates: readonly SentenceView[],
  { names, otherwise }: { readonly names: Gazetteer; readonly otherwise: (sentence: SentenceView) => number },
): (sentence: SentenceView) => number {
  const topic = actTopic(parsed);
  const isOnTopic = ({ held, passage: { context } }: SentenceView): boolean =>
    topic.length === 0 || topic.some((t) => held[t] === 1 || context.lead[t] === 1 || context.title[t] === 1);
  const matches = new Map(candidates.map((one) => [one, matchAct(asked, one, names)]));
  // Demands on other things tell nothing of the one that is asked for.
  const isAmongThem = [...matches].some(([one, match]) => isTold(match) && isOnTopic(one));
  return (sentence) => {
    const match = matches.get(sentence) ?? 'none';
    // Where nothing else is asked, what others do is what is nearest: it stays where it is, and nothing answers.
    if (match === 'anothers') return isAmongThem || topic.length > 0 ? 0 : otherwise(sentence);
    if (!isAmongThem) return otherwise(sentence);
    if (match === 'none') return 0;
    return (match === 'meant' ? MEANT : 1) * (isOnTopic(sentence) ? 1 : OFF_TOPIC);
  };
}

/** How sure it is, at the least, that what tells of what is asked for answers, where it has all else that the question names. */
export const OF_AN_ACT = 0.7;
/** And at the most that anything else does. */
export const OF_NO_ACT = 0.4;

/** A question with the sentence that was ranked first for it. */
export interface BestSentence {
  readonly question: WeightedQuestion;
  readonly sentence: SentenceView;
  readonly names: Gazetteer;
}

/**
 * The confidence that the best sentence answers, `sure`, where an act is asked for: higher where it tells of the act and its article has
 * all else that the question names; a turn of phrase (傾完) names nothing. Where nothing else is asked, another's act is no answer, nor is
 * what has no demand on whom one is laid: of a demand wishes and duties are read as well, while an accusation may have no word that says so.
 */
export function confidenceByAct(
  sure: number,
  act: AskedAct,
  { question: { parsed, matcher }, sentence, names }: BestSentence,
): number {
  const topic = actTopic(parsed);
  const match = matchAct(act, sentence, names);
  if (!isTold(match)) {
    const isMissed = match === 'anothers' || (act.act === 'demand' && act.addressee !== null);
    return isMissed && topic.length === 0 ? Math.min(OF_NO_ACT, sure) : sure;
  }
  const { article } = sentence.passage.passage;
  const held = new Set(matcher.matches(`${article.title}\n${article.text}`).map(({ term }) => term));
  const isHeld = topic.every((t) => held.has(t) || parsed.terms[t]?.kind === 'gloss');
  return isHeld ? Math.max(OF_AN_ACT, sure) : sure;
}

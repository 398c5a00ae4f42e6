import type { Span } from '../model/span.ts';
import type { Mention } from '../names/gazetteer.ts';
import { anyEnglishWord, anyOf, formsOf, langTable, langWords } from '../text/lang-data.ts';
import { endWithout, hasHan } from '../text/script.ts';
import { ASPECT } from './speech-acts/in-chinese.ts';
import type { AnswerTypeMatch } from './answer-type.ts';

/** What somebody may do without a word said: go somewhere, attend something. */
export type ParticipationKind = 'go' | 'attend';

/** A visit or an attendance that a question asks about; offsets into the question. */
export interface AskedParticipation {
  readonly kind: ParticipationKind;
  /** The words for it. */
  readonly verbs: readonly Span[];
  /** Where somebody goes; null where the question names no such place, and for whoever takes part. */
  readonly goal: Span | null;
  /** Whether it asks who did not. */
  readonly isDenied: boolean;
  /** Whether it asks who does it: 「誰訪問過北洲」, and neither when nor whom somebody meets there. */
  readonly ofWhom: boolean;
}

/** The words for a kind of participation as a pattern; English ones are whole words. */
export const participationWords = (kind: ParticipationKind | 'absent' | 'beside' | 'for', lang: 'zh' | 'en'): string =>
  lang === 'en'
    ? anyEnglishWord(formsOf(langTable('en/participation'), kind))
    : anyOf(['zh/participation', 'yue/participation'].flatMap((list) => formsOf(langTable(list), kind)));

const GO = {
  zh: new RegExp(`(?:${participationWords('go', 'zh')})(?:${ASPECT})?`, 'g'),
  en: new RegExp(participationWords('go', 'en'), 'g'),
};
// Where somebody goes stands behind the verb, to the end of the clause or to what asks.
const GOAL_ENDS = /[，,。；;？?！!：:]/u;
const PARTICLES = ['zh/attributive-particles', 'yue/attributive-particles'].flatMap(langWords);
const BEHIND_GOAL = new RegExp(`[${[...langWords('zh/before-defined'), ...PARTICLES].join('')} ]`, 'u');
const LONGEST_GOAL = { zh: 10, en: 40 };

// In UTF-16 units: 「誰[曾經]訪問過」.
const LONGEST_BETWEEN = 6;

/** A visit, where a folded question asks who, 「誰去過北洲」, or whom they meet there, 「他去北洲會見誰」. Null unless the place is a known name. */
export function whoGoesIn(folded: string, cue: Span, mentions: readonly Mention[]): AskedParticipation | null {
  const going = goingIn(folded, cue, mentions);
  const [verb] = going?.verbs ?? [];
  if (going?.goal == null || verb === undefined) return null;
  const from = placeFrom(folded, verb.end);
  const place = mentions.find(({ name, start }) => name.kind === 'place' && start === from);
  if (place === undefined) return null;
  const between = folded.slice(cue.end, verb.start);
  const ofWhom = cue.end <= verb.start && between.length <= LONGEST_BETWEEN && !GOAL_ENDS.test(between);
  return { ...going, goal: { start: place.start, end: place.end }, ofWhom };
}

/** A visit, where a folded question asks when. Null where it asks about none. */
export function goingIn(folded: string, cue: Span, mentions: readonly Mention[]): AskedParticipation | null {
  const lang = hasHan(folded) ? 'zh' : 'en';
  for (const { 0: verb, index } of folded.matchAll(GO[lang])) {
    const end = index + verb.length;
    if (index < cue.end && end > cue.start) continue;
    // 訪華 is a word that the data have.
    if (mentions.some(({ start, end: until }) => start <= index && until > end)) continue;
    const isPlace = mentions.some(({ name, start }) => name.kind !== 'person' && start === placeFrom(folded, end));
    // 過去, 得到: elsewhere a single character is a part of a word.
    if (!isPlace && index !== cue.end && lang === 'zh') continue;
    const goal = goalBehind(folded, end, { cue, most: LONGEST_GOAL[lang] });
    if (goal !== null) return { kind: 'go', verbs: [{ start: index, end }], goal, isDenied: false, ofWhom: false };
  }
  return null;
}

const placeFrom = (folded: string, end: number): number =>
  end + (/^ (?:the )?/.exec(folded.slice(end))?.[0].length ?? 0);

function goalBehind(folded: string, from: number, { cue, most }: { cue: Span; most: number }): Span | null {
  const until = cue.start >= from ? cue.start : folded.length;
  const clause = folded.slice(from, Math.min(until, from + most));
  const [own = ''] = clause.split(GOAL_ENDS, 1);
  const goal = own.slice(0, endWithout(own, BEHIND_GOAL));
  return goal.trim().length < 2 && !/\p{Script=Han}/u.test(goal) ? null : { start: from, end: from + goal.length };
}

const ASKED = {
  zh: new RegExp((['absent', 'attend', 'for'] as const).map((kind) => participationWords(kind, 'zh')).join('|'), 'g'),
  en: new RegExp((['absent', 'attend'] as const).map((kind) => participationWords(kind, 'en')).join('|'), 'g'),
};
const TOLD = {
  zh: new RegExp(`${ASKED.zh.source}|${participationWords('beside', 'zh')}`, 'g'),
  en: new RegExp(`${ASKED.en.source}|${participationWords('beside', 'en')}`, 'g'),
};
const NEGATED = {
  zh: new RegExp(
    `(?:${anyOf(['zh/negation-marks', 'yue/negation-marks'].flatMap(langWords))})(?:${anyOf(langWords('zh/behind-negation'))})?$`,
  ),
  en: new RegExp(`(?:${anyEnglishWord(langWords('en/negation-marks'))})(?: \\w+)?\\s*$`),
};
const ABSENT = {
  zh: new RegExp(`^(?:${participationWords('absent', 'zh')})$`),
  en: new RegExp(`^(?:${participationWords('absent', 'en')})$`),
};

/** Where a folded sentence of a report says that somebody takes part, or does not; in order. */
export const attendanceIn = (folded: string): readonly Attendance[] => attendanceBy(TOLD, folded);

type Attendance = Span & { readonly isDenied: boolean };

function attendanceBy(words: typeof TOLD, folded: string): readonly Attendance[] {
  const lang = hasHan(folded) ? 'zh' : 'en';
  return Array.from(folded.matchAll(words[lang]), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    isDenied: ABSENT[lang].test(word) || NEGATED[lang].test(folded.slice(0, index)),
  }));
}

const OPENS_WITH_ASPECT = new RegExp(`^(?:${ASPECT})?`);

/**
 * An attendance, where a folded question asks for people or things. Null where it asks about none. 「與會者有哪些」 or
 * 「雙方代表是誰」, right before what asks; 「誰出席」, 「有哪些人參加」.
 */
export function attendingIn(folded: string, cue: AnswerTypeMatch): AskedParticipation | null {
  const found = attendanceBy(ASKED, folded).filter(({ start, end }) => end <= cue.start || start >= cue.end);
  const told = cue.asked === 'person' ? found : found.filter(({ end }) => IS.test(folded.slice(end, cue.start)));
  const [verb] = told;
  if (verb === undefined) return null;
  // 「誰代表北洲出席會談」, 「邊個代表北洲去松濤島」; 「誰代表北洲發表聲明」 asks of something else.
  const going = Array.from(folded.matchAll(GO.zh), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const verbs = [...told, ...going.filter(({ start }) => start >= verb.end && start >= cue.end)];
  const isAlone = verbs.length === 1 && folded.slice(verb.end).replace(GOAL_ENDS, '').length <= LONGEST_SIDE;
  const stands = verb.start >= cue.end && STANDS_FOR.has(folded.slice(verb.start, verb.end));
  if (stands && verbs.length === 1 && !isAlone) return null;
  return {
    kind: 'attend',
    verbs: verbs.map((one) => withAspect(folded, one)),
    goal: null,
    isDenied: verb.isDenied,
    ofWhom: false,
  };
}

const IS = new RegExp(
  `^(?:${anyOf([...langWords('zh/before-defined'), ...langWords('zh/before-asked-items'), '有'])})?$`,
);

// Who stands for a side, and, in UTF-16 units, its name and what it takes part in.
const STANDS_FOR: ReadonlySet<string> = new Set(formsOf(langTable('zh/participation'), 'for'));
const LONGEST_SIDE = 8;

const withAspect = (folded: string, { start, end }: Span): Span => ({
  start,
  end: end + (OPENS_WITH_ASPECT.exec(folded.slice(end))?.[0].length ?? 0),
});

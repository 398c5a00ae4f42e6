import type { Span } from '../../model/span.ts';
import { verbAt } from '../../statements/zh/verbs.ts';
import { endWithout } from '../../text/characters.ts';
import { anyOf, langWords } from '../../text/lang-data.ts';
import type { AnswerTypeMatch } from '../answer-type.ts';
import { clausesOf } from '../clauses.ts';
import { recastOf, type Recast } from './recast.ts';
import type { QuestionText } from './statement.ts';

/** Stands for whoever is asked for: the reader of statements takes it for somebody, as it is. */
export const SOMEBODY = '某人';
// And this for whatever is.
const SOMETHING = '某事';
// 「王毅為甚麼批評…」: these stand between the one who speaks and the verb, and say nothing of either.
const ADVERBIAL: ReadonlySet<AnswerTypeMatch['asked']> = new Set<AnswerTypeMatch['asked']>([
  'time',
  'duration',
  'reason',
  'place',
  'manner',
  'yesno',
]);

const HOW = anyOf(['zh/how', 'yue/how'].flatMap(langWords));
const WHAT = anyOf(['zh/what', 'yue/what'].flatMap(langWords));
/** The words that ask how or what. */
export const HOW_OR_WHAT = new RegExp(`${HOW}|${WHAT}`);

/** 「王毅怎樣評論台灣？」 as 「王毅評論，台灣。」, 「誰說X」 as 「某人說X」, 「王毅為甚麼批評美國」 as 「王毅批評美國」. */
export function declarative({ text, folded, kept, cue }: QuestionText): Recast {
  const asking = clausesOf(folded).filter(
    ({ start, end }) => kept.slice(start, end).trim() !== '' || (cue !== null && start < cue.end && end > cue.start),
  );
  const first = asking[0]?.start ?? 0;
  const opens = Math.max(first, Math.min(first + kept.slice(first).search(/\S/), cue?.start ?? Infinity));
  const last = asking.at(-1)?.end ?? folded.length;
  const end = opens + endWithout(folded.slice(opens, last), /[\s?？!！。，,]/);
  const parts: (Span | string)[] = [];
  if (cue === null || cue.start >= end || cue.start < opens) parts.push({ start: opens, end });
  else {
    const spoken = verbBefore(folded, cue);
    if (spoken === null) parts.push({ start: opens, end: cue.start }, ...openPart(folded, cue));
    else parts.push({ start: opens, end: spoken.end }, '，');
    const [said = '', verb = ''] = cue.asked === 'person' ? (CLAIMS.exec(folded.slice(cue.end)) ?? []) : [];
    if (said !== '') parts.push({ start: cue.end, end: cue.end + verb.length }, '，');
    const rest = { start: Math.min(cue.end + said.length, end), end };
    parts.push(rest);
    if ((cue.asked === 'statement' || spoken !== null) && folded.slice(rest.start, rest.end).trim() === '')
      parts.push(SOMETHING);
  }
  return recastOf(text, [...parts, '。']);
}

// 「工會同意了甚麼」: the verb of speech before a question word that asks what is said.
function verbBefore(folded: string, { asked, start }: AnswerTypeMatch): Span | null {
  if (asked !== 'what' && asked !== 'which') return null;
  for (let at = Math.max(0, start - LONGEST_VERB); at < start; at++) {
    const verb = verbAt(folded, at);
    if (verb !== null && /^[了过]?$/.test(folded.slice(verb.end, start))) return verb;
  }
  return null;
}

// In UTF-16 units, with 了.
const LONGEST_VERB = 5;

// What stands in the place of the question word.
function openPart(folded: string, { asked, start, end }: AnswerTypeMatch): (Span | string)[] {
  if (ADVERBIAL.has(asked)) return [];
  if (asked === 'person') return [SOMEBODY];
  if (asked !== 'statement') return [{ start, end }];
  const verb = verbIn(folded, start, end);
  return [verb ?? SAY, '，'];
}

const SAY = '说';
/** What opens a claim behind 誰, whatever word the first character of it would make with 說. */
export const CLAIMS = new RegExp(`^(${anyOf(langWords('zh/claiming'))})[过了]?(?![话明服])`);

function verbIn(folded: string, start: number, end: number): Span | null {
  const bare = folded.slice(start, end).replace(HOW_OR_WHAT, (word) => ' '.repeat(word.length));
  for (let at = 0; at < bare.length; at++) {
    const verb = verbAt(bare, at);
    if (verb !== null) return { start: start + verb.start, end: start + verb.end };
  }
  return null;
}

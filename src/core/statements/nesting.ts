import type { Span } from '../model/span.ts';
import type { Clause } from './clauses.ts';
import type { NounPhrase, Reading } from './reading.ts';
import type { Saying } from './speech-clause-parts.ts';
import { namesPerson, startsWithName } from './naming.ts';
import { sayingIn } from './speech-clause.ts';
import { isReporter } from './cited-source.ts';
import { isNarrated, speechVerbs } from './speech-verbs.ts';

/** The saying that a sentence is read by, until another one takes its place. */
export interface Main {
  readonly saying: Saying;
  readonly clause: Clause;
  readonly index: number;
}

const SHARE_BEFORE = 0.45; // of a sentence, that the writer's own words may take up before the speaker is named

/** …；藝術家陳丹青說…: another speaker whose name could not be read. */
export function speaksToo(reading: Reading, clause: Clause): boolean {
  const { masked } = reading;
  const report = speechVerbs(masked, clause.start, clause.end).find(({ kind }) => kind === 'report');
  if (report === undefined) return false;
  const before = masked.slice(clause.start, report.start);
  if (before.length <= 7 && startsWithName(reading, clause)) return true;
  return (clause.mark === ';' && before.length > 1) || /^[^,]{2,16}则[^,]{0,6}$/.test(before);
}

/** Whether nobody else is named between somebody and the clause that goes on with 他. */
export const isAlone = (reading: Reading, about: NounPhrase, { start }: Clause): boolean =>
  about.kind === 'person' && !namesPerson(reading, about.after, start);

/** Whom a saying names. */
export const namedOf = ({ subject }: Saying): NounPhrase | null => (subject.kind === 'named' ? subject.phrase : null);

export function innerSaying(reading: Reading, saying: Saying, clause: Clause): Saying | null {
  const by = namedOf(saying);
  if (by === null || saying.verb.kind !== 'report' || !handsOn(reading, by, saying)) return null;
  const inner = sayingIn(reading, { start: saying.after, end: clause.end, mark: '' });
  return inner?.subject.kind === 'named' && inner.verb.kind !== 'quote' && !isNarrated(inner.verb) ? inner : null;
}

const handsOn = (reading: Reading, by: NounPhrase, saying: Saying): boolean =>
  isReporter(reading, by, saying) || by.kind === 'organisation' || by.kind === 'group';

// 外交部指出，秦剛闡明了立場，強調…: what is told of somebody goes on with what they said.
const GOES_ON_SAYING = /^[^。;\n]{0,120}?,(?:并|还|又|也)?(?:强调|表示|指出|认为|重申|说|称|要求|敦促|警告)/;

// 大紀元稱，美國多次譴責…: the outlet's own account of what somebody, or a country, did.
const isAccount = ({ masked }: Reading, saying: Saying): boolean =>
  (isNarrated(saying.verb) && !GOES_ON_SAYING.test(masked.slice(saying.after, saying.after + 140))) ||
  (saying.verb.kind === 'act' && namedOf(saying)?.kind === 'place');

/** Whether a later saying is another speaker's, goes on with the first one's words, or is what the first one reports. */
export function nestedIn(
  reading: Reading,
  main: Main,
  { saying, clause: { start: clauseStart }, index }: Main,
): 'same' | 'nested' | 'other' {
  const outer = namedOf(main.saying);
  const inner = namedOf(saying);
  if (inner === null || outer === null) return 'same';
  const text = ({ start, end }: NounPhrase): string => reading.folded.slice(start, end);
  if (text(inner) === text(outer) || (inner.name !== null && inner.name === outer.name)) return 'same';
  if (main.saying.verb.kind === 'report' && isAccount(reading, saying)) return 'same';
  const between = reading.masked.slice(main.clause.end, clauseStart);
  const straight =
    (index === main.index + 1 || /^[,:]?(?:针对|就|对|在|关于|随着|当)[^;。]*$/.test(between)) &&
    main.saying.after >= main.clause.end &&
    (main.saying.verb.kind === 'report' || main.saying.document);
  const reports =
    isReporter(reading, outer, main.saying) ||
    (handsOn(reading, outer, main.saying) && /person|joint|office/.test(inner.kind));
  if (straight && reports && saying.verb.kind !== 'quote') return 'nested';
  const contrast = /^[,;。 ]*(?:而|但|至于|另一方面|[^,]{1,12}则)/.test(
    reading.masked.slice(inner.start - 2, saying.verb.start),
  );
  const bothAct = main.saying.verb.kind === 'act' && main.saying.subject.kind === 'named';
  return contrast || bothAct || (saying.verb.kind === 'report' && inner.kind !== 'place') ? 'other' : 'same';
}

/** Whether the writer's own words take up too much of the sentence before anybody is said to speak. */
export function isTooLate(
  reading: Reading,
  sentence: Span,
  { main, topic, source }: { main: Main; topic: NounPhrase | null; source: boolean },
): boolean {
  if (main.index === 0 || source) return false;
  const phrase = namedOf(main.saying);
  if (topic !== null && phrase !== null && topic.start === phrase.start) return false;
  const before = reading.masked.slice(sentence.start, main.clause.start);
  if (/[\ue000]/.test(before)) return false;
  const rest = reading.masked.slice(main.saying.after, sentence.end).replace(/[,。:;\s]/g, '');
  if (rest === '') return false; // …，王毅說。
  if (
    /(?:时|后|前|中|上|下|之际|期间|问题|此|言论|报道|消息|指控|方面),?[:]?$/.test(before) ||
    /^(?:对于?|就|针对|关于|至于|被问|虽|尽管)/.test(before)
  )
    return false;
  return before.length / (sentence.end - sentence.start) > SHARE_BEFORE;
}

import type { AnswerType } from '../question/answer-type.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';

/** What makes a question lean on the turns before it; offsets are into the folded question. */
export interface FollowUp {
  /**
   * `none`: it says all that it needs; `bare`: a question word and nothing to look for; `other`: asks the same of something else
   * (那沙利文呢？); `elsewhere`: asks the same of another outlet or other days (那眾新聞呢？); `more`: for more of the same; `again`: who
   * said what was quoted; `pronoun`: names somebody or something by a pronoun; `thin`: has something to look for, but may lean on what
   * was said (楊潔篪怎樣形容？, 有沒有聯合聲明？).
   */
  readonly kind: 'none' | 'bare' | 'more' | 'again' | 'other' | 'elsewhere' | 'pronoun' | 'thin';
  /** For `other` and `elsewhere`: the words that name what is asked about instead. For `pronoun`: the pronoun. */
  readonly start: number;
  readonly end: number;
  /** For `pronoun`: one person, several, or an event or thing. */
  readonly of: 'person' | 'people' | 'thing' | null;
  /** For `elsewhere`: whether it names other days. */
  readonly days?: boolean;
}

const NOTHING = { start: 0, end: 0, of: null } as const;

// 「那沙利文呢？」, 「以色列呢」, 「至於台灣」, "What about Israel?", "And Sullivan?" The one group is what is asked about instead.
const OTHERS: readonly RegExp[] = [
  /^[\s"「“]?(?:那么?|咁|而(?!家)|至于|还有|同埋|另外) ?,?(.{1,40}?)(?:又|又如何|怎么样|怎样|点样?)? ?(?:(?:呢|咧|啊|呀|又点)[\s?!。.]{0,4}|[?])$/du,
  /^[\s"「“]?(.{1,40}?) ?,?(?:呢|又点|又如何)[\s?!。.]{0,4}$/du,
  /^\s*(?:(?:and|but|so|ok|okay|then),?\s+)*(?:what|how) about (.{1,60}?)[\s?!.]{0,4}$/du,
  /^\s*(?:and|or)\s+(?:for |in |on )?(.{1,40}?)[\s?!.]{0,4}$/du,
];

// Pronouns that stand for somebody or something said before; 其他, 吉他 and 他國 are none, 應該 neither.
const PRONOUNS: readonly (readonly ['person' | 'people' | 'thing', RegExp])[] = [
  [
    'people',
    /(?:他们|她们|佢哋|双方|两人|二人|两位|彼此)(?:俩|两人)?|\b(?:they|them|their|both(?: sides| of them)?|the two(?: sides| of them)?)\b/u,
  ],
  [
    'person',
    /(?<![其吉排利])(?:他|她|佢|此人)(?![国人们方])|(?<![应本活])该(?:人(?!人)|官员|发言人)|\b(?:he|she|him|her|his|hers)\b/u,
  ],
  [
    'thing',
    /(?:这|那|(?<![应本活])该|(?<![因为从至由如彼])此|呢|嗰)(?:一)?(?:次|场|个|件|项|篇|份|啲|些)?(?:会面|会谈|会晤|通话|访问|对话|事件|问题|事情?|事|声明|谈话|报道|报导|行程|决定|政策|件事)|(?:当时|那时|届时|其后|之后呢|这里|那里|那边)|\b(?:it|its|that (?:meeting|call|visit|talk|trip|event|statement|time|day)|this (?:meeting|call|visit|talk|trip|event|statement)|the (?:meeting|call|visit|talks|trip|event)|those|these|there)\b/u,
  ],
];

// 「還有嗎」 asks for more of the same.
const MORE =
  /^(?:(?:还|仲)有(?:冇|没有|什么|咩|乜嘢?|啲咩|其他|别的|呢|吗)*|然后(?:呢)?|接着(?:呢)?|继续|更多|(?:tell me )?more|(?:what|anything|who) else(?: did (?:he|she|they) say)?|go on)$/;

// 「這是誰說的」: the quote is shown again, with its speaker.
const WHO_SAID =
  /^(?:这|那|上面|以上)?(?:句话?|些话?|番话|话|个)?(?:是|系)?(?:谁|边个|哪位|边位|什么人)(?:说|讲)(?:的|嘅|㗎|架|过)?$|^who said (?:that|this|it|so)$/;

/** A question that says all that it needs. */
export const INDEPENDENT: FollowUp = { kind: 'none', ...NOTHING };

/**
 * Tells how far a question leans on what was said before. `narrowing`: whether it names
 * nothing but what narrows, such as an outlet, whether that asks for a list of what there is, and whether it names days.
 */
export function followUpOf(
  { folded, terms, wants, text }: ParsedQuestion,
  narrowing: { readonly only: boolean; readonly lists: boolean; readonly days: boolean },
): FollowUp {
  const bare = folded.replace(/[\s?!。.,，？！]+/gu, ' ').trim();
  if (MORE.test(bare)) return { kind: 'more', ...NOTHING };
  if (WHO_SAID.test(bare)) return { kind: 'again', ...NOTHING };
  for (const pattern of OTHERS) {
    const [from = 0, to = 0] = pattern.exec(folded)?.indices?.[1] ?? [];
    const words = folded.slice(from, to).trim();
    if (words === '' || asksByItself(words) || cutsName(terms, from)) continue;
    const start = folded.indexOf(words, from);
    const of = { start, end: start + words.length, of: null };
    if (narrowing.only) return { kind: 'elsewhere', ...of, days: narrowing.days };
    if (terms.some((term) => term.start >= start)) return { kind: 'other', ...of };
  }
  for (const [of, pattern] of PRONOUNS) {
    const match = pattern.exec(folded);
    if (match === null || isNamedBefore(match.index, of, { folded, terms })) continue;
    if (of !== 'thing' && isInName(terms, match.index)) continue;
    return { kind: 'pronoun', start: match.index, end: match.index + match[0].length, of };
  }
  // 「大紀元怎樣報道？」 asks that of something; 「大紀元 2023年」 asks for what there is.
  if (narrowing.only) return wants === null || narrowing.lists ? INDEPENDENT : { kind: 'bare', ...NOTHING };
  // A row of Latin letters that mean nothing is no follow-up; a question word alone is one.
  const telling = terms.filter(({ kind, name }) => kind !== 'name' || name?.kind === 'word');
  if (terms.length === 0)
    return { kind: wants === null && !/\p{Script=Han}/u.test(text) ? 'none' : 'bare', ...NOTHING };
  const named = terms.some(({ name }) => name !== null && name.kind !== 'word');
  // 「楊潔篪點講台灣」 says of whom and of what.
  const namesPlace = terms.some(({ name }) => name?.kind === 'place');
  const namesSpeaker = terms.some(({ name }) => name?.kind === 'person' || name?.kind === 'organisation');
  if (namesPlace && namesSpeaker) return INDEPENDENT;
  if (wants !== null && (!named || (telling.length === 0 && !ABOUT_THE_NAME.has(wants))))
    return { kind: 'thin', ...NOTHING };
  return { kind: 'none', ...NOTHING };
}

// 「誰是肯普·切斯特？」 needs nothing but the name.
const ABOUT_THE_NAME: ReadonlySet<AnswerType> = new Set<AnswerType>(['person', 'definition', 'age', 'name']);

// 那霸 is a place: its first character is no opening word.
const cutsName = (terms: ParsedQuestion['terms'], at: number): boolean =>
  terms.some(({ name, start, end }) => name !== null && start < at && end > at);

// 猶他州, 馬爾他: no pronoun.
const isInName = (terms: ParsedQuestion['terms'], at: number): boolean =>
  terms.some(({ name, start, end }) => name !== null && start <= at && end > at);

// 「那麼布林肯何時訪華？」 is a question of its own: what stands between 那 and 呢 asks something.
const asksByItself = (words: string): boolean =>
  /[什怎谁哪何几]|多少|多久|为何|吗|有没有|是否|边个|边度|点解|几时|\b(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|will|would|can)\b/u.test(
    words,
  );

// 「王毅說他…」, "Blinken … his": whom the pronoun stands for is named in the question itself.
function isNamedBefore(
  at: number,
  of: 'person' | 'people' | 'thing',
  { folded, terms }: Pick<ParsedQuestion, 'folded' | 'terms'>,
): boolean {
  const before = terms.filter((term) => term.end <= at);
  if (of === 'thing') {
    // 「布林肯在那次會談…」 still leans; "the meeting between Blinken and Wang", 「布林肯與王毅這次會面」 does not.
    return /^\W*the\b/u.test(folded.slice(at)) && terms.filter(({ name }) => name?.kind === 'person').length > 0;
  }
  const people = before.filter(({ name }) => name?.kind === 'person' || name?.kind === 'organisation');
  return people.length >= (of === 'people' ? 2 : 1) || (of === 'people' && /中美|美中|两国/.test(folded.slice(0, at)));
}

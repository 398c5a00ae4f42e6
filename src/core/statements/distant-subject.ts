import { adverbials } from './adverbials.ts';
import type { Clause } from './clauses.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase, Reading } from './reading.ts';
import { PRONOUN, type Saying } from './speech-clause-parts.ts';
import { matchEnd, QUANTITY } from './titles.ts';
import type { SpeechVerb } from './speech-verbs.ts';

const DOCUMENT =
  /(?:联合)?(?:调查报告|研究报告|讯息|新闻稿|新闻公报|新闻通稿|通稿|书面声明|声明稿|声明|公告|公报|通报|通告|报告书|报告|会谈摘要|会议摘要|会议纪要|会谈纪要|摘要|简报|公开信|网站|官网|社论|评论文章|文章|报道|消息|白皮书|调查|研究|统计|数据|资料|纪要|判词|判决书|起诉书|控罪书|帖文|推文|贴文|微博|电文|备忘录|文件|说法|社评)/y;
// What a country's document may stand behind it with; 香港民研發聲明 is not Hong Kong's.
const BEHIND_PLACE = /^(?:$|的|[0-9]|[在于由昨今上本周星当日早晚同其随则也又就向对和]|发[布表出]|政府)/;
// What a verb may follow a document with: 聲明中稱.
const INSIDE = /[中里内上]?/y;

/** Who speaks through a document: 美國國務院以…名義發布的新聞稿指, 中國外交部的會談摘要說, 聲明說. */
export function throughDocument(reading: Reading, clause: Clause, verbs: readonly SpeechVerb[]): Saying | null {
  const { masked } = reading;
  for (const verb of verbs) {
    for (let i = clause.start; i < verb.start; i++) {
      const end = matchEnd(DOCUMENT, masked, i);
      if (end < 0 || end > verb.start || adverbials(reading, matchEnd(INSIDE, masked, end), verb.start) === null)
        continue;
      // 報道要求中立 is a rule, and 文章相信反映… somebody's guess
      if (verb.kind === 'wish' || verb.word === '相信') return null;
      const issuer = issuerOf(reading, clause.start, i);
      if (issuer?.kind === 'place' && !BEHIND_PLACE.test(masked.slice(issuer.after, i))) return null;
      const phrase: NounPhrase | null =
        issuer ??
        (/^(?:该|这份|一份|有|这篇|那份|这个|上述)?$/.test(masked.slice(clause.start, i))
          ? {
              start: clause.start + (masked.startsWith('有', clause.start) ? 1 : 0),
              end,
              after: end,
              kind: 'group',
              name: null,
            }
          : null);
      if (phrase === null) return null;
      return { subject: { kind: 'named', phrase }, verb, addressee: null, document: true, after: verb.end };
    }
  }
  return null;
}

/** Who issued a document that `from`–`to` describes: the first one named in it. */
export function issuerOf(reading: Reading, from: number, to: number): NounPhrase | null {
  for (let i = from; i < to; i++) {
    const phrase = nounPhraseAt(reading, i, to);
    if (
      phrase !== null &&
      /^[ 据根以由从在]*$/.test(reading.masked.slice(from, i).replace(/^(?:根据|按照|依据|依照|按|另据|又据|综合)/, ''))
    )
      return phrase;
  }
  return null;
}

/** The subject behind a relative clause, which must hold no addressee: 與楊潔篪同場的國務委員兼外長王毅…表示. */
export function behindDe(reading: Reading, clause: Clause, verbs: readonly SpeechVerb[]): Saying | null {
  const { masked } = reading;
  const text = masked.slice(clause.start, clause.end);
  if (/^(?:向|对|就|针对|关于|对于|给|跟|被(?!告)|把|将|在)/.test(text)) return null;
  const first = verbs[0];
  const last = verbs.at(-1);
  if (first === undefined || last === undefined || matchEnd(PRONOUN, masked, clause.start) > 0) return null;
  const opening = nounPhraseAt(reading, clause.start, first.start);
  if (opening !== null && !/[的、]/.test(masked.charAt(opening.after))) return null;
  for (let i = clause.start + 1; i < last.start; i++) {
    if (masked.charAt(i) !== '的') continue;
    // 一位要求匿名的教師…說: a verb before the 的 is part of what they are called
    const verb = verbs.find(({ start }) => start > i);
    const phrase = verb === undefined ? null : nounPhraseAt(reading, i + 1, verb.start);
    if (verb === undefined || phrase === null || (phrase.kind !== 'person' && phrase.kind !== 'office')) continue;
    if (/[向对就给]|被(?!告)|说|称|指/.test(masked.slice(clause.start, i))) return null;
    const between = adverbials(reading, phrase.after, verb.start);
    if (between === null) continue;
    // 一位不願具名的村民: how many is part of what they are called
    const counted = matchEnd(QUANTITY, masked, clause.start) > 0 && !masked.slice(clause.start, i).includes('的');
    const called = counted ? { ...phrase, start: clause.start } : phrase;
    return {
      subject: { kind: 'named', phrase: called },
      verb,
      addressee: between.addressee,
      document: false,
      after: verb.end,
    };
  }
  return null;
}

import { adverbials } from './adverbials.ts';
import type { Clause } from './clauses.ts';
import { jointPhraseAt, nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase, Reading } from './reading.ts';
import { issuerOf } from './distant-subject.ts';
import type { Saying } from './speech-clause-parts.ts';
import { matchEnd } from './titles.ts';
import { speechVerbs } from './speech-verbs.ts';

/** Whom a sentence names as its source: 據路透社報道, 據警方統計. `quoted` is whom that source quotes (據A引述B). */
export interface Source {
  readonly by: NounPhrase;
  readonly quoted: NounPhrase | null;
}

const BEGINS =
  /综合(?=[^,]{2,14}报[道导])|(?:另|又|综合)?(?:据|根据|按照|依据|依照|按)(?!说|悉|闻|此|点|理|传|了解|报[,道导]|称|指)/y;
const LAW = /法|条例|宪法|公约|协议|协定|条约|规定|原则|计划|安排|程序|规则|决议|标准|惯例/;
const ISSUED =
  /(?:报道|报导|消息|声明|摘要|新闻稿|网站|官网|简报|通报|公布|发布|统计|数据|数字|资料|估计|说法|透露|披露|介绍|分析|调查|公告|说|称|指出|表示|引述|援引|报告|纪要|研究|预测|通稿|证词|供词|描述|忆述|文章|社论|指|了解|观察|判断|理解)/;

const CONTINUES =
  /^(?:[0-9]|[的在于上本昨今周星近日早晚最先稍]|向|对|接受|网|官网|发言|新闻稿|会谈|会议|记者|书面|最新|引述|援引|(?:报道|报导|消息|声明|摘要|简报|通报|公布|发布|提供|统计(?![处局署学])|数据|数字|资料|估计|说法|透露|披露|介绍|分析|调查|公告|说|称|指|表示|报告|纪要|研究|预测|通稿|证词|供词|描述|忆述|文章|社论|了解|显示))/;

/** The source that a clause names, 據…; undefined where it names none, null where it names one that cannot be told. */
export function sourceIn(reading: Reading, clause: Clause): Source | null | undefined {
  const { masked } = reading;
  const from = matchEnd(BEGINS, masked, clause.start + leading(masked, clause));
  if (from < 0) return reportIn(reading, clause);
  if (from >= clause.end) return undefined;
  const by = issuerOf(reading, from, clause.end);
  if (by === null) return null;
  const tail = masked.slice(by.after, clause.end);
  if (LAW.test(tail) || (tail !== '' && !(ISSUED.test(tail) && CONTINUES.test(tail)))) return null;
  return { by, quoted: quotedIn(reading, by.after, clause.end) };
}

// 路透社報道，…
function reportIn(reading: Reading, clause: Clause): Source | undefined {
  const by = nounPhraseAt(reading, clause.start, clause.end);
  if (by === null || !isReporter(reading, by, null)) return undefined;
  const report = /^(?:[^,]{0,12}?)(?:报道|报导|消息)$/.exec(reading.masked.slice(by.after, clause.end));
  return report === null || adverbials(reading, by.after, clause.end - 2) === null ? undefined : { by, quoted: null };
}

const leading = (masked: string, { start, end }: Clause): number =>
  /^(?:而|不过|但|此外|另外| )*/.exec(masked.slice(start, end))?.[0].length ?? 0;

/** Whom the words from `from` on quote by name, 引述楊潔篪; null where nobody is quoted so. */
export function quotedIn(reading: Reading, from: number, to: number): NounPhrase | null {
  const verb = speechVerbs(reading.masked, from, to).find(({ kind }) => kind === 'quote');
  const phrase = verb === undefined ? null : jointPhraseAt(reading, verb.end, to);
  if (phrase === null || reading.masked.startsWith('《', phrase.start)) return null;
  const rest = reading.masked.slice(phrase.after, to);
  if (/^的?[^,]{0,4}(?:数据|资料|报告|统计|调查|研究|文章|内容|规定|条文)/.test(rest)) return null;
  return /^[ ,:“「]*$|的话|说法|消息/.test(rest) || speechVerbs(reading.masked, phrase.after, to).length > 0
    ? phrase
    : null;
}

const OUTLET =
  /(?:社|报|网|电台|电视台|电视|新闻|时报|日报|周刊|周报|杂志|媒体|官媒|之[声音]|广播|央视|大纪元|财新|新唐人|法广|彭博|路透|半岛|cnn|bbc|rfa|voa|nhk|cctv|cgtn|now|快讯|传媒|邮报|观察者|澎湃|公司|天空)$/;

/** Whether who says it hands on what others say: a news outlet, or a document. */
export const isReporter = ({ folded }: Reading, phrase: NounPhrase, saying: Saying | null): boolean =>
  saying?.document === true ||
  (phrase.kind !== 'person' && OUTLET.test(folded.slice(phrase.start, phrase.end).replace(/[》」]$/, '')));

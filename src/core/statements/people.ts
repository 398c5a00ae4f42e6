import type { Entry } from '../names/gazetteer.ts';
import { CHINESE_NAME, FIRST_NAMES, LATIN_NAME, OFFICE, SOUNDED_NAME } from './titles.ts';
import { startsWithVerb } from './speech-verbs.ts';

/** What the article calls people by: `米勒` once `發言人馬修·米勒` has been named; null where two share it. */
export type People = ReadonlyMap<string, Person | null>;
interface Person {
  readonly name: Entry | null;
  readonly full: string;
}

/** Words that begin with the character of a surname. */
export const NO_NAME =
  /^(?:曾[报经在向对与多]|保守|毕业|卓越|文件|文章|方面|任何|何况|高度|高调|全面|全国|时评|时常|明确|明显|应该|应当|成员|安全|曾经|平时|常常|常言|经常|白皮|段落|同时|相关|有关|章程|时间|纪录|路边|华文|强烈|高等|黄金|于是|连同|万一|祝愿|成功|成立|温和|单位|容易|金融|计划|严正|严厉|严重|严格|冷静|严肃|古代|简单|简短|应邀|应询|区内|古语|乐观|解说|习惯|项目|雷同|许多|游客|车主|马上|司机|商界|商人|左右|向来|成为|毕竟)/;
/** Surnames that more often begin something else. */
export const RARE_SURNAME =
  /^[经和从向都宣井明应简解冒沙谷柴查当来谈商万方店牛石水时常连党边封关麦苗包丁柏甘单幸舒段江湖海花]/;

/** What may follow a name: what a verb of speech, an adverb, a phrase or a mark begins with. */
const AFTER_NAME =
  /^(?:[^一-鿿]|求|见|最|供|诉|答|说|称|指|讲|表|强|认|重|透|宣|披|批|谴|敦|呼|警|承|否|回|反|声|写|解|补|坦|直|主|提|谈|形|引|援|在|于|昨|今|日|当|周|星|上|下|本|早|晚|稍|则|又|也|亦|还|并|再|曾|续|就|便|向|对|与|和|同|及|跟|以|从|因|接|出|发|受|事|随|其|一|十|二|三|不|没|未|是|的|等|为|被|将|会|先|女|博|教|更|都|均|质|赞|希|要|促|撰|致|补|近|率|首|多|明|公|期|相|抵|访|抨|狠|怒|炮|痛|预|估|建|倡|告|慨|感|扬|誓|笑|抱|断|自|辩|揭|斥|驳|指|证|澄|点|阐|分|介|评|质|陈|担|忧|嘲|讽|力|戏|时|透)/;

// What begins behind a name of two characters, and is no third one: 陳太 接受.
const STRONGLY_AFTER =
  /^(?:接受|表示|指出|强调|认为|回应|出席|透露|发表|受访|批评|形容|承认|重申|宣布|告诉|接获|[周昨今][一二三四五六日天晚早年]|早前|日前|其后|随后|曾[在于经]|向[传记媒他其大]|对[传记媒此于]|在[^,]|则[说指表称认]|又[说指表称认]|亦[说指表称认])/;

/** The end of the person's name that stands at `at`, directly behind an office; -1 where none can be told. */
export function unknownNameEnd(folded: string, at: number, to: number): number {
  LATIN_NAME.lastIndex = at;
  const latin = LATIN_NAME.exec(folded)?.[0];
  if (latin !== undefined && at + latin.length <= to) return at + latin.length;
  FIRST_NAMES.lastIndex = at;
  const first = FIRST_NAMES.exec(folded)?.[0];
  if (first !== undefined) return soundedEnd(folded, at + first.length, { to, least: 1 });
  if (startsWithVerb(folded, at) || NO_NAME.test(folded.slice(at, at + 3))) return -1;
  const ends: number[] = [];
  CHINESE_NAME.lastIndex = at;
  const chinese = CHINESE_NAME.exec(folded)?.[0];
  if (chinese !== undefined) for (let n = chinese.length; n >= 2; n--) ends.push(at + n);
  const two = ends.at(-1);
  if (two !== undefined && two <= to && STRONGLY_AFTER.test(folded.slice(two, two + 2))) return two;
  for (const end of ends) {
    // 毛寧在…: a name of two characters before what often begins a phrase is none of three
    if (
      end <= to &&
      AFTER_NAME.test(folded.slice(end, end + 2)) &&
      !/[说称指报表在向对与就于则又亦曾昨今早晚约周]$/.test(folded.slice(at, end))
    ) {
      return end;
    }
  }
  return soundedEnd(folded, at, { to, least: 2 });
}

// The end of a name or its last part by the characters of transliterations, of at least so many.
function soundedEnd(folded: string, at: number, { to, least }: { to: number; least: number }): number {
  SOUNDED_NAME.lastIndex = at;
  const sounded = SOUNDED_NAME.exec(folded)?.[0] ?? '';
  for (let n = sounded.length; n >= least; n--) {
    if (at + n <= to && AFTER_NAME.test(folded.slice(at + n, at + n + 2))) return at + n;
  }
  return -1;
}

/** The people whom the article introduces by an office (`教授李明德`) or with an interpunct, by all that they are called later. */
export function introducedPeople(
  folded: string,
  known: (start: number) => { name: Entry; end: number } | null,
): People {
  const people = new Map<string, Person | null>();
  const add = (form: string, person: Person): void => {
    const other = people.get(form);
    people.set(form, other === undefined || other?.full === person.full ? person : null);
  };
  const office = new RegExp(OFFICE.source, 'g');
  for (let match = office.exec(folded); match !== null; match = office.exec(folded)) {
    const at = match.index + match[0].length;
    const mention = known(at);
    if (mention !== null) continue;
    const end = unknownNameEnd(folded, at, folded.length);
    if (end > at) introduce(folded.slice(at, end), add);
  }
  for (const match of folded.matchAll(/[一-鿿]{1,6}(?:·[一-鿿]{1,6})+/g)) {
    const mention = known(match.index);
    const last = match[0].split('·').at(-1) ?? '';
    if (mention !== null) add(last, { name: mention.name, full: mention.name.canonical });
  }
  return people;
}

function introduce(full: string, add: (form: string, person: Person) => void): void {
  const person = { name: null, full };
  add(full, person);
  const parts = full.split(/[· ]/);
  const last = parts.at(-1);
  if (parts.length > 1 && last !== undefined && last.length > 1) add(last, person);
}

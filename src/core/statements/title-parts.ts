import type { Mention, Entry } from '../names/gazetteer.ts';
import { QUOTED, TITLED } from './quote-mask.ts';
import { unknownNameEnd } from './people.ts';
import { skipSpaces, type NounPhrase, type Reading } from './reading.ts';
import { GROUP, LONGER, matchEnd, OFFICE, PREFIX } from './titles.ts';
import { speechVerbs } from './speech-verbs.ts';

/** A part of what somebody is called: a name, an office, a body, or what stands before one (前, 時任). */
export interface Atom {
  readonly end: number;
  readonly kind: NounPhrase['kind'] | 'prefix';
  readonly name: Entry | null;
}

/** The part at `at`; with `mayBeLonger`, a body or office whose beginning is in no list as well. */
export function atomAt(reading: Reading, at: number, to: number, mayBeLonger: boolean): Atom | null {
  const { masked } = reading;
  const p = skipSpaces(masked, at, to);
  if (p >= to) return null;
  const quoted = titledName(reading, p);
  if (quoted !== null) return quoted;
  const mention = reading.mentions.get(p)?.[0];
  const office = matchEnd(OFFICE, masked, p);
  const group = matchEnd(GROUP, masked, p);
  const head = headOf(masked, mention?.end ?? group);
  if (head > 0 && head <= to) return { end: head, kind: 'office', name: null };
  if (mention !== undefined && mention.end >= Math.max(office, group)) {
    return { end: mention.end, kind: kindOf(mention), name: mention.name };
  }
  const introduced = introducedAt(reading, p, to);
  if (introduced !== null) return introduced;
  const prefix = matchEnd(PREFIX, masked, p);
  if (prefix > 0) {
    const next = atomAt(reading, prefix, to, false);
    if (next !== null) return { end: prefix, kind: 'prefix', name: null };
  }
  if (/^$|[,。;:、\s]/.test(masked.charAt(p - 1)) && DOES_STAND_FOR.test(masked.slice(p, p + 18))) return null;
  if (office > 0 && office >= group) return { end: office, kind: 'office', name: null };
  if (group > 0) return { end: group, kind: 'group', name: null };
  if (!mayBeLonger) return null;
  if (UNLIKELY_START.test(masked.slice(p, p + 4))) return null;
  const longer = matchEnd(LONGER, masked, p);
  if (
    longer < 0 ||
    longer > to ||
    EVENT.test(masked.slice(p, longer)) ||
    holdsPerson(reading, p, longer) ||
    speechVerbs(masked, p, longer).length > 0
  ) {
    return null;
  }
  return { end: longer, kind: endsInOffice(masked, p, longer) ? 'office' : 'group', name: null };
}

// 代表上訴方的律師: a verb before them who do it.
const DOES_STAND_FOR = /^代表[^,处团]{1,14}(?:的|希望|要求)/;

// 行政院 + 長, 財政部 + 副部長's short form: the one who heads the body that ends at `end`; -1 where nobody does.
const headOf = (masked: string, end: number): number =>
  end > 0 &&
  /[院部局署厅处司会社校]/.test(masked.charAt(end - 1)) &&
  masked.charAt(end) === '长' &&
  masked.charAt(end + 1) !== '期'
    ? end + 1
    : -1;

const UNLIKELY_START =
  /^(?:和|与|及|以及|另外|此外|要(?![闻员塞])|年(?![轻青])|同(?![案场行事学僚乡志业])|然后|其后|随后|待|以待|连|获|受|被|遭|就|有[次时]|次|今|昨|前[年日天]|去年|当[时年天]|每|各|任凭|继|终|亦|也|据|在|于|随|从|自|由|对|把|将|更|最|很|太|只|仅|且|或|并|但|而|虽|若|所|其|这|那|此|因|为|[0-9一二三四五六七八九十两]|早|晚|上[周月]|本[周月]|下[周午])/;

// What makes a stretch before an office a sentence of its own: 會見外長.
const EVENT =
  /会见|传召|再次|简介|索取|等候|回应(?!者)|反驳|邀请|委托|访问|出席|接受|发表|发布|召开|举行|致函|要求|希望|支持|反对|担任|出任|成为|获得|遭|令|使(?![馆者节])|让(?!-)|如果|虽然|因为|由于|没有|不(?!列颠|丹)|也(?!门)|又|曾|已|还|都(?![市内])|会[同见晤谈]|抵达|离开|以[^色]|批准|认|针对|关于|根据|按照|说|称|问(?!题)|昨|今[天日年早晚]|透过|通过|周[一二三四五六日]|星期|早前|日前|[0-9]月|正在|致歉|道歉|拒绝|揭发|承认|参考|引用|依据|按照|代表[^团律]|显示|回复|回覆|答复|催促|留言|应[控辩被法议媒记]|[对向](?:记者|媒体|传媒|本[报台网])/;

const holdsPerson = (reading: Reading, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (reading.mentions.get(i)?.some(({ name }) => name.kind === 'person') === true) return true;
  return false;
};

function endsInOffice(masked: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (matchEnd(OFFICE, masked, i) === to) return true;
  return false;
}

// 「自由之家」 or 《環球時報》, whose marks are no part of the name.
function titledName(reading: Reading, at: number): Atom | null {
  const inner = reading.masked.charAt(at + 1);
  if (inner !== TITLED && inner !== QUOTED) return null;
  let end = at + 1;
  while (reading.masked.charAt(end) === inner) end++;
  const mention = reading.mentions.get(at + 1)?.find((one) => one.end === end);
  if (mention !== undefined) return { end: end + 1, kind: kindOf(mention), name: mention.name };
  // 「對華援助協會」創辦人
  if (
    inner === QUOTED &&
    end - at <= 14 &&
    /^[一-鿿a-z]+$/.test(reading.folded.slice(at + 1, end)) &&
    (matchEnd(OFFICE, reading.masked, end + 1) > 0 || matchEnd(GROUP, reading.masked, end + 1) > 0)
  ) {
    return { end: end + 1, kind: 'organisation', name: null };
  }
  const periodical = inner === TITLED && /(?:报|刊|志|网|邮报|时报|日报|新闻)$/.test(reading.folded.slice(at + 1, end));
  return periodical ? { end: end + 1, kind: 'organisation', name: null } : null;
}

function introducedAt(reading: Reading, at: number, to: number): Atom | null {
  for (let n = Math.min(8, to - at); n >= 2; n--) {
    const person = reading.people.get(reading.masked.slice(at, at + n));
    if (person !== undefined && person !== null) return { end: at + n, kind: 'person', name: person.name };
  }
  return null;
}

/** The person's name behind an office that ends at `at`. */
export function nameBehind(reading: Reading, at: number, to: number): Atom | null {
  const p = skipSpaces(reading.masked, at, to);
  const mention = reading.mentions.get(p)?.find(({ name }) => name.kind === 'person');
  if (mention !== undefined && mention.end <= to) return { end: mention.end, kind: 'person', name: mention.name };
  const end = unknownNameEnd(reading.masked, p, to);
  return end > p ? { end, kind: 'person', name: null } : null;
}

const kindOf = ({ name }: Mention): NounPhrase['kind'] =>
  name.kind === 'person' ? 'person' : name.kind === 'place' ? 'place' : 'organisation';

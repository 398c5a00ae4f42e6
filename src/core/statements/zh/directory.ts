import type { Span } from '../../model/span.ts';
import type { Party } from '../../model/statement.ts';
import { anyOf, langWords } from '../../text/lang-data.ts';
import { lexicon } from './lexicon.ts';
import { unlistedNameEnd } from './names.ts';
import type { Phrase } from './token.ts';
import { isHan, type ZhText } from './zh-text.ts';

/** Tells who the phrases of one article stand for. */
export interface Directory {
  readonly partyOf: (phrase: Phrase) => Party;
  /** The only person of the article who has a surname (岑 → 岑子杰), as its name stands somewhere; null where there are several or none. */
  readonly bySurname: (span: Span) => Party | null;
}

/** Makes the directory of an article. Names are looked for where they are first needed. */
export function directoryOf(text: ZhText): Directory {
  const full = remembering((surname) => onlyNameWith(text, surname));
  const holder = remembering((office) => holderOf(text, office));
  const longest = remembering((form) => longestForm(text, form));
  const phrases = new Map<string, string>();
  const seen = new Map<string, Span>();
  const named = (mention: Span, { start, end }: Span, entry: Party['entry']): Party => {
    const name = text.text.slice(start, end);
    const phrase = text.text.slice(mention.start, mention.end);
    if (phrase.includes(name) && phrase.length > (phrases.get(name)?.length ?? 0)) phrases.set(name, phrase);
    return { mention, name, entry: entry ?? text.mentions.get(start)?.name ?? null, described: phrases.get(name) };
  };
  const bySurname = ({ start, end }: Span): Party | null => {
    const name = full(text.folded.slice(start, end));
    return name === null ? null : named({ start, end }, name, null);
  };
  return {
    bySurname,
    partyOf(phrase) {
      const { start, end, name, entry, kind } = phrase;
      const mention = { start, end };
      const folded = text.folded.slice(start, end);
      if (kind === 'office' && lexicon().singleOffices.has(folded)) {
        const known = holder(folded);
        if (known !== null) return named(mention, known, null);
      }
      const fuller = entry === null && kind !== 'person' ? fullerPhrase(seen, folded) : null;
      if (fuller !== null) return { mention, name: text.text.slice(fuller.start, fuller.end), entry };
      if (kind !== 'person') seen.set(folded, name ?? mention);
      if (name === null) return { mention, name: text.text.slice(start, end), entry };
      const form = text.folded.slice(name.start, name.end);
      const short = lexicon().shortTitles.has(form.slice(1)) ? full(form.charAt(0)) : null;
      return named(mention, short ?? longest(form) ?? name, entry);
    },
  };
}

// 基金會 → 哈維爾圖書館基金會, 公報 → 朝中社的公報: the only longer phrase before that ends so.
function fullerPhrase(seen: ReadonlyMap<string, Span>, folded: string): Span | null {
  let found: Span | null = null;
  for (const [form, span] of seen) {
    if (form.length <= folded.length || !form.endsWith(folded)) continue;
    if (found !== null) return null;
    found = span;
  }
  return found;
}

function remembering(find: (form: string) => Span | null): (form: string) => Span | null {
  const found = new Map<string, Span | null>();
  return (form) => {
    let span = found.get(form);
    if (span === undefined) found.set(form, (span = find(form)));
    return span;
  };
}

// The names that begin with a surname and that the gazetteer knows or an office introduces; the only one of them.
function onlyNameWith(text: ZhText, surname: string): Span | null {
  const { folded, mentions } = text;
  const { offices, bodies } = lexicon();
  const names = new Map<string, Span>();
  for (let i = folded.indexOf(surname); i >= 0; i = folded.indexOf(surname, i + 1)) {
    const mention = mentions.get(i);
    const introduced = offices.startBefore(folded, i) >= 0 || bodies.startBefore(folded, i) >= 0;
    const end =
      mention?.name.kind === 'person'
        ? mention.end
        : introduced
          ? unlistedNameEnd(text, i, { to: i + 8, behind: 'nothing' })
          : -1;
    const form = folded.slice(i, end);
    if (end > i + surname.length && !lexicon().shortTitles.has(form.slice(surname.length)))
      names.set(form, { start: i, end });
  }
  const [only] = names.values();
  return names.size === 1 && only !== undefined ? only : null;
}

// The only one whom the article names with an office: 國務卿 → 布林肯.
function holderOf(text: ZhText, office: string): Span | null {
  const { masked, mentions } = text;
  const names = new Map<string, Span>();
  for (let i = masked.indexOf(office); i >= 0; i = masked.indexOf(office, i + 1)) {
    if (isFormer(masked, i)) continue;
    const at = i + office.length;
    const mention = mentions.get(at);
    const end =
      mention?.name.kind === 'person' ? mention.end : unlistedNameEnd(text, at, { to: at + 10, behind: 'nothing' });
    if (end > at) names.set(masked.slice(at, end), { start: at, end });
  }
  const [only] = names.values();
  return names.size === 1 && only !== undefined ? only : null;
}

// 前局長, 前外交部部長, and 前運輸局局長 at the beginning of a clause, where no list has the body.
function isFormer(masked: string, office: number): boolean {
  const { bodies, quantities } = lexicon();
  const body = bodies.startBefore(masked, office);
  for (let at = office; at > office - LONGEST_BODY && at > 0 && (at === office || isHan(masked.charCodeAt(at))); at--) {
    const [mark = ''] = FORMER.exec(masked.slice(Math.max(0, at - 2), at)) ?? [];
    if (mark === '' || quantities.startBefore(masked, at) < 0) continue;
    if (at === office || at === body || !isHan(masked.charCodeAt(at - mark.length - 1))) return true;
  }
  return false;
}

// UTF-16 units.
const LONGEST_BODY = 10;
const FORMER = new RegExp(`(?:${anyOf(langWords('zh/not-in-office'))})$`);

// 里德 → 托馬斯·里德: the longest form of a foreign name that ends so.
function longestForm({ folded }: ZhText, form: string): Span | null {
  for (let i = folded.indexOf(`·${form}`); i >= 0; i = folded.indexOf(`·${form}`, i + 1)) {
    let start = i;
    while (start > 0 && i - start < 8 && /[一-鿿·]/.test(folded.charAt(start - 1)) && !introducesName(folded, start))
      start--;
    if (start < i) return { start, end: i + 1 + form.length };
  }
  return null;
}

const introducesName = (folded: string, at: number): boolean => lexicon().offices.startBefore(folded, at) >= 0;

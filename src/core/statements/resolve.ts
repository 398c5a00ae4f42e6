import type { Entry } from '../names/gazetteer.ts';
import type { Attribution, Speaker } from './attribute.ts';
import type { Governing } from './sentence-speaker.ts';
import type { NounPhrase, Reading } from './reading.ts';
import { unknownNameEnd } from './people.ts';

/** Who spoke in the sentence before, for pronouns and empty subjects to go on from. */
export interface Carried {
  readonly speaker: Speaker;
  readonly reportedBy: Attribution['reportedBy'];
  readonly kind: NounPhrase['kind'];
  /** What kind of source hands it on; null where none does. */
  readonly reporter: NounPhrase['kind'] | null;
  /** False for one whom the sentence is only about. */
  readonly spoke: boolean;
}

export interface Resolver {
  readonly speakerOf: (phrase: NounPhrase) => Speaker;
  readonly resolve: (governing: Governing, before: Carried | null) => Carried | null;
}

/** Turns the phrases of one article into speakers. */
export function resolver(text: string, reading: Reading): Resolver {
  const { byOffice, byBody, bySurname } = holders(reading);
  const speakerOf = ({ start, end, kind, name }: NounPhrase): Speaker => {
    const folded = reading.folded.slice(start, end);
    return {
      text: text.slice(start, end),
      start,
      end,
      name: name ?? (kind === 'office' ? byOffice(folded) : kind === 'group' ? byBody(folded) : null),
    };
  };
  return {
    speakerOf,
    resolve({ subject, reportedBy }, before) {
      const reporter = reportedBy?.kind ?? null;
      const by = reportedBy === null ? null : speakerOf(reportedBy);
      switch (subject.kind) {
        case 'named':
          return {
            speaker: speakerOf(subject.phrase),
            reportedBy: by,
            kind: subject.phrase.kind,
            reporter,
            spoke: true,
          };
        case 'surname': {
          const name = bySurname(reading.folded.slice(subject.start, subject.end));
          if (name === null) return null;
          const { start, end } = subject;
          return {
            speaker: { text: text.slice(start, end), start, end, name },
            reportedBy: by,
            kind: 'person',
            reporter,
            spoke: true,
          };
        }
        case 'pronoun':
          return before !== null && agrees(subject.word, before) && !isHandedOnBySomebody(before)
            ? { ...before, reportedBy: by, reporter, spoke: true }
            : null;
        case 'empty':
          return before !== null && before.spoke && !isHandedOnBySomebody(before)
            ? { ...before, reportedBy: by, reporter }
            : null;
      }
    },
  };
}

// 林鄭引述專員指…。她又指…: either of two people.
const isHandedOnBySomebody = ({ reporter }: Carried): boolean => reporter === 'person' || reporter === 'office';

function agrees(word: string, { kind, speaker }: Carried): boolean {
  if (/们|人$/.test(word)) return kind === 'joint' || /双方|两人/.test(speaker.text);
  if (word === '其') return kind !== 'joint' && kind !== 'place';
  return kind === 'person' || (kind === 'office' && !/[們们]$/.test(speaker.text));
}

// The only known person with an office in this article (國務卿 → 布林肯), the only body so called (國務院 → 美國國務院), the only person with a surname (楊 → 楊潔篪).
function holders(reading: Reading): Record<'byOffice' | 'byBody' | 'bySurname', (form: string) => Entry | null> {
  const bodies = new Map<Entry, Set<string>>();
  const surnames = new Map<string, Set<Entry>>();
  for (const [start, mentions] of reading.mentions) {
    for (const { name, end } of mentions) {
      const form = reading.folded.slice(start, end);
      if (name.kind === 'organisation') add(bodies, name, form);
      if (name.kind !== 'person') continue;
      if (!form.includes('·') && form.length >= 2 && form.length <= 3) add(surnames, form.charAt(0), name);
    }
  }
  // Each is looked for in the whole article, which has few of them and names them often.
  return {
    byOffice: remembering((office) => (UNIQUE_OFFICE.test(office) ? holderOf(reading, office) : null)),
    byBody: remembering((body) => {
      if (!SPECIFIC_BODY.test(body)) return null;
      const having = [...bodies].filter(([, forms]) => [...forms].some((form) => form.endsWith(body)));
      return having.length === 1 ? (having[0]?.[0] ?? null) : null;
    }),
    bySurname(surname) {
      const having = surnames.get(surname);
      return having?.size === 1 ? ([...having][0] ?? null) : null;
    },
  };
}

function remembering(find: (form: string) => Entry | null): (form: string) => Entry | null {
  const found = new Map<string, Entry | null>();
  return (form) => {
    let name = found.get(form);
    if (name === undefined) found.set(form, (name = find(form)));
    return name;
  };
}

// Offices of which a report has one holder at a time; 發言人 and 醫生 are none.
const UNIQUE_OFFICE =
  /^(?:美国|中国|美|中)?(?:国务卿|总统|副总统|国家主席|总书记|总理|首相|外长|外交部长|防长|国防部长|财长|财政部长|商务部长|特首|行政长官|秘书长|教宗)$/;
const SPECIFIC_BODY = /(?:国务院|外交部|国防部|商务部|财政部|司法部|公安部|白宫|国会|陆委会|联合声明)$/;

// The one whom the article names as holding an office now; null where it names several, or somebody who is in no book.
function holderOf(reading: Reading, office: string): Entry | null {
  const holders = new Set<Entry | string>();
  const { masked } = reading;
  for (let i = masked.indexOf(office); i >= 0; i = masked.indexOf(office, i + 1)) {
    const at = i + office.length;
    if (/(?:前|前任|时任|候任|已故|副|助理)$/.test(masked.slice(Math.max(0, i - 2), i))) continue;
    const known = reading.mentions.get(at)?.find(({ name }) => name.kind === 'person');
    const end = known === undefined ? unknownNameEnd(masked, at, masked.length) : known.end;
    if (end > at) holders.add(known?.name ?? masked.slice(at, end));
  }
  const [only] = holders;
  return holders.size === 1 && typeof only === 'object' ? only : null;
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

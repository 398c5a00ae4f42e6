// Unanswerable questions made of answered ones: another person, place, body, year or figure in the place of one that is named.
import type { Library } from '../../src/core/index/library.ts';
import type { QuestionTerm } from '../../src/core/index/question-term.ts';
import type { Entry, Gazetteer } from '../../src/core/names/gazetteer.ts';
import { nameTerm } from '../../src/core/index/terms.ts';
import { foldScript } from '../../src/core/text/script.ts';

/** A question that the archive cannot answer, and what was put in the place of what. */
export interface Counterfactual {
  readonly text: string;
  readonly slot: 'name' | 'figure';
  readonly from: string;
  readonly to: string;
}

/** The names of each kind that an archive has, by how often, so that what is put in is no stranger to it. */
export function namesByKind({ articles, index }: Library, gazetteer: Gazetteer): Map<Entry['kind'], Entry[]> {
  const seen = new Set<Entry>();
  for (const { text } of articles.slice(0, 400)) for (const { name } of gazetteer.mentions(text)) seen.add(name);
  const byKind = new Map<Entry['kind'], Entry[]>();
  for (const name of [...seen].sort((a, b) => index.frequency(nameTerm(b.id)) - index.frequency(nameTerm(a.id)))) {
    const known = byKind.get(name.kind);
    if (known === undefined) byKind.set(name.kind, [name]);
    else known.push(name);
  }
  return byKind;
}

/** The counterfactuals of a question; `texts` are those that it is about, `number` chooses among the names. */
export function counterfactualsOf(
  text: string,
  terms: readonly QuestionTerm[],
  {
    texts,
    byKind,
    number,
  }: { texts: readonly string[]; byKind: ReadonlyMap<Entry['kind'], readonly Entry[]>; number: number },
): Counterfactual[] {
  const folded = texts.map(foldScript);
  const isHeld = ({ forms, canonical }: Entry): boolean =>
    folded.some((one) => [canonical, ...forms].some((form) => one.includes(foldScript(form))));
  return terms.flatMap((term): Counterfactual[] => {
    const from = text.slice(term.start, term.end);
    const put = (to: string, slot: Counterfactual['slot']): Counterfactual[] => [
      { text: text.slice(0, term.start) + to + text.slice(term.end), slot, from, to },
    ];
    if (term.name !== null && term.name.kind !== 'word') {
      const others = (byKind.get(term.name.kind) ?? []).filter((one) => one !== term.name && !isHeld(one));
      const other = others[number % Math.max(1, Math.min(20, others.length))];
      return other === undefined ? [] : put(other.canonical, 'name');
    }
    if (term.number === null || !/^\d+$/.test(from)) return [];
    const to = String(Number(from) + (from.length === 4 ? 3 : 11));
    return texts.some((one) => one.includes(to)) ? [] : put(to, 'figure');
  });
}

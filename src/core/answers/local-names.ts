import type { OutletDirectory } from '../corpus/metadata/outlets.ts';
import type { Answer } from '../model/answer.ts';
import type { InterfaceLang } from '../model/question.ts';
import { longestMentions, type Entry, type Gazetteer } from '../names/gazetteer.ts';
import { isChineseName } from '../names/surnames.ts';
import { foldScript, hasHan } from '../text/script.ts';
import { langWords } from '../text/lang-data.ts';
import { otherScript } from '../text/other-script.ts';

interface NameSources {
  readonly names: Gazetteer;
  readonly outlets: OutletDirectory;
}

/** An answer with the names of its speakers and outlets in the asker's language, where the data files know those. */
export async function withLocalNames<T extends Answer>(answer: T, sources: NameSources): Promise<T> {
  const { lang } = answer;
  const speakers = quotesOf(answer).flatMap(({ speaker, reportedBy }) => [speaker, reportedBy ?? null]);
  const outlets = outletsOf(answer);
  const known = new Map<string, string>();
  for (const [name, local] of [
    ...speakers.map((name) => [name, name === null ? null : localSpeaker(name, lang, sources.names)] as const),
    ...outlets.map((name) => [name, name === null ? null : localOutlet(name, lang, sources.outlets)] as const),
  ]) {
    if (name !== null && local !== null) known.set(name, await inScript(local, lang));
  }
  return known.size === 0 ? answer : { ...answer, localNames: Object.fromEntries(known) };
}

function quotesOf(answer: Answer): readonly { readonly speaker: string | null; readonly reportedBy?: string | null }[] {
  const { points } = answer;
  if (answer.kind === 'not-found') return answer.leads ?? [];
  if (answer.kind === 'comparison') return answer.outlets.flatMap((account) => account.points);
  if (answer.kind === 'timeline') return answer.events.flatMap((event) => [event, ...event.also]);
  return points;
}

// All that an answer names: of what it cites, of headlines, of filters, and those that have nothing.
function outletsOf(answer: Answer): readonly (string | null)[] {
  const { citations, nearest, filters } = answer;
  const named = [...citations, ...nearest].map(({ outlet }) => outlet);
  switch (answer.kind) {
    case 'not-found':
      return [...named, filters.outlet, ...answer.unfiltered.map(({ outlet }) => outlet)];
    case 'listing':
      return [...named, filters.outlet, ...answer.articles.map(({ outlet }) => outlet)];
    case 'comparison':
      return [...named, filters.outlet, ...answer.silent];
    case 'about':
      return answer.facts.outlets;
    case 'answered':
    case 'timeline':
    case 'rejected':
    case 'greeting':
      return [...named, filters.outlet];
  }
}

const isForeign = (name: string, lang: InterfaceLang): boolean => hasHan(name) === (lang === 'en');

/** A speaker's name in the asker's language; null where no data file knows it, or it is in that language. */
function localSpeaker(name: string, lang: InterfaceLang, names: Gazetteer): string | null {
  if (!isForeign(name, lang)) return null;
  const entry = wholeName(name, names);
  if (entry === null) return null;
  const written = names.written(entry);
  if (lang !== 'en') return written.find(hasHan) ?? null;
  return latinForm(name, written);
}

const OFFICES = langWords('zh/offices');

// Who is named by all of it, or by what stands behind an office: 外交部發言人毛寧. Chris Sullivan is not Sullivan.
function wholeName(name: string, names: Gazetteer): Entry | null {
  const folded = foldScript(name);
  const found = longestMentions(names.mentions(folded, name)).filter(({ name: { kind } }) => kind !== 'word');
  const last = found.at(-1);
  if (last === undefined || last.end !== folded.length) return null;
  const before = folded.slice(0, last.start);
  const isBehindOffice = last.name.kind === 'person' && OFFICES.some((office) => before.endsWith(office));
  return before === '' || isBehindOffice ? last.name : null;
}

// 布林肯 is Blinken, 安東尼·布林肯 is Antony Blinken: a surname alone may be anybody's and is given no first name.
function latinForm(name: string, written: readonly string[]): string | null {
  const [canonical = ''] = written;
  const latin = written.filter((form) => !hasHan(form));
  const [first = null] = latin;
  if (first === null || name.includes('·') || isChineseName(first, canonical)) return first;
  return latin.find((form) => !form.includes(' ') && first.endsWith(form)) ?? first;
}

/** An outlet's name in the asker's language; null where the list has none, or it is in that language. */
export function localOutlet(name: string, lang: InterfaceLang, outlets: OutletDirectory): string | null {
  if (!isForeign(name, lang)) return null;
  return outlets.aliasesOf(name).find((alias) => hasHan(alias) !== (lang === 'en')) ?? null;
}

async function inScript(name: string, lang: InterfaceLang): Promise<string> {
  if (lang === 'en') return name;
  const converted = await otherScript(name);
  return converted !== null && converted.script === lang ? converted.text : name;
}

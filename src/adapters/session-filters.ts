import type { Facets, InterfaceLang, KindFilter, Question } from '../core/index.ts';
import { catalogue, rejectionSentence } from '../messages/index.ts';
import type { CheckFilters } from './check-filters.ts';
import { KINDS, readKind } from './kinds.ts';

/** What can be set to hold for all questions. */
type SessionFilter = 'outlet' | 'author' | 'tag' | 'kind' | 'since' | 'until';
type Given = Pick<Question, SessionFilter>;

/** The filters that a person has set, until they remove them. Each command replies with a sentence. */
export interface SessionFilters {
  /** As they were given. */
  readonly given: () => Given;
  /** Sets a filter, where it is one that can be set; removes it where `to` is empty. */
  readonly change: (filter: SessionFilter, to: string, lang: InterfaceLang) => string;
  /** What is set. */
  readonly describe: (lang: InterfaceLang) => string;
  readonly clear: () => void;
}

interface SessionFilterOptions {
  readonly checkFilters: CheckFilters;
  readonly facets: () => Facets;
  /** What holds from the beginning. */
  readonly first: Given;
}

export function createSessionFilters({ checkFilters, facets, first }: SessionFilterOptions): SessionFilters {
  let given = first;
  const told = (lang: InterfaceLang, how: 'now' | 'are'): string => {
    const { sessionFilters } = catalogue(lang);
    if (Object.values(given).every((filter) => filter === undefined)) return sessionFilters.none;
    const checked = checkFilters(given);
    return 'code' in checked ? rejectionSentence(checked, lang) : sessionFilters[how](checked);
  };
  return {
    given: () => given,
    describe: (lang) => told(lang, 'are'),
    change(filter, to, lang) {
      if (to === '' && given[filter] === undefined) return whatThereIs(filter, facets(), lang);
      const kind = filter === 'kind' && to !== '' ? readKind(to) : undefined;
      if (kind === null) return catalogue(lang).sessionFilters.unknownKind(to, namesOf(KINDS, lang));
      const wanted: Given = { ...given, [filter]: to === '' ? undefined : (kind ?? to) };
      const checked = checkFilters(wanted);
      if ('code' in checked) return rejectionSentence(checked, lang);
      given = wanted;
      return told(lang, 'now');
    },
    clear() {
      given = {};
    },
  };
}

const namesOf = (kinds: readonly KindFilter[], lang: InterfaceLang): string[] =>
  kinds.map((kind) => catalogue(lang).kindNames[kind]);

// So many are named where there may be thousands.
const NAMED = 20;

function whatThereIs(
  filter: SessionFilter,
  { outlets, authors, tags, kinds, days }: Facets,
  lang: InterfaceLang,
): string {
  const words = catalogue(lang);
  const { sessionFilters } = words;
  switch (filter) {
    case 'outlet':
      return outlets.length === 0 ? sessionFilters.none : sessionFilters.outlets(outlets);
    case 'author':
      return authors.length === 0 ? sessionFilters.none : sessionFilters.authors(authors.slice(0, NAMED));
    case 'tag':
      return tags.length === 0 ? sessionFilters.none : sessionFilters.tags(tags.slice(0, NAMED));
    case 'kind':
      return kinds.length === 0 ? sessionFilters.none : sessionFilters.kinds(namesOf(kinds, lang));
    case 'since':
    case 'until': {
      const [first, last] = [days[0], days.at(-1)];
      return first === undefined || last === undefined ? sessionFilters.none : words.covered(first, last);
    }
  }
}

import type { Article, Ask, InterfaceLang, Question } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { checkFilters } from '../check-filters.ts';
import type { CorpusDescription } from '../describe-corpus.ts';

/** What can be set to hold for all questions. */
type StandingFilter = 'outlet' | 'author' | 'tag' | 'since' | 'until';
type Given = Pick<Question, StandingFilter>;

/** What a corpus can be narrowed by. */
export interface Holdings {
  readonly outlets: readonly string[];
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** The first and the last day of publication; null where no article has one. */
  readonly since: string | null;
  readonly until: string | null;
}

/** Gathers what articles can be narrowed by; `corpus` is their description. */
export function holdingsOf(
  articles: readonly Article[],
  { outlets, since, until }: Pick<CorpusDescription, 'outlets' | 'since' | 'until'>,
): Holdings {
  return {
    outlets: outlets.flatMap(({ outlet }) => outlet ?? []),
    authors: [...new Set(articles.flatMap(({ author }) => author ?? []))],
    tags: [...new Set(articles.flatMap(({ tags }) => tags))],
    since,
    until,
  };
}

/** The filters that a person has set, until they drop them. Each command replies with a sentence. */
export interface Standing {
  /** As they were given. */
  readonly given: () => Given;
  /** Sets a filter, where it is one that can be set; drops it where `to` is empty. */
  readonly change: (filter: StandingFilter, to: string, lang: InterfaceLang) => Promise<string>;
  /** What is set. */
  readonly describe: (lang: InterfaceLang) => Promise<string>;
  readonly clear: () => void;
}

interface StandingOptions {
  readonly ask: Ask;
  readonly holdings: Holdings;
  /** What holds from the beginning. */
  readonly first: Given;
}

export function createStanding({ ask, holdings, first }: StandingOptions): Standing {
  let given = first;
  const isSet = (filter: StandingFilter): boolean => given[filter] !== undefined;
  const describe = async (lang: InterfaceLang): Promise<string> => {
    const { standing } = catalogue(lang);
    if (Object.values(given).every((filter) => filter === undefined)) return standing.none;
    const checked = await checkFilters(ask, { ...given, lang });
    return 'reason' in checked ? checked.reason : standing.now(checked.filters);
  };
  return {
    given: () => given,
    describe,
    async change(filter, to, lang) {
      if (to === '' && !isSet(filter)) return whatThereIs(filter, holdings, lang);
      const wanted = { ...given, [filter]: to === '' ? undefined : to };
      const checked = await checkFilters(ask, { ...wanted, lang });
      if ('reason' in checked) return checked.reason;
      given = wanted;
      return await describe(lang);
    },
    clear() {
      given = {};
    },
  };
}

// So many are named where there may be thousands.
const NAMED = 20;

function whatThereIs(filter: StandingFilter, holdings: Holdings, lang: InterfaceLang): string {
  const words = catalogue(lang);
  const { standing } = words;
  const { outlets, authors, tags, since, until } = holdings;
  switch (filter) {
    case 'outlet':
      return outlets.length === 0 ? standing.none : standing.outlets(outlets);
    case 'author':
      return authors.length === 0 ? standing.none : standing.authors(authors.slice(0, NAMED));
    case 'tag':
      return tags.length === 0 ? standing.none : standing.tags(tags.slice(0, NAMED));
    case 'since':
    case 'until':
      return since === null || until === null ? standing.none : words.covered(since, until);
  }
}

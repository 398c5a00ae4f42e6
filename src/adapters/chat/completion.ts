import { facetsOf, foldScript, summarise, type Article, type InterfaceLang, type Gazetteer } from '../../core/index.ts';
import { catalogue, type SlashOption } from '../../messages/index.ts';
import { articleKey } from './article-keys.ts';
import type { BotCorpus } from './bot.ts';
import { perCorpus } from '../per-corpus.ts';
import { caption } from '../visible-text.ts';

/** What is offered while somebody types, and what is sent for it. */
interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Offers what the corpus holds; from memory, since this can neither wait nor be deferred. What else is typed is taken as well. */
export interface Completion {
  outlets(typed: string): Choice[];
  authors(typed: string): Choice[];
  tags(typed: string): Choice[];
  /** Years, months and days that there are reports of, the newest first. */
  days(typed: string): Choice[];
  /** Names and headlines, which are questions of the shortest kind; examples while nothing is typed. */
  questions(typed: string, lang: InterfaceLang): Choice[];
  articles(typed: string): Choice[];
  /** What an option of a command may be; nothing for one that has its choices already. */
  of(option: SlashOption, typed: string, lang: InterfaceLang): Choice[];
}

/** As many as any platform shows, and UTF-16 units of a choice's name and value. */
const CHOICES = 25;
const CHOICE_LENGTH = 100;
/** Headlines, the newest, in which names are looked for: some tens of milliseconds, once. */
const HEADLINES = 5_000;
/** How many names are offered before headlines. */
const NAMES = 10;

interface Candidate {
  readonly folded: string;
  readonly choice: Choice;
}

type Lists = Omit<Completion, 'of'>;

/** From the corpus as it is now. Without names in their forms, only the archive's own tags are offered as names. */
export function createCompletion(corpus: () => BotCorpus): Completion {
  const now = perCorpus(corpus, completionOf);
  const completion: Completion = {
    outlets: (typed) => now().outlets(typed),
    authors: (typed) => now().authors(typed),
    tags: (typed) => now().tags(typed),
    days: (typed) => now().days(typed),
    questions: (typed, lang) => now().questions(typed, lang),
    articles: (typed) => now().articles(typed),
    of(option, typed, lang) {
      switch (option) {
        case 'outlet':
          return completion.outlets(typed);
        case 'author':
          return completion.authors(typed);
        case 'tag':
          return completion.tags(typed);
        case 'since':
        case 'until':
          return completion.days(typed);
        case 'article':
          return completion.articles(typed);
        case 'question':
          return completion.questions(typed, lang);
        case 'kind':
        case 'private':
        case 'lang':
          return [];
      }
    },
  };
  return completion;
}

function completionOf({ articles, names }: BotCorpus): Lists {
  const newest = articles.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const outlets = summarise(articles).flatMap(({ outlet }) => (outlet === null ? [] : [candidate(outlet)]));
  const { authors, tags, days } = facetsOf(articles);
  const periods = periodsOf(days).map((day) => candidate(day));
  const [byAuthor, byTag] = [authors, tags].map((names) => names.map((name) => candidate(name)));
  let named: Candidate[] | null = null;
  const headlines = newest.map(({ title }) => candidate(title));
  const listed = newest.map((article) => {
    const { id, outlet, date, title } = article;
    const shown = [date, outlet, title].filter((part) => part !== null).join(' · ');
    return candidate(shown, id.length <= CHOICE_LENGTH ? id : articleKey(id), id);
  });
  return {
    outlets: (typed) => matching(outlets, typed, CHOICES),
    authors: (typed) => matching(byAuthor ?? [], typed, CHOICES),
    tags: (typed) => matching(byTag ?? [], typed, CHOICES),
    days: (typed) => matching(periods, typed, CHOICES),
    questions(typed, lang) {
      named ??= commonNames(newest, names).map((name) => candidate(name));
      const examples = typed.trim() === '' ? catalogue(lang).examples.map((example) => candidate(example).choice) : [];
      const chosen = [...examples, ...matching(named, typed, NAMES), ...matching(headlines, typed, CHOICES)];
      const values = chosen.map(({ value }) => value);
      return chosen.filter(({ value }, at) => values.indexOf(value) === at).slice(0, CHOICES);
    },
    articles: (typed) => matching(listed, typed, CHOICES),
  };
}

// Years, then months, then days.
const periodsOf = (days: readonly string[]): string[] =>
  [4, 7, 10].flatMap((length) => [...new Set(days.map((day) => day.slice(0, length)))].sort().reverse());

const candidate = (shown: string, value: string = shown, alsoFoundBy = ''): Candidate => {
  const name = caption(shown, CHOICE_LENGTH);
  return {
    folded: foldScript(`${shown} ${alsoFoundBy}`),
    choice: { name, value: value === shown ? name : value },
  };
};

// All words, in any order and in either script.
function matching(candidates: readonly Candidate[], typed: string, limit: number): Choice[] {
  const words = foldScript(typed.trim()).split(/\s+/u);
  const found: Choice[] = [];
  for (const { folded, choice } of candidates) {
    if (found.length >= limit) break;
    if (choice.name !== '' && words.every((word) => folded.includes(word))) found.push(choice);
  }
  return found;
}

// The archive's own names for what its articles are about, and those in headlines, the commonest first.
function commonNames(newest: readonly Article[], names: Gazetteer | undefined): string[] {
  const counts = new Map<string, number>();
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { tags } of newest) tags.forEach(count);
  for (const { title } of newest.slice(0, HEADLINES)) new Set(namesIn(title, names)).forEach(count);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

const namesIn = (title: string, names: Gazetteer | undefined): string[] =>
  (names?.mentions(foldScript(title), title) ?? []).flatMap(({ name }) => (name.kind === 'word' ? [] : name.canonical));

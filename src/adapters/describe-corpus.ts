import { summarise, type ArchiveFacts, type Article, type CorpusFault } from '../core/index.ts';

/** What a corpus holds, in numbers: the same for the command line, its JSON, the REPL and the chats. */
export function describeCorpus(corpus: {
  readonly articles: readonly Article[];
  readonly faults: readonly CorpusFault[];
}) {
  const outlets = summarise(corpus.articles);
  const firsts = outlets.flatMap(({ first }) => first ?? []).sort();
  const lasts = outlets.flatMap(({ last }) => last ?? []).sort();
  return {
    outlets,
    articles: corpus.articles.length,
    since: firsts[0] ?? null,
    until: lasts.at(-1) ?? null,
    leftOut: corpus.faults
      .filter(({ severity }) => severity === 'error')
      .map(({ path, line, reason }) => ({ path, line, reason })),
  };
}

export type CorpusDescription = ReturnType<typeof describeCorpus>;

/** The same as an answer about the archive has it. */
export const factsOf = ({ articles, outlets, since, until }: CorpusDescription): ArchiveFacts => ({
  articles,
  outlets: outlets.flatMap(({ outlet }) => outlet ?? []),
  since,
  until,
});

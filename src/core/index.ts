// The one door of the core: what adapters and the composition root may use.
export type { Article, ArticleId, Block, BlockKind, Lang } from './corpus/article.ts';
export { parseOutlets, type OutletDirectory } from './corpus/outlets.ts';
export { CorpusError, readCorpus, type Corpus, type CorpusFault } from './corpus/read-corpus.ts';
export { createAsk } from './answer/ask.ts';
export { ANSWER_THRESHOLD } from './answer/confidence.ts';
export type {
  Answer,
  Answered,
  Ask,
  AskedKind,
  Citation,
  Comparison,
  Difference,
  EventQuote,
  Filters,
  Greeting,
  Headline,
  InterfaceLang,
  Listing,
  NotFound,
  OutletAccount,
  Point,
  Question,
  Rejected,
  Timeline,
  TimelineEvent,
} from './answer/answer.ts';
export { passageAround } from './answer/passage-around.ts';
export { createLibrary, type Library } from './library.ts';
export { catalogue, type Catalogue, type SlashOption } from './messages/catalogue.ts';
export { summarise, type SourceSummary } from './sources.ts';
export { readNames, type NameBook, type NameFile } from './text/names.ts';
export { otherScript, type Converted } from './text/other-script.ts';
export { foldScript, scriptOf } from './text/script.ts';

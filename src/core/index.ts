// The one door of the core: what adapters and the composition root may use.
export type { Article, ArticleId, ArticleKind, Block, BlockKind, KindFilter, Lang } from './model/article.ts';
export { parseOutlets, type OutletDirectory } from './corpus/metadata/outlets.ts';
export { readKnowledge, type CorpusKnowledge } from './corpus/knowledge.ts';
export type { FieldMap } from './corpus/metadata/field-map.ts';
export { surveyCorpus, type CorpusSurvey } from './corpus/survey.ts';
export { surveyFiles, type SurveyPart } from './corpus/survey-part.ts';
export { CorpusError, readCorpus, type Corpus, type CorpusFault } from './corpus/read-corpus.ts';
export type { SourceFile } from './corpus/source-file.ts';
export {
  addRestorations,
  addTakedowns,
  followTakedowns,
  idsTakenDown,
  readTakedowns,
  TakedownError,
  takedownsIn,
  type Takedown,
  type Withheld,
} from './corpus/takedowns.ts';
export { articlesWithout, libraryWithout } from './index/library-without.ts';
export { followCorpus, type FollowedCorpus } from './corpus/followed-corpus.ts';
export { checkFilters, createAsk } from './ask.ts';
export { ANSWER_THRESHOLD } from './reading/find.ts';
export type {
  About,
  AboutReason,
  Said,
  Answer,
  Answered,
  ArchiveFacts,
  Ask,
  Citation,
  Comparison,
  Difference,
  EventQuote,
  Excerpt,
  Gap,
  Greeting,
  Headline,
  Lead,
  Listing,
  NotFound,
  NotFoundReason,
  OutletAccount,
  Point,
  Polarity,
  Rejected,
  RejectionReason,
  Slot,
  SlotValue,
  Timeline,
  TimelineEvent,
} from './model/answer.ts';
export type { FilterFault, Filters } from './model/filters.ts';
export type { AskedKind, InterfaceLang, Question } from './model/question.ts';
export type { Party, SpeechAct, Statement } from './model/statement.ts';
export { readAhead, statementsOf } from './statements/statements-of.ts';
export { statementFilter, type StatementFilter } from './statements/select-statements.ts';
export { facetsOf, type Facets } from './question/filters/given-filters.ts';
export { givenFilters, withinFilters } from './question/filters/given-filters.ts';
export { continued, isFound, pageOf, USUAL_LIMITS, type Found } from './answers/paging.ts';
export { passageAround } from './answers/passage-around.ts';
export {
  isChoice,
  LACKING_SLOTS,
  MOST_PICKS,
  MOST_TERMS,
  type ExternalReader,
  type QuestionReader,
  type Reader,
  type ReaderCandidate,
  type ReaderChoice,
  type ReaderRequest,
  type SuggestedTerms,
  type TermsRequest,
} from './reading/reader.ts';
export { createLibrary, type Library } from './index/library.ts';
export {
  ArchiveAwayError,
  createIndexReaders,
  isClusterAddress,
  openClusterLibrary,
  openSavedLibrary,
  publishedTo,
  publishIndex,
  refreshIndex,
  SavedIndexError,
  stopPublishing,
  type ArticlesReading,
  type ClusterLibrary,
  type FileReading,
  type Fingerprints,
  type IndexReaders,
  type PackedArticle,
  type PublishSummary,
  type RefreshOptions,
  type RefreshSummary,
  type SavedLibrary,
} from './index/saved-index.ts';
export { summarise, type SourceSummary } from './corpus/summary.ts';
export { readGazetteer, type Gazetteer, type NameFile } from './names/gazetteer.ts';
export { otherScript, type Converted, type Region } from './text/other-script.ts';
export { foldScript, scriptOf } from './text/script.ts';
export { localOutlet } from './answers/local-names.ts';
export { interfaceLangOf } from './question/understand.ts';
export { rejectionOf } from './answers/query-context.ts';

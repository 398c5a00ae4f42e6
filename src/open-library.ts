import type { OpenedModel } from './open-model.ts';
import { Failure } from './adapters/cli/failure.ts';
import type { OnProgress, OpenCorpus, OpenLibrary, SurveyCorpus } from './adapters/cli/context.ts';
import type { CorpusKnowledge, FieldMap, Gazetteer, InterfaceLang } from './core/index.ts';
import { readKnowledgeFiles, readNameFiles } from './data-files.ts';

/** Reads the articles of some folders. Throws a Failure where a folder, or the program's own data, cannot be read. */
export function corpusOpener(dataDir: string): OpenCorpus {
  return async (dirs, onProgress, map) => {
    const started = performance.now();
    const core = await import('./core/index.ts');
    const knowledge = core.readKnowledge(readKnowledgeFiles(dataDir));
    const corpus = await core
      .readCorpus(dirs, readOptions(knowledge, onProgress, map))
      .catch(asFailure(core.CorpusError));
    return {
      ...corpus,
      dirs,
      outlets: knowledge.outlets,
      seconds: (performance.now() - started) / 1000,
      readAt: new Date(),
    };
  };
}

/** Reads some folders for what they are like. Throws a Failure as `corpusOpener` does. */
export function corpusSurveyor(dataDir: string): SurveyCorpus {
  return async (dirs, onProgress, map) => {
    const core = await import('./core/index.ts');
    const knowledge = core.readKnowledge(readKnowledgeFiles(dataDir));
    return core.surveyCorpus(dirs, readOptions(knowledge, onProgress, map)).catch(asFailure(core.CorpusError));
  };
}

const readOptions = (knowledge: CorpusKnowledge, onProgress: OnProgress | undefined, map: FieldMap | undefined) => ({
  knowledge,
  ...(map !== undefined && { map }),
  onProgress: (done: number, total: number) => onProgress?.('read', done, total),
});

const asFailure =
  (CorpusError: new (...args: never[]) => Error) =>
  (cause: unknown): never => {
    throw cause instanceof CorpusError ? new Failure(1, cause.message, { cause }) : cause;
  };

interface LibraryOptions {
  /** Answers questions that show no language. */
  readonly usualLang: InterfaceLang;
  /** Told of every answer. */
  readonly onAnswer: () => void;
  /** Makes the reader of a model of the user's own; null where none is set up. */
  readonly openModel: (() => Promise<OpenedModel>) | null;
}

/** Reads and indexes the articles of some folders, ready to be asked. */
export function libraryOpener(dataDir: string, { usualLang, onAnswer, openModel }: LibraryOptions): OpenLibrary {
  const openCorpus = corpusOpener(dataDir);
  return async (dirs, onProgress, map) => {
    const started = performance.now();
    const core = await import('./core/index.ts');
    const corpus = await openCorpus(dirs, onProgress, map);
    onProgress?.('index', corpus.articles.length, corpus.articles.length);
    const library = await core.createLibrary(corpus.articles, core.readGazetteer(readNameFiles(dataDir)));
    const model = (await openModel?.()) ?? null;
    const ask = core.createAsk(library, corpus.outlets, { usualLang, reader: model?.reader ?? null });
    return {
      ...corpus,
      names: library.names,
      model: model?.about ?? null,
      checkFilters: (given) => core.checkFilters(given, library, corpus.outlets),
      ask: async (question) => {
        const answer = await ask(question);
        onAnswer();
        return answer;
      },
      seconds: (performance.now() - started) / 1000,
    };
  };
}

/** Reads the names and what else is known of languages. Throws a Failure where the program's own data cannot be read. */
export const namesOpener = (dataDir: string) => async (): Promise<Gazetteer> =>
  (await import('./core/index.ts')).readGazetteer(readNameFiles(dataDir));

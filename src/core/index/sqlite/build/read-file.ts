import { extname } from 'node:path';
import type { CorpusFault } from '../../../corpus/faults.ts';
import { bulkFormatOf } from '../../../corpus/formats.ts';
import { isChinese } from '../../../text/script.ts';
import type { ParsedArticle } from '../../../corpus/metadata/ambiguous-days.ts';
import type { ParsedFile } from '../../../corpus/parsed-file.ts';
import type { FileReader } from '../../../corpus/read-corpus.ts';
import { draftOf, type Draft } from '../../../corpus/reconcile.ts';
import type { Article } from '../../../model/article.ts';
import { packContent } from '../content.ts';
import { stampOf, type SourceFile } from '../../../corpus/source-file.ts';
import { hashOf, hashOfBytes } from './files.ts';

/** A file as it is written into the index. */
export interface FileReading extends FileHead, FilePart {}

/** What is known of a file before it is read. */
export interface FileHead {
  readonly file: SourceFile;
  readonly stamp: string;
  readonly hash: string;
}

/** Some of the articles of a file, in their order, and what is wrong with any. */
export interface FilePart {
  readonly faults: readonly CorpusFault[];
  readonly articles: readonly {
    readonly article: Omit<Article, 'text' | 'blocks'>;
    readonly draft: Draft;
    readonly isChinese: boolean;
    readonly content: Uint8Array;
  }[];
}

/** A file's stamp and hash, taken before it is read, so that a change meanwhile is seen the next time. */
export const headOf = (file: SourceFile): FileHead => ({ file, stamp: stampOf(file), hash: hashOf(file) });

/** Reads one file, from the disk only once where it has one article: to open it again for its hash would take half as long as to read it. */
export async function readForIndex(file: SourceFile, read: FileReader): Promise<FileReading> {
  const isWhole = bulkFormatOf(extname(file.within)) === null;
  const stamp = stampOf(file);
  let hash = isWhole ? UNKNOWN : hashOf(file);
  const faults: CorpusFault[] = [];
  const articles: FilePart['articles'][number][] = [];
  const hashBytes = (bytes: Uint8Array): void => void (hash = hashOfBytes(bytes));
  for await (const part of partsOf(read(file, isWhole ? hashBytes : undefined))) {
    faults.push(...part.faults);
    articles.push(...part.articles);
  }
  return { file, stamp, hash, faults, articles };
}

// Of a file that could not be read, or is none of an article: it is looked at again when its size or times are others.
const UNKNOWN = '';

/** Packs what a file became, piece by piece. */
export async function* partsOf(pieces: AsyncIterable<ParsedFile>): AsyncGenerator<FilePart> {
  for await (const { faults, articles } of pieces) yield { faults, articles: articles.map(packed) };
}

function packed(parsed: ParsedArticle): FilePart['articles'][number] {
  const { text, blocks, ...article } = parsed.article;
  return {
    article,
    draft: draftOf(parsed),
    isChinese: isChinese({ text }),
    content: packContent({ text, blocks }),
  };
}

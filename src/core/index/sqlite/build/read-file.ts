import type { CorpusFault } from '../../../corpus/faults.ts';
import { isChinese } from '../../../corpus/languages.ts';
import type { ParsedFile } from '../../../corpus/parsed-file.ts';
import { draftOf, type Draft } from '../../../corpus/settle.ts';
import type { Article } from '../../../model/article.ts';
import { packContent } from '../content.ts';
import { stampOf, type SourceFile } from '../../../corpus/source-file.ts';
import { hashOf } from './files.ts';

/** A file as it is written into the index. */
export interface FileReading {
  readonly file: SourceFile;
  readonly stamp: string;
  readonly hash: string;
  readonly faults: readonly CorpusFault[];
  readonly articles: readonly {
    readonly article: Omit<Article, 'text' | 'blocks'>;
    readonly draft: Draft;
    readonly isChinese: boolean;
    readonly content: Uint8Array;
  }[];
}

/** Reads one file. Its stamp is taken before, so that a change meanwhile is seen the next time. */
export async function readForIndex(
  file: SourceFile,
  read: (file: SourceFile) => AsyncIterable<ParsedFile>,
): Promise<FileReading> {
  const stamp = stampOf(file);
  const hash = hashOf(file);
  const faults: CorpusFault[] = [];
  const articles: FileReading['articles'][number][] = [];
  for await (const parsed of read(file)) {
    faults.push(...parsed.faults);
    for (const one of parsed.articles) {
      const { text, blocks, ...article } = one.article;
      articles.push({
        article,
        draft: draftOf(one),
        isChinese: isChinese({ text }),
        content: packContent({ text, blocks }),
      });
    }
  }
  return { file, stamp, hash, faults, articles };
}

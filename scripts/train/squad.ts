// Reading-comprehension files (DRCD, CMRC 2018) as articles and questions, one article a paragraph.
import { readFileSync } from 'node:fs';
import type { Article, ArticleId } from '../../src/core/model/article.ts';

export interface LabelledQuestion {
  readonly text: string;
  /** The articles that answer; empty where none does. */
  readonly articles: readonly ArticleId[];
  /** Groups of alternatives: a sentence that answers holds one of each. No group: every sentence of the articles answers. */
  readonly must: readonly (readonly string[])[];
}

interface SquadFile {
  data: {
    title: string;
    paragraphs: { context: string; qas: { question: string; answers: { text: string }[] }[] }[];
  }[];
}

/** Reads a SQuAD-style file; ids begin with `prefix` so that several files can share one corpus. */
export function readSquad(path: string, prefix: string): { articles: Article[]; questions: LabelledQuestion[] } {
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as SquadFile;
  const articles: Article[] = [];
  const questions: LabelledQuestion[] = [];
  for (const document of data) {
    for (const paragraph of document.paragraphs) {
      const id = `${prefix}${String(articles.length + 1).padStart(4, '0')}` as ArticleId;
      const text = paragraph.context.replace(/\s*\n\s*/g, '\n\n').trim();
      articles.push({
        id,
        title: `${document.title} ${String(articles.length + 1).padStart(4, '0')}`,
        outlet: 'Wikipedia',
        author: null,
        date: new Date(Date.UTC(2010, 0, articles.length + 1)).toISOString().slice(0, 10),
        url: null,
        lang: null,
        tags: [],
        digest: false,
        text,
        blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
        path: path,
      });
      for (const { question, answers } of paragraph.qas) {
        questions.push({ text: question, articles: [id], must: [[...new Set(answers.map((answer) => answer.text))]] });
      }
    }
  }
  return { articles, questions };
}

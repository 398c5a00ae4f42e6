// Reading-comprehension files (DRCD, CMRC 2018) as articles and questions, one article a paragraph.
import { readFileSync } from 'node:fs';
import type { Article, ArticleId } from '../../src/core/corpus/article.ts';

export interface LabelledQuestion {
  readonly id: string;
  readonly text: string;
  readonly article: ArticleId;
  readonly answers: readonly string[];
}

interface SquadFile {
  data: {
    title: string;
    paragraphs: { context: string; qas: { id: string; question: string; answers: { text: string }[] }[] }[];
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
      for (const { id: questionId, question, answers } of paragraph.qas) {
        questions.push({ id: questionId, text: question, article: id, answers: [...new Set(answers.map((answer) => answer.text))] });
      }
    }
  }
  return { articles, questions };
}

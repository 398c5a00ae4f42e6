import type { Answer, Citation, OutletDirectory } from '../../../core/index.ts';
import type { CoverageQuestion, EvalQuestion } from './questions.ts';

/** What came of one question. The three figures are null where the question is not one that a quotation answers. */
export interface Verdict {
  readonly type: string;
  readonly good: boolean;
  readonly figures: { readonly cite1: boolean; readonly hit1: boolean; readonly hit3: boolean } | null;
}

/** Types whose questions may be about articles as a whole: those are to be cited, in whatever order. */
const WHOLE_ARTICLE_TYPES: ReadonlySet<string> = new Set(['compare', 'timeline', 'filter', 'list']);

/** Judges an answer. `outlets` tells which outlet the key of an expected article means. */
export function judge(question: EvalQuestion, answer: Answer, outlets: OutletDirectory): Verdict {
  const verdict = judgeContent(question, answer, outlets);
  return 'answers' in question ? verdict : { ...verdict, good: verdict.good && isAsExpected(question, answer) };
}

// Whether the question was taken for what it is, where that is said.
function isAsExpected({ kind, filters }: CoverageQuestion, answer: Answer): boolean {
  const stated: Readonly<Record<string, string | null | undefined>> = { ...answer.filters };
  return (
    (kind == null || answer.kind === kind) &&
    Object.entries(filters ?? {}).every(([name, value]) => (stated[name] ?? null) === value)
  );
}

function judgeContent(question: EvalQuestion, answer: Answer, outlets: OutletDirectory): Verdict {
  if ('answers' in question) {
    const figures = measure(answer, [question.answers], ({ title }) => title === question.article);
    return { type: 'squad', good: figures.hit3, figures };
  }
  const { type, articles } = question;
  if (type === 'unanswerable') {
    return { type, good: answer.kind === 'not-found' && answer.points.length === 0, figures: null };
  }
  if (type === 'chat') return { type, good: answer.kind !== 'answered', figures: null };
  if (WHOLE_ARTICLE_TYPES.has(type) && question.must.length === 0)
    return { type, good: citesAll(question, answer, outlets), figures: null };
  const figures = measure(answer, question.must, (citation) =>
    articles.some((key) => isArticle(citation, key, outlets)),
  );
  return { type, good: figures.hit3 && (figures.cite1 || articles.length === 0), figures };
}

function measure(
  answer: Answer,
  groups: readonly (readonly string[])[],
  isExpected: (citation: Citation) => boolean,
): NonNullable<Verdict['figures']> {
  const holds = (points: number): boolean => {
    const quoted = quotesOf(answer, points);
    return (
      answer.kind === 'answered' && groups.every((group) => group.some((alternative) => quoted.includes(alternative)))
    );
  };
  const first = answer.citations.find(({ number }) => number === answer.points[0]?.citation);
  return { cite1: first !== undefined && isExpected(first), hit1: holds(1), hit3: holds(3) };
}

/** The first quotations, one a line. */
export const quotesOf = (answer: Answer, points: number): string =>
  answer.points
    .slice(0, points)
    .map(({ quote }) => quote)
    .join('\n');

function citesAll({ articles }: CoverageQuestion, answer: Answer, outlets: OutletDirectory): boolean {
  // A listing names its articles without citing them.
  const listed = 'articles' in answer ? (answer.articles as readonly Source[]) : [];
  const named: readonly Source[] = [...answer.citations, ...listed];
  return articles.every((key) => named.some((source) => isArticle(source, key, outlets)));
}

type Source = Pick<Citation, 'outlet' | 'date'>;

// `hkcn-2021-02-06`: the beginning of any name of the outlet in Latin letters, then the day.
function isArticle({ outlet, date }: Source, key: string, outlets: OutletDirectory): boolean {
  const [, prefix = '', day] = /^(.+?)-(\d{4}-\d{2}-\d{2})$/.exec(key) ?? [];
  if (outlet === null || date !== day) return false;
  const called = [outlet, ...outlets.aliasesOf(outlet)];
  return (
    outlets.byName(prefix) === outlet || called.some((name) => name.toLowerCase().startsWith(prefix.toLowerCase()))
  );
}

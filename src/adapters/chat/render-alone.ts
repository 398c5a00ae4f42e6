import type { Answer, Answered, Article, ArticleId, Citation, NotFound, Point } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { describe } from '../document/describe.ts';
import { quotationMaker } from '../document/quote-blocks.ts';
import { visibleLine } from '../visible-text.ts';
import { articleKey } from './article-keys.ts';
import { apart, faint, line, linked, type Paragraph } from './paragraph.ts';
import { quotePlace, type Press } from './press.ts';
import { quotation, sourceOf } from './render-quote.ts';

/** Something found that is shared by itself, away from the bot: what it is in a line or two, and the message that it becomes. */
export interface Shareable {
  /** Names it: the same quote is the same thing, wherever it comes up. */
  readonly press: Press;
  readonly title: string;
  readonly detail: string;
  readonly body: readonly Paragraph[];
}

/** The way back to the archive: the address of an article with the bot; null where there is none. */
type LinkTo = (articleKey: string) => string | null;

/** Which of what was found is wanted, from the first on, and how its articles are found and linked. */
interface Wanted {
  readonly start: number;
  readonly end: number;
  readonly articleBy: (key: string) => Article | null;
  readonly linkTo: LinkTo;
}

/** What an answer has found, each by itself; where nothing answers, at the start, the articles that are nearest. */
export function shareables(answer: Answer, { start, end, articleBy, linkTo }: Wanted): Shareable[] {
  if (answer.kind === 'not-found' && start === 0) return nearestAlone(answer, articleBy, linkTo);
  if (answer.kind !== 'answered') return [];
  return answer.points.slice(start, end).flatMap((point) => quoteAlone(point, answer, linkTo) ?? []);
}

/** A quotation that stands for itself: with the question above it and the source below; null where it has no source. */
function quoteAlone(
  point: Point,
  { question, citations, lang, reader, partial }: Answered,
  linkTo: LinkTo,
): Shareable | null {
  const citation = citations.find(({ number }) => number === point.citation);
  if (citation === undefined) return null;
  const words = catalogue(lang);
  const own: Citation = { ...citation, number: 1 };
  const [outlet, date] = describe(own, words);
  return {
    press: { kind: 'passage', place: quotePlace(own.articleId, point) },
    title: [outlet, date].join(' · '),
    detail: point.quote,
    body: [
      faint(words.chat.asked(visibleLine(question))),
      ...quotation(quotationMaker([own], words)({ ...point, citation: 1 }, 'point'), '', words),
      apart(line('[1] ', ...sourceOf(own, words))),
      ...toRead(own.articleId, linkTo, words),
      ...(partial === true ? [faint(words.partial)] : []),
      ...(reader === undefined ? [] : [faint(words.readByModel)]),
    ],
  };
}

/** The articles that are nearest where nothing answers, each as a message that says that it is no answer. */
function nearestAlone(
  { question, nearest, lang, partial }: NotFound,
  articleBy: (key: string) => Article | null,
  linkTo: LinkTo,
): Shareable[] {
  const words = catalogue(lang);
  return nearest.map((headline) => {
    const key = articleKey(headline.articleId);
    const { url = null, digest = false } = articleBy(key) ?? {};
    const [outlet, date, title] = describe({ ...headline, digest }, words);
    return {
      press: { kind: 'article', article: key, page: 0 },
      title,
      detail: [outlet, date].join(' · '),
      body: [
        faint(words.chat.asked(visibleLine(question))),
        line(partial === true ? words.notFoundInPart : words.notFound),
        apart(line(words.nearest)),
        line(...sourceOf({ ...headline, url, digest }, words)),
        ...toRead(headline.articleId, linkTo, words),
      ],
    };
  });
}

function toRead(id: ArticleId, linkTo: LinkTo, words: Catalogue): Paragraph[] {
  const link = linkTo(articleKey(id));
  return link === null ? [] : [line(linked(words.chat.buttons.wholeArticle, link))];
}

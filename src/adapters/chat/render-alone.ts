import type { Answer, Article, ArticleId, Citation, Headline, Listing, NotFound } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { answerDocument } from '../document/answer-document.ts';
import { describe } from '../document/describe.ts';
import { withLocalOutlet } from '../document/local-outlets.ts';
import { quotationMaker } from '../document/quote-blocks.ts';
import { allQuotes } from '../numbered.ts';
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

type Quote = ReturnType<typeof allQuotes>[number];

/** How the articles of what was found are found and linked. */
interface Sources {
  readonly articleBy: (key: string) => Article | null;
  readonly linkTo: LinkTo;
}

/** What an answer of any kind has found, each by itself; where nothing answers, the articles that are nearest. */
export function shareables(answer: Answer, sources: Sources): Shareable[] {
  if (answer.kind === 'not-found') return answer.nearest.map((headline) => headlineAlone(headline, answer, sources));
  if (answer.kind === 'listing') return answer.articles.map((headline) => headlineAlone(headline, answer, sources));
  return allQuotes(answer).flatMap((quote) => quoteAlone(quote, answer, sources.linkTo) ?? []);
}

/** A quotation that stands for itself: with the question above it and the source below; null where it has no source. */
function quoteAlone(quote: Quote, answer: Answer, linkTo: LinkTo): Shareable | null {
  const citation = answer.citations.find(({ number }) => number === quote.citation);
  if (citation === undefined) return null;
  const { lang, localNames, partial, question, reader } = answer;
  const words = catalogue(lang);
  const own: Citation = { ...withLocalOutlet(citation, answer, words), number: 1 };
  const [outlet, date] = describe(own, words);
  const quoted = quotationMaker([own], words, localNames)({ ...quote, citation: 1 }, 'point');
  return {
    press: { kind: 'passage', place: quotePlace(own.articleId, quote) },
    title: [outlet, date].join(' · '),
    detail: quote.quote,
    body: [
      faint(words.chat.asked(visibleLine(question))),
      ...quotation(quoted, '', words),
      apart(line('[1] ', ...sourceOf(own, words))),
      ...toRead(own.articleId, linkTo, words),
      ...(partial === true ? [faint(words.partial)] : []),
      ...(reader === undefined ? [] : [faint(words.readByModel)]),
    ],
  };
}

/** An article that stands for itself; where nothing answers, with what is lacking above it, and marked as no answer. */
function headlineAlone(headline: Headline, answer: NotFound | Listing, { articleBy, linkTo }: Sources): Shareable {
  const words = catalogue(answer.lang);
  const key = articleKey(headline.articleId);
  const { url = null, digest = false } = articleBy(key) ?? {};
  const article = { ...withLocalOutlet(headline, answer, words), url, digest };
  const [outlet, date, title] = describe(article, words);
  const isAnswer = answer.kind === 'listing';
  const [nothing = []] = isAnswer ? [] : answerDocument(answer).sections;
  const lacking = nothing.flatMap((block) => (block.kind === 'text' ? [line(block.text)] : []));
  return {
    press: { kind: 'article', article: key, page: 0 },
    title,
    detail: [isAnswer ? null : words.chat.titles['not-found'], outlet, date]
      .filter((part) => part !== null)
      .join(' · '),
    body: [
      faint(words.chat.asked(visibleLine(answer.question))),
      ...lacking,
      ...(isAnswer ? [] : [apart(line(words.nearest))]),
      line(...sourceOf(article, words)),
      ...toRead(headline.articleId, linkTo, words),
    ],
  };
}

function toRead(id: ArticleId, linkTo: LinkTo, words: Catalogue): Paragraph[] {
  const link = linkTo(articleKey(id));
  return link === null ? [] : [line(linked(words.chat.buttons.wholeArticle, link))];
}

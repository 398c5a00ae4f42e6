import { scriptOf, type Article, type Converted, type InterfaceLang } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { describe, quoteInContext, type Describable } from '../document/describe.ts';
import { caption, visibleLine } from '../visible-text.ts';
import type { QuotePlace } from './archive.ts';
import { articleKey } from './article-keys.ts';
import { apart, faint, line, linked, type Paragraph, type Span } from './paragraph.ts';
import { quotePlace } from './press.ts';
import { other } from './render-answer.ts';
import { inOwnLines, quoted, sourceOf } from './render-quote.ts';
import type { Choice, Reply } from './reply.ts';

/** UTF-16 units. */
const TITLE_LENGTH = 300;
const DETAILS_LENGTH = 600;

/** An article, of which one page is shown at a time. */
export function renderArticle(article: Article, page: number, lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  const key = articleKey(article.id);
  return {
    head: [],
    body: [
      line({ ...linked(caption(article.title, TITLE_LENGTH), article.url), style: 'bold' }),
      faint(about(article, words)),
      ...article.blocks.map(({ start, end }) => apart(line(inOwnLines(article.text.slice(start, end))))),
    ],
    pages: { at: page, isLong: true, press: (at) => ({ kind: 'article', article: key, page: at }) },
  };
}

function about(article: Article, words: Catalogue): string {
  const [outlet, date] = describe(article, words);
  const parts = [outlet, article.author, date, article.tags.join(' '), article.id];
  return caption(
    parts.flatMap((part) => (part === null || part === '' ? [] : visibleLine(part))).join(' · '),
    DETAILS_LENGTH,
  );
}

/** The passage around a quote, which stands out in it. */
export function renderPassage(article: Article, place: QuotePlace, lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  const { start, end } = place;
  const quote = article.text.slice(start, end);
  const context = quoteInContext(article, place) ?? { before: '', quote, after: '', start, end };
  const spans: Span[] = [
    { text: inOwnLines(context.before) },
    { text: inOwnLines(context.quote), style: 'bold' },
    { text: inOwnLines(context.after) },
  ];
  const passage = { ...context, quote: `${context.before}${context.quote}${context.after}` };
  const script = scriptOf(passage.quote);
  const buttons: Choice[] = [
    { label: words.chat.buttons.wholeArticle, press: { kind: 'article', article: articleKey(article.id), page: 0 } },
    ...(script === null
      ? []
      : [
          {
            label: words.chat.buttons.inScript[other(script)],
            press: { kind: 'script', place: quotePlace(article.id, passage) },
          } as const,
        ]),
  ];
  return { head: [], body: [{ spans, role: 'folded' }, apart(line(...sourceOf(article, words)))], buttons: [buttons] };
}

/** A quote that was converted, and the article that it is from; null where it reads the same in both scripts. */
export interface ConvertedQuote {
  readonly source: Describable & Pick<Article, 'url'>;
  readonly converted: Converted | null;
}

/** Quotes in the other script, which is said above them. */
export function renderConverted(quotes: readonly ConvertedQuote[], lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  const body = quotes.flatMap(({ source, converted }): Paragraph[] =>
    converted === null ? [] : [apart(quoted(converted.text)), line(...sourceOf(source, words))],
  );
  const script = quotes.find(({ converted }) => converted !== null)?.converted?.script;
  if (script === undefined) return { head: [], body: [line(words.chat.sameInBothScripts)], isNotice: true };
  return { head: [], body: [faint(words.chat.converted[script]), ...body] };
}

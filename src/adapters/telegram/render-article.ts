import { scriptOf, type Article, type Converted, type InterfaceLang } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { articleKey } from '../chat/article-keys.ts';
import { describe, quoteInContext } from '../document/describe.ts';
import { visibleLine } from '../visible-text.ts';
import type { QuotePlace } from '../chat/archive.ts';
import { button, quotePlace } from './buttons.ts';
import { apart, line, linked, type Paragraph, type Span } from './paragraph.ts';
import type { Reply } from './render-answer.ts';
import { inOwnLines, quoted, sourceOf } from './render-quote.ts';

/** UTF-16 units of an article that are shown at a time: one message. */
const PAGE = 3_000;

/** A part of an article, from an offset in UTF-16 units on, with a button for the next part. */
export function renderArticle(article: Article, from: number, lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  const page = pageFrom(article, from);
  const last = page.at(-1)?.end ?? article.text.length;
  const more = article.blocks.some(({ start }) => start >= last);
  return {
    head: [],
    body: [
      line({ ...linked(visibleLine(article.title), article.url), style: 'bold' }),
      ...(from === 0 ? [line(about(article, words))] : []),
      ...page.map(({ start, end }) => apart(line(inOwnLines(article.text.slice(start, end))))),
    ],
    buttons: more
      ? [[button(words.chat.buttons.readOn, { kind: 'article', article: articleKey(article.id), from: last })]]
      : [],
  };
}

function about(article: Article, words: Catalogue): string {
  const [outlet, date] = describe(article, words);
  return [outlet, article.author, date, article.id]
    .flatMap((part) => (part === null ? [] : visibleLine(part)))
    .join(' · ');
}

// Whole blocks, as many as fit, but one at least.
function pageFrom({ blocks }: Article, from: number): Article['blocks'] {
  const rest = blocks.filter(({ end }) => end > from);
  const first = rest[0]?.start ?? 0;
  const beyond = rest.findIndex(({ end }, at) => at > 0 && end - first > PAGE);
  return beyond === -1 ? rest : rest.slice(0, beyond);
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
  const other = script === null ? null : words.chat.buttons.inScript[script === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant'];
  return {
    head: [],
    body: [{ spans, quote: 'whole' }, apart(line(...sourceOf(article, words)))],
    buttons: [
      [
        button(words.chat.buttons.wholeArticle, { kind: 'article', article: articleKey(article.id), from: 0 }),
        ...(other === null ? [] : [button(other, { kind: 'script', place: quotePlace(article.id, passage) })]),
      ],
    ],
  };
}

/** A quote that was converted to the other script, which is said above it; or that there is no other way to write it. */
export function renderConverted(article: Article, converted: Converted | null, lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  const body: Paragraph[] =
    converted === null
      ? [line(words.chat.sameInBothScripts)]
      : [line({ text: words.chat.converted[converted.script], style: 'italic' }), quoted(converted.text)];
  return { head: [], body: [...body, apart(line(...sourceOf(article, words)))], buttons: [] };
}

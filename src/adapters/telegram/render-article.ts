import { passageAround, scriptOf, type Article, type Converted, type InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { articleKey, quoteMark } from '../chat/article-keys.ts';
import { visibleLine } from '../visible-text.ts';
import { button, quotePlace, type QuotePlace } from './buttons.ts';
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
      ...(from === 0 ? [line(about(article, lang))] : []),
      ...page.map(({ start, end }) => apart(line(inOwnLines(article.text.slice(start, end))))),
    ],
    buttons: more
      ? [[button(words.chat.buttons.readOn, { kind: 'article', article: articleKey(article.id), from: last })]]
      : [],
  };
}

function about({ outlet, author, date, digest, id }: Article, lang: InterfaceLang): string {
  const words = catalogue(lang);
  const name = outlet ?? words.unknownOutlet;
  return [digest ? words.digestOf(name) : name, author, date ?? words.undated, id]
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

/** The slice of the article that a button means; null where the article does not say it any more. */
export function quoteAt(article: Article, { start, end, mark }: QuotePlace): string | null {
  const quote = article.text.slice(start, end);
  return start < end && quoteMark(quote) === mark ? quote : null;
}

/** The passage around a quote, which stands out in it. */
export function renderPassage(article: Article, { start, end }: QuotePlace, lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  const around = passageAround(article, { start, end }) ?? { start, end };
  const cut = (from: number, to: number): string => inOwnLines(article.text.slice(from, to));
  const spans: Span[] = [
    { text: cut(around.start, start) },
    { text: cut(start, end), style: 'bold' },
    { text: cut(end, around.end) },
  ];
  const passage = { quote: article.text.slice(around.start, around.end), ...around };
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

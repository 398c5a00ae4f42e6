import {
  scriptOf,
  USUAL_LIMITS,
  type Answer,
  type Article,
  type ArticleId,
  type InterfaceLang,
} from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { answerDocument } from '../document/answer-document.ts';
import type { DocumentOptions } from '../document/section-context.ts';
import { quotationsOf, type Block, type Document, type QuotationBlock, type Section } from '../document/blocks.ts';
import { caption, visibleLine } from '../visible-text.ts';
import { articleKey } from './article-keys.ts';
import { apart, bold, faint, line, type Paragraph } from './paragraph.ts';
import { askedOf, quotePlace, writePress } from './press.ts';
import { headlineOf, joinItems, originOf, quotation, sourceList } from './render-quote.ts';
import type { Choice, Menu, MenuChoice, Reply } from './reply.ts';

/** What an answer's own words do not say of it. */
export interface AnswerOptions extends DocumentOptions {
  /** How often there was more already. */
  readonly level: number;
  /** Which page is shown, from 0, where not all are. */
  readonly page?: number;
  /** Whether quotes are numbered, for their buttons. */
  readonly isNumbered: boolean;
  /** Whether only one person sees it, who may then share it. */
  readonly isPrivate: boolean;
}

/** UTF-16 units of a line of the program's own, and of a question that is shown. */
const LINE_LENGTH = 400;
const SENTENCE_LENGTH = 1_200;
const QUESTION_LENGTH = 1_100;

/** An answer of any kind as a reply. */
export function renderAnswer(answer: Answer, options: AnswerOptions): Reply {
  const words = catalogue(answer.lang);
  const document = answerDocument(answer, options);
  const { notes, sections, sources, mark } = document;
  const isOfQuestion = answer.kind !== 'rejected' && answer.kind !== 'greeting';
  // Only quotes that have buttons are numbered, and only where there are several.
  const isNumbered = options.isNumbered && answer.kind === 'answered' && quotationsOf(document).length > 1;
  const markOf = ({ number }: QuotationBlock): string => (isNumbered ? ordinal(number) : '');
  const body = [
    ...notes.map((note) => faint(caption(note, LINE_LENGTH))),
    ...sections.flatMap((section) => begun(paragraphsOf(section, markOf, words))),
  ];
  return {
    title: titleOf(answer, words),
    head: headOf(answer, words),
    // There is always something to say.
    body: body.some(({ spans }) => spans.some(({ text }) => text.trim() !== '')) ? body : [line(words.notFound)],
    ...(sources.length > 0 && { sources: sourceList(sources, words) }),
    ...(mark !== null && { mark }),
    // A button for a quote needs its number; a menu shows the quote itself.
    menus: menusOf(document, words).filter(
      ({ of }) => of !== 'quotes' || answer.kind === 'answered' || !options.isNumbered,
    ),
    buttons: [buttonsOf(answer, options, words)],
    pages: {
      at: options.page ?? 0,
      isLong: false,
      press: (page) => ({ kind: 'page', page, asked: askedOf(answer, options.level) }),
    },
    ...(isOfQuestion && { answers: answer.resolved }),
  };
}

// Whoever is asked back has not been told that there is no answer.
function titleOf(answer: Answer, { chat }: Catalogue): string | null {
  if (answer.kind !== 'not-found') return chat.titles[answer.kind];
  if (answer.reason?.code === 'no-context' || answer.reason?.code === 'no-subject') return null;
  return answer.partial === true ? chat.titleInPart : chat.titles[answer.kind];
}

const begun = ([first, ...rest]: readonly Paragraph[]): Paragraph[] =>
  first === undefined ? [] : [apart(first), ...rest];

// The one line from which the question can be read again, after a restart too; see questionFromMessage.
function headOf({ kind, question, understood }: Answer, words: Catalogue): Paragraph[] {
  if (kind === 'greeting' || kind === 'rejected' || visibleLine(question) === '') return [];
  const shown = caption(understood ?? question, QUESTION_LENGTH);
  if (understood !== null) return [faint(words.understood(shown))];
  return [faint(words.chat.asked(shown))];
}

type MarkOf = (block: QuotationBlock) => string;

function paragraphsOf(section: Section, markOf: MarkOf, words: Catalogue): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let items: Paragraph[] = [];
  const closeList = (): void => {
    paragraphs.push(...joinItems(items));
    items = [];
  };
  for (const [at, block] of section.entries()) {
    if (block.kind === 'quotation' && block.role === 'item') items.push(...quotation(block, markOf(block), words));
    else {
      closeList();
      paragraphs.push(...paragraphsOfBlock(block, section[at + 1], { markOf, words }));
    }
  }
  closeList();
  return paragraphs;
}

function paragraphsOfBlock(
  block: Block,
  next: Block | undefined,
  { markOf, words }: { markOf: MarkOf; words: Catalogue },
): Paragraph[] {
  switch (block.kind) {
    case 'text': {
      if (block.role === 'heading') return [line(bold(caption(block.text, LINE_LENGTH)))];
      if (block.role === 'sentence') return [line(caption(block.text, SENTENCE_LENGTH))];
      // The label above a repeated fact takes that quotation's number.
      const mark = next?.kind === 'quotation' && next.role === 'duplicate' ? markOf(next) : '';
      return [faint(`${mark}${caption(block.text, LINE_LENGTH)}`)];
    }
    case 'quotation':
      return quotation(block, block.role === 'duplicate' ? '' : markOf(block), words);
    case 'entry': {
      const note = block.note === null ? '' : ` · ${caption(block.note, LINE_LENGTH)}`;
      return [line(`${block.number}. ${headlineOf(block.article, words)}${note}`)];
    }
    case 'reading': {
      const outlet = words.speaker(caption(block.outlet, LINE_LENGTH));
      return [
        { ...line(`${outlet}${caption(block.text, LINE_LENGTH)} `, `[${block.citation}]`), cites: [block.citation] },
      ];
    }
  }
}

function buttonsOf(
  answer: Answer,
  { level, page = 0, listedBefore = 0, isPrivate }: AnswerOptions,
  words: Catalogue,
): Choice[] {
  const { kind, points, filters } = answer;
  if (kind === 'rejected' || kind === 'about' || kind === 'greeting') return [];
  const { buttons } = words.chat;
  const asked = askedOf(answer, level);
  const script = points.map(({ quote }) => scriptOf(quote)).find((each) => each !== null);
  const isFiltered = Object.values(filters).some((filter) => filter != null);
  return [
    ...(mayHaveMore(answer, listedBefore)
      ? [{ label: buttons.more, press: { kind: 'more', asked: { ...asked, level: level + 1 } } } as const]
      : []),
    ...(script === undefined
      ? []
      : [{ label: buttons.inScript[other(script)], press: { kind: 'convert', page, asked } } as const]),
    ...(isFiltered
      ? [{ label: buttons.anywhere, press: { kind: 'anywhere', asked: { ...asked, level: 0 } } } as const]
      : []),
    ...(isPrivate ? [{ label: words.slash.share, press: { kind: 'share', page, asked } } as const] : []),
  ];
}

export const other = (script: 'zh-Hant' | 'zh-Hans'): 'zh-Hant' | 'zh-Hans' =>
  script === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant';

function mayHaveMore(answer: Answer, listedBefore: number): boolean {
  switch (answer.kind) {
    case 'answered':
    case 'comparison':
      return true;
    case 'timeline':
      // Where there are fewer events than could be, there are no more.
      return answer.events.length >= USUAL_LIMITS.timeline;
    case 'listing':
      return listedBefore + answer.articles.length < answer.total;
    case 'not-found':
    case 'rejected':
    case 'about':
    case 'greeting':
      return false;
  }
}

function menusOf(document: Document, words: Catalogue): Menu[] {
  const quotations = quotationsOf(document);
  const { menus, buttons } = words.chat;
  const passageOf = (
    { source, citation, slice, start, end }: QuotationBlock['alsoIn'][number],
    mark: string,
  ): MenuChoice[] =>
    source === null
      ? []
      : [
          {
            label: `[${citation}] ${visibleLine(slice)}`,
            short: `${mark}${buttons.passage}`,
            detail: headlineOf(source, words),
            cites: citation,
            press: { kind: 'passage', place: quotePlace(source.articleId, { quote: slice, start, end }) },
          },
        ];
  const quotes = quotations.flatMap((block) =>
    [block, ...block.alsoIn].flatMap((place) => {
      if (place !== block) return passageOf(place, `[${place.citation}] `);
      return passageOf(block, quotations.length > 1 ? ordinal(block.number) : '');
    }),
  );
  const sources = document.sources.map((source) =>
    articleChoice(source.articleId, {
      label: `[${source.number}] ${visibleLine(source.title)}`,
      short: `[${source.number}] ${buttons.wholeArticle}`,
      detail: originOf(source, words),
      cites: source.number,
    }),
  );
  const entries = document.sections
    .flat()
    .filter((block) => block.kind === 'entry')
    .map(({ number, article }) => {
      const label = `${number}. ${visibleLine(article.title) || buttons.wholeArticle}`;
      return articleChoice(article.articleId, { label, short: label, detail: originOf(article, words) });
    });
  const all: Menu[] = [
    { of: 'quotes', caption: menus.passage, choices: onceEach(quotes) },
    { of: 'sources', caption: menus.article, choices: onceEach(sources) },
    { of: 'headlines', caption: menus.article, choices: onceEach(entries) },
  ];
  return all.filter(({ choices }) => choices.length > 0);
}

/** Articles to choose from, below a sentence. */
export function listOf(articles: readonly Article[], above: string, lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  const choices = articles.map((article, at) => {
    const label = `${at + 1}. ${visibleLine(article.title)}`;
    return articleChoice(article.id, { label, short: label, detail: originOf(article, words) });
  });
  return {
    head: [],
    body: [line(above), ...articles.map((article, at) => line(`${at + 1}. ${headlineOf(article, words)}`))],
    menus: [{ of: 'headlines', caption: words.chat.menus.article, choices }],
  };
}

const articleChoice = (id: ArticleId, words: Omit<MenuChoice, 'press'>): MenuChoice => ({
  ...words,
  press: { kind: 'article', article: articleKey(id), page: 0 },
});

// A quote, or an article, may stand in an answer twice; what is pressed is one.
function onceEach(choices: readonly MenuChoice[]): MenuChoice[] {
  const ids = choices.map(({ press }) => writePress(press));
  return choices.filter((_, at) => ids.indexOf(ids[at] ?? '') === at);
}

/** The number by which the buttons call a quotation: ① to ⑳, which cannot be taken for that of a source. */
const ordinal = (number: number): string => (number <= 20 ? `${String.fromCharCode(0x245f + number)} ` : `${number}. `);

import { scriptOf, type Answer } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { articleKey, quoteMark } from '../chat/article-keys.ts';
import { buttonId, type AskedWith, type Press } from './button-ids.ts';
import { pagesOf, type Page, type ShownQuote } from './layout.ts';
import { clip, plainLine, type PlainText } from './markdown.ts';
import { isAllThereIs, nextLimit } from '../document/more.ts';
import { AUTHOR_LIMIT, ROW_LIMIT, type Button, type Message } from './message.ts';
import { sourceList } from './quotation.ts';
import { layoutAnswer, type CoveredDays } from './render-answer.ts';
import { shortName } from './short-names.ts';

/** How an answer is shown: which page of it, below which buttons. */
export interface Showing {
  readonly asked: AskedWith;
  readonly page: number;
  /** Whether only the person sees it, who then may share it. */
  readonly isPrivate: boolean;
  readonly days: CoveredDays;
}

/** UTF-16 units: longer than any question that is looked up, with the words before it. */
const QUESTION_LENGTH = 1_100;
const LABEL_LENGTH = 40;
/** Of the five rows that Discord allows, one is for the answer and one for its pages. */
const PASSAGE_ROWS = 3;

/** One page of an answer as a message. The question stands in it, since its buttons are all that is left after a restart. */
export function answerMessage(answer: Answer, showing: Showing): Message {
  const words = catalogue(answer.lang);
  const pages = pagesOf(layoutAnswer(answer, showing.days), (citations) => sourceList(citations, words));
  const at = Math.min(showing.page, pages.length - 1);
  const page = pages[at] ?? pages[0];
  if (page === undefined) throw new Error('An answer has at least one page');
  const asked = narrowedBy(answer, showing.asked);
  const view = { words, pages: pages.length, at, page };
  return {
    ...noMore(answer, asked, words),
    ...questionOf(answer, words),
    text: page.text,
    rows: [
      answerButtons(answer, { ...showing, asked, page: at }, view),
      ...rowsOf(passageButtons(page.quotes, words)),
      pageButtons(view, (page) => ({ action: 'page', page, asked })),
    ].filter((row) => row.length > 0),
  };
}

// Somebody who asked for more is told that this is all.
const noMore = (answer: Answer, asked: AskedWith, words: Catalogue): Pick<Message, 'footer'> =>
  isAllThereIs(answer, asked.limit) ? { footer: plainLine(words.noMore, QUESTION_LENGTH) } : {};

// Above the text where it fits, else below it: neither place knows markup.
function questionOf({ question, understood, kind }: Answer, words: Catalogue): Pick<Message, 'author' | 'footer'> {
  if (kind === 'rejected' || kind === 'greeting') return {};
  const shown = plainLine(
    understood === null ? words.chat.asked(question) : words.understood(understood),
    QUESTION_LENGTH,
  );
  return shown.length <= AUTHOR_LIMIT ? { author: shown } : { footer: shown };
}

// What was given, in the words of the answer, which are as short as can be. A follow-up owes its kind and what it is narrowed to
// to the turns before, and neither is in the whole question's words.
function narrowedBy(answer: Answer, asked: AskedWith): AskedWith {
  const { filters, lang, understood } = answer;
  const isFollowUp = understood !== null;
  const kept = (given: string | undefined, read: string | null | undefined): string | undefined =>
    given === undefined && !isFollowUp ? undefined : (read ?? given);
  return {
    ...asked,
    lang,
    as: isFollowUp ? (answer.resolved.as ?? asked.as) : asked.as,
    outlet: shortName(kept(asked.outlet, filters.outlet)),
    author: kept(asked.author, filters.author),
    tag: shortName(kept(asked.tag, filters.tag)),
    since: kept(asked.since, filters.since),
    until: kept(asked.until, filters.until),
  };
}

interface View {
  readonly words: Catalogue;
  readonly pages: number;
  readonly at: number;
  readonly page: Page;
}

function answerButtons(answer: Answer, { asked, page: at, isPrivate }: Showing, { words, page }: View): Button[] {
  if (answer.kind === 'rejected' || answer.kind === 'greeting') return [];
  const { buttons } = words.chat;
  const more = nextLimit(answer, asked.limit);
  const script = page.quotes.map(({ quote }) => scriptOf(quote)).find((each) => each !== null);
  return [
    ...(more === null ? [] : button(buttons.more, { action: 'page', page: 0, asked: { ...asked, limit: more } })),
    ...(script === undefined
      ? []
      : button(buttons.inScript[script === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant'], { action: 'convert', page: at, asked })),
    ...(isPrivate ? button(words.slash.share, { action: 'share', page: at, asked }) : []),
  ];
}

function passageButtons(quotes: readonly ShownQuote[], words: Catalogue): Button[] {
  const buttons = quotes.slice(0, PASSAGE_ROWS * ROW_LIMIT).flatMap(({ ordinal, articleId, start, end, quote }) =>
    button(`${ordinal} ${words.chat.buttons.passage}`, {
      action: 'passage',
      article: articleKey(articleId),
      start,
      end,
      mark: quoteMark(quote),
    }),
  );
  // One quote may stand on a page twice; Discord takes no two buttons of one id.
  return buttons.filter(({ id }, at) => buttons.findIndex((other) => other.id === id) === at);
}

const rowsOf = (buttons: readonly Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / ROW_LIMIT) }, (_, n) =>
    buttons.slice(n * ROW_LIMIT, (n + 1) * ROW_LIMIT),
  );

/** Back, where one is, next; none where there is but one page. */
export function pageButtons(
  { words, pages, at }: Pick<View, 'words' | 'pages' | 'at'>,
  press: (page: number) => Press,
): Button[] {
  if (pages < 2) return [];
  return [
    ...(at > 0 ? button(words.slash.previous, press(at - 1)) : []),
    { id: 'where', label: `${at + 1}/${pages}` as PlainText, isDisabled: true },
    ...(at < pages - 1 ? button(words.slash.next, press(at + 1)) : []),
  ];
}

/** One button, or none where what it does cannot be written down. */
export function button(label: string, press: Press): Button[] {
  const id = buttonId(press);
  return id === null ? [] : [{ id, label: plainLine(clip(label, LABEL_LENGTH), LABEL_LENGTH) }];
}

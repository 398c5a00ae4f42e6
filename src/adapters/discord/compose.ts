import { ButtonStyle, ComponentType, type APIButtonComponentWithCustomId, type APISelectMenuOption } from 'discord.js';
import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { chunk } from '../chat/chunk.ts';
import type { Paragraph } from '../chat/paragraph.ts';
import { writePress } from '../chat/press.ts';
import type { Choice, Menu, MenuChoice, Reply } from '../chat/reply.ts';
import { splitMessages, type Room } from '../chat/split.ts';
import { caption } from '../visible-text.ts';
import { markUp, plainLine, type PlainText } from './markdown.ts';
import {
  AUTHOR_LIMIT,
  LABEL_LIMIT,
  OPTION_LIMIT,
  OPTIONS_LIMIT,
  ROW_LIMIT,
  roomInPlain,
  ROWS_LIMIT,
  type Message,
  type Row,
} from './message.ts';

/** How much of a reply is on one page, in UTF-16 units of Markdown: what can be read without losing one's place; of plain text, what fits. */
const PAGE_LENGTH = 3_000;
/** UTF-16 units before escaping, which at most doubles them. */
const PIECE_LENGTH = { embed: 600, text: 300 } as const;
/** UTF-16 units: longer than any question that is looked up, with the words before it. */
const QUESTION_LENGTH = 1_150;
const BUTTON_LENGTH = 40;
/** Menus below one page. */
const MENUS = 3;

/** Whether a message may have an embed, or has to be plain text. */
export type Form = keyof typeof PIECE_LENGTH;

/** One page of a reply as a message. The question stands in it, since it and the buttons are all that is left after a restart. */
export function compose(
  { title, head, body, sources, mark, menus = [], buttons = [], pages }: Reply,
  lang: InterfaceLang,
  form: Form,
): Message {
  const words = catalogue(lang);
  const label = plainLine(words.labels.link, LABEL_LIMIT);
  const around = {
    ...(title != null && { title: plainLine(title, AUTHOR_LIMIT) }),
    ...questionOf(head),
    ...(mark !== undefined && { mark: plainLine(mark, AUTHOR_LIMIT) }),
  };
  const size = { length: form === 'embed' ? PAGE_LENGTH : roomInPlain(around), piece: PIECE_LENGTH[form] };
  const all = splitMessages(body, { ...size, ...roomFor(label, sources) });
  const at = Math.min(pages?.at ?? 0, all.length - 1);
  const page = all[at] ?? [];
  const isCut = pages === undefined && all.length > 1;
  const text = markUp(isCut ? [...page, ELLIPSIS] : page, label);
  const cited = new Set(page.flatMap(({ cites }) => cites ?? []));
  return {
    ...around,
    text,
    rows: [
      ...menus.flatMap((menu) => menusOf(menu, cited)).slice(0, MENUS),
      ...chunk(buttons.flat().map(buttonOf), ROW_LIMIT),
      pages === undefined ? [] : pageButtons(all.length, at, { words, press: pages.press }),
    ]
      .filter((row) => row.length > 0)
      .slice(0, ROWS_LIMIT)
      .map((components) => ({ type: ComponentType.ActionRow, components })),
  };
}

const ELLIPSIS: Paragraph = { spans: [{ text: '…' }] };

function roomFor(label: PlainText, sources: Reply['sources']): Omit<Room, 'length' | 'piece'> {
  const measured = new Map<Paragraph, number>();
  return {
    entities: Number.POSITIVE_INFINITY,
    measure(paragraph) {
      const length = measured.get(paragraph) ?? markUp([paragraph], label).length;
      measured.set(paragraph, length);
      return { length, entities: 0 };
    },
    // Each page has the sources that it cites.
    below(chosen) {
      const cited = sources?.list.filter(({ number }) => chosen.some(({ cites }) => cites?.includes(number))) ?? [];
      return sources === undefined || cited.length === 0 ? [] : [sources.heading, ...cited];
    },
  };
}

// Above the text where it fits, else below it: neither place knows markup.
function questionOf([first]: readonly Paragraph[]): Pick<Message, 'author' | 'footer'> {
  if (first === undefined) return {};
  const shown = plainLine(first.spans.map(({ text }) => text).join(''), QUESTION_LENGTH);
  return shown.length <= AUTHOR_LIMIT ? { author: shown } : { footer: shown };
}

// Quotes and sources of the page; a menu holds 25 choices.
function menusOf({ of, caption: placeholder, choices }: Menu, cited: ReadonlySet<number>): Row['components'][] {
  const onPage = of === 'headlines' ? choices : choices.filter(({ cites }) => cites === undefined || cited.has(cites));
  return chunk(onPage, OPTIONS_LIMIT).map((each, n, { length }) => [
    {
      type: ComponentType.StringSelect,
      custom_id: `${of}:${n}`,
      placeholder: plainLine(length === 1 ? placeholder : `${placeholder} ${n + 1}/${length}`, OPTION_LIMIT),
      options: each.map(optionOf),
    },
  ]);
}

const optionOf = ({ label, detail = '', press }: MenuChoice): APISelectMenuOption => ({
  value: writePress(press),
  label: caption(label, OPTION_LIMIT) || '…',
  ...(detail.trim() !== '' && { description: caption(detail, OPTION_LIMIT) }),
});

const buttonOf = ({ label, press }: Choice): APIButtonComponentWithCustomId => button(writePress(press), label);

const button = (id: string, label: string): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  custom_id: id,
  label: plainLine(label, BUTTON_LENGTH),
  style: ButtonStyle.Secondary,
});

// Back, where one is, next; none where there is but one page.
function pageButtons(
  count: number,
  at: number,
  { words, press }: { words: ReturnType<typeof catalogue>; press: NonNullable<Reply['pages']>['press'] },
): APIButtonComponentWithCustomId[] {
  if (count < 2) return [];
  return [
    ...(at > 0 ? [buttonOf({ label: words.slash.previous, press: press(at - 1) })] : []),
    { ...button('where', `${at + 1}/${count}`), disabled: true },
    ...(at < count - 1 ? [buttonOf({ label: words.slash.next, press: press(at + 1) })] : []),
  ];
}

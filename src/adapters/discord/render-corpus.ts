import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import type { CorpusDescription } from '../describe-corpus.ts';
import { daysBetween } from '../document/describe.ts';
import { pageButtons } from './answer-message.ts';
import type { CommandName } from './commands.ts';
import { pagesOf, type Item } from './layout.ts';
import { bold, clip, joinMarkdown, markdown, markdownLine, marked } from './markdown.ts';
import type { Message } from './message.ts';

/** UTF-16 units before escaping. */
const NAME_LENGTH = 80;

/** One page of what the corpus covers: outlets with counts and days, the largest first. */
export function sourcesMessage({ outlets, leftOut }: CorpusDescription, page: number, lang: InterfaceLang): Message {
  const words = catalogue(lang);
  const items = outlets.map(({ outlet, articles, first, last }): Item => {
    const name = bold(markdownLine(clip(outlet ?? words.unknownOutlet, NAME_LENGTH)));
    const text = joinMarkdown(
      [name, markdownLine(words.articles(articles)), markdownLine(daysBetween(first, last, words))],
      ' · ',
    );
    return { text, isTight: true };
  });
  if (leftOut.length > 0) items.push({ text: marked`-# ${markdown(words.leftOut(leftOut.length))}` });
  const pages = pagesOf({ heading: bold(markdown(words.sources)), items, citations: [] }, () => marked``);
  const at = Math.min(page, pages.length - 1);
  const row = pageButtons({ words, pages: pages.length, at }, (page) => ({ action: 'sources', page, lang }));
  return { text: pages[at]?.text ?? marked``, rows: row.length === 0 ? [] : [row] };
}

/** What can be asked, with examples and the commands. */
export function helpMessage(lang: InterfaceLang): Message {
  const words = catalogue(lang);
  const commands = Object.keys(words.chat.commands) as CommandName[];
  return {
    text: joinMarkdown(
      [
        joinMarkdown([markdown(words.greeting.help), markdown(words.slash.otherWays)], '\n'),
        joinMarkdown(
          [
            bold(markdown(words.examplesHeading)),
            ...words.examples.map((example) => marked`> ${markdownLine(example)}`),
          ],
          '\n',
        ),
        joinMarkdown(
          [
            bold(markdown(words.slash.commandsHeading)),
            ...commands.map(
              (name) =>
                marked`${bold(marked`/${markdownLine(words.slash.names[name])}`)} ${markdown(words.chat.commands[name])}`,
            ),
          ],
          '\n',
        ),
      ],
      '\n\n',
    ),
  };
}

/** A sentence as a message. */
export const sentenceMessage = (sentence: string): Message => ({ text: markdown(sentence) });

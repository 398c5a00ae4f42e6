import type { Answer } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { answerDocument, type DocumentOptions } from '../document/answer-document.ts';
import type { Section, TextBlock } from '../document/blocks.ts';
import type { Item, Layout } from './layout.ts';
import { bold, clip, faint, joinMarkdown, markdown, markdownLine, marked, type DiscordMarkdown } from './markdown.ts';
import { headlineOf, NAME_LENGTH, quotation } from './quotation.ts';

/** UTF-16 units before escaping. */
const LINE_LENGTH = 400;
const SENTENCE_LENGTH = 1_200;

/** From when to when the corpus has reports: said where filters by days leave nothing. */
export type CoveredDays = NonNullable<DocumentOptions['days']>;

/** An answer as a message, before it is parted into pages. */
export function layoutAnswer(answer: Answer, days: CoveredDays): Layout {
  const words = catalogue(answer.lang);
  const { notes, sections, sources } = answerDocument(answer, { days });
  const items = sections.flatMap((section) => itemsOf(section, words));
  // There is always something to say.
  const something = items.some(({ text }) => text.trim() !== '') ? items : [{ text: markdown(words.notFound) }];
  const heading = joinMarkdown(
    notes.map((note) => faint(clip(note, LINE_LENGTH))),
    '\n',
  );
  return { heading, items: something, citations: sources };
}

// Texts stand right above the item that they belong to, and are not parted from it.
function itemsOf(section: Section, words: Catalogue): Item[] {
  const items: Item[] = [];
  let above: DiscordMarkdown = marked``;
  for (const block of section) {
    if (block.kind === 'text') {
      above = joinMarkdown([above, textOf(block)], '\n');
      continue;
    }
    if (block.kind === 'quotation') items.push(...quotation(block, above, words));
    else {
      const line =
        block.kind === 'entry'
          ? // A list of Discord's own would swallow what comes after it.
            { text: marked`${block.number}\\. ${headlineOf(block.article, words)}` }
          : {
              text: marked`${markdownLine(clip(block.outlet, NAME_LENGTH))} · ${bold(markdownLine(clip(block.text, NAME_LENGTH)))} [${block.citation}]`,
              cites: block.citation,
            };
      items.push({ ...line, text: joinMarkdown([above, line.text], '\n'), isTight: items.length > 0 });
    }
    above = marked``;
  }
  return above === '' ? items : [...items, { text: above }];
}

function textOf({ role, text }: TextBlock): DiscordMarkdown {
  switch (role) {
    case 'heading':
      return bold(markdownLine(clip(text, LINE_LENGTH)));
    case 'label':
      return faint(clip(text, LINE_LENGTH));
    case 'sentence':
      return markdown(clip(text, SENTENCE_LENGTH));
  }
}

import type { Answer } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { answerDocument } from '../document/answer-document.ts';
import type { DocumentOptions } from '../document/section-context.ts';
import type { Block, QuotationBlock } from '../document/blocks.ts';
import { describe } from '../document/describe.ts';
import { sourceList } from './render-citations.ts';
import type { RenderContext } from './render-context.ts';
import { joinText, terminalLine, terminalText, text, type TerminalText } from './terminal-text.ts';
import type { View } from './view.ts';
import { hang, wrap } from './wrap.ts';

/** An answer as it is shown to a person: quotations with their speakers, then the numbered sources. Ends without a line feed. */
export function renderAnswer(answer: Answer, view: View, options: DocumentOptions = {}): TerminalText {
  const words = catalogue(answer.lang);
  const context: RenderContext = { view, words };
  const { notes, sections, sources, mark } = answerDocument(answer, options);
  const above = [...(answer.understood === null ? [] : [words.understood(answer.understood)]), ...notes];
  const parts = [
    above.flatMap((note) => wrap(terminalLine(note), view.width)).map(view.faint),
    ...sections.map((section) => section.flatMap((block) => blockLines(block, context))),
    sources.length === 0 ? [] : sourceList(sources, context),
    mark === null ? [] : wrap(terminalLine(mark), view.width).map(view.faint),
  ];
  return joinText(
    parts.filter((lines) => lines.length > 0).map((lines) => joinText(lines, '\n')),
    '\n\n',
  );
}

const INDENT = terminalText('  ');
// Several quotes below one heading are told apart.
const ITEM = terminalText('  - ');
const DEEPER_ITEM = terminalText('    - ');

const PREFIXES: Readonly<Record<QuotationBlock['role'], TerminalText>> = {
  point: INDENT,
  item: ITEM,
  duplicate: terminalText('    '),
  account: ITEM,
  only: DEEPER_ITEM,
  event: INDENT,
  also: DEEPER_ITEM,
  lead: ITEM,
};

function blockLines(block: Block, { view, words }: RenderContext): TerminalText[] {
  switch (block.kind) {
    case 'text':
      if (block.role === 'sentence') return wrap(terminalText(block.text), view.width);
      if (block.role === 'heading') return wrap(terminalLine(block.text), view.width).map(view.bold);
      return wrap(terminalLine(block.text), view.width - INDENT.length).map(
        (line) => text`${INDENT}${view.faint(line)}`,
      );
    case 'quotation':
      return quotation(block, { view, words });
    case 'entry': {
      const note = block.note === null ? [] : [block.note];
      const described = [...describe(block.article, words), ...note].join(' · ');
      return hang(text`  ${block.number}. `, terminalLine(described), view.width);
    }
    case 'reading':
      return hang(ITEM, terminalLine(`${words.speaker(block.outlet)}${block.text} [${block.citation}]`), view.width);
  }
}

function quotation(block: QuotationBlock, { view, words }: RenderContext): TerminalText[] {
  const { before, quote, role } = block;
  const cited = [block, ...block.alsoIn].map(({ citation }) => `[${citation}]`).join(' ');
  const prefix = PREFIXES[role];
  const speaker = block.speaker === null ? '' : words.speaker(terminalLine(block.speaker));
  const said = terminalText(`${speaker}${words.quoted(terminalText(quote))} ${cited}`);
  if (before === null) return hang(prefix, said, view.width);
  const blank = terminalText(' '.repeat(prefix.length));
  const context = hang(prefix, terminalText(words.quoted(terminalText(before))), view.width).map(view.faint);
  return [...context, ...hang(blank, said, view.width)];
}

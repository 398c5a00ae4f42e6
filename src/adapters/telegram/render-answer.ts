import type { InlineKeyboardButton } from 'telegraf/types';
import type { Answer, Question } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { answerDocument } from '../document/answer-document.ts';
import { quotationsOf, type QuotationBlock, type Section } from '../document/blocks.ts';
import { describe } from '../document/describe.ts';
import { visibleLine } from '../visible-text.ts';
import { answerButtons, ordinal, type RenderOptions } from './answer-buttons.ts';
import { apart, line, type Paragraph } from './paragraph.ts';
import { quotation, sourceList } from './render-quote.ts';

/** What a reply says, before it is parted into messages, and the buttons below it. */
export interface Reply {
  /** What comes first, and again above the last part of a long reply, whose buttons are read together with it. */
  readonly head: readonly Paragraph[];
  readonly body: readonly Paragraph[];
  readonly buttons: readonly (readonly InlineKeyboardButton[])[];
  /** The question that it answers, whole. */
  readonly answers?: Question;
}

/** An answer of any kind as a reply. */
export function renderAnswer(answer: Answer, options: RenderOptions): Reply {
  const words = catalogue(answer.lang);
  const document = answerDocument(answer, options);
  const { notes, sections, sources } = document;
  const isOfQuestion = answer.kind !== 'rejected' && answer.kind !== 'greeting';
  // Only quotes that have buttons are numbered, and only where there are several.
  const isNumbered = answer.kind === 'answered' && quotationsOf(document).length > 1;
  const markOf = ({ number }: QuotationBlock): string => (isNumbered ? ordinal(number) : '');
  return {
    head: isOfQuestion ? headOf(answer, options.asked, words) : [],
    body: [
      ...notes.map((note) => line({ text: visibleLine(note), style: 'italic' })),
      ...sections.flatMap((section) => begun(paragraphsOf(section, markOf, words))),
      ...sourceList(sources, words),
    ],
    buttons: answerButtons(answer, document, { ...options, words }),
    ...(isOfQuestion && { answers: answer.resolved }),
  };
}

const begun = ([first, ...rest]: readonly Paragraph[]): Paragraph[] =>
  first === undefined ? [] : [apart(first), ...rest];

// The one line from which the question can be read again; see questionShown.
function headOf({ understood }: Answer, asked: string | null, words: Catalogue): Paragraph[] {
  const question = understood === null ? asked : visibleLine(understood);
  if (question === null) return [];
  const sentence = understood === null ? words.chat.asked(visibleLine(question)) : words.understood(question);
  return [line({ text: sentence, style: 'italic' })];
}

type MarkOf = (block: QuotationBlock) => string;

function paragraphsOf(section: Section, markOf: MarkOf, words: Catalogue): Paragraph[] {
  return section.flatMap((block, at): Paragraph[] => {
    switch (block.kind) {
      case 'text': {
        const text = visibleLine(block.text);
        if (block.role === 'heading') return [line({ text, style: 'bold' })];
        if (block.role === 'sentence') return [line(text)];
        // The label above a repeated fact takes that quotation's number.
        const next = section[at + 1];
        const mark = next?.kind === 'quotation' && next.role === 'duplicate' ? markOf(next) : '';
        return [line(mark, { text, style: 'italic' })];
      }
      case 'quotation':
        return quotation(block, block.role === 'duplicate' ? '' : markOf(block), words);
      case 'entry': {
        const described = describe(block.article, words).join(' · ');
        return [line(`${block.number}. ${visibleLine(described)}`)];
      }
      case 'reading':
        return [line(`${words.speaker(visibleLine(block.outlet))}${visibleLine(block.text)} [${block.citation}]`)];
    }
  });
}

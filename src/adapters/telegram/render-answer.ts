import type { InlineKeyboardButton } from 'telegraf/types';
import type { Answer } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { visibleLine } from '../visible-text.ts';
import { answerBody } from './answer-body.ts';
import { answerButtons, type RenderOptions } from './answer-buttons.ts';
import { line, type Paragraph } from './paragraph.ts';

/** What a reply says, before it is parted into messages, and the buttons below it. */
export interface Reply {
  /** What comes first, and again above the last part of a long reply, whose buttons are read together with it. */
  readonly head: readonly Paragraph[];
  readonly body: readonly Paragraph[];
  readonly buttons: readonly (readonly InlineKeyboardButton[])[];
}

/** An answer of any kind as a reply. */
export function renderAnswer(answer: Answer, options: RenderOptions): Reply {
  const words = catalogue(answer.lang);
  const isOfQuestion = answer.kind !== 'rejected' && answer.kind !== 'greeting';
  return {
    head: isOfQuestion ? headOf(answer, options.asked, words) : [],
    body: answerBody(answer, options, words),
    buttons: answerButtons(answer, options, words),
  };
}

// The one line from which the question can be read again; see questionShown.
function headOf({ understood }: Answer, asked: string | null, words: Catalogue): Paragraph[] {
  const question = understood === null ? asked : visibleLine(understood);
  if (question === null) return [];
  const sentence = understood === null ? words.chat.asked(visibleLine(question)) : words.understood(question);
  return [line({ text: sentence, style: 'italic' })];
}

import { rejectionOf, type Question, type RejectionReason } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { visibleLine } from '../visible-text.ts';
import { answerPress } from './answer-press.ts';
import { aboutMessage, answerTurn } from './answer-turn.ts';
import type { ChatArchive } from './archive.ts';
import type { Asker, Showing, Turn, Who } from './asker.ts';
import type { BotParts } from './bot.ts';
import { createChatState, type ChatState } from './chat-state.ts';
import { runCommand, type ChatCommand } from './run-command.ts';
import type { Press } from './press.ts';
import { withoutQuotedLines } from './quoted-lines.ts';
import { renderHelp, type PlatformHelp } from './render-help.ts';
import type { ReplyContext } from './reply-context.ts';
import { notice, type Reply } from './reply.ts';

/** Answers questions, commands and presses, knowing of no platform; what it replies is to be shown by one. */
export interface ChatService
  extends
    Omit<ChatArchive, 'ask'>,
    Pick<ReplyContext, 'sent' | 'questionOf' | 'conversationFor'>,
    Pick<ChatState, 'ask' | 'langOf' | 'choose' | 'modelHost'> {
  /** What is wrong with a question or its filters, before it is asked; null where nothing is. */
  readonly faultOf: (question: Question) => RejectionReason | null;
  /** Answers what somebody's message says, or shows the article that it links. */
  readonly about: (message: string, asker: Asker) => Promise<Reply>;
  /** Asks as a turn of the person's conversation. A kind without words is about the last question. */
  readonly answer: (turn: Turn, who: Who, showing: Showing) => Promise<Reply>;
  readonly command: (command: ChatCommand, argument: string, asker: Asker) => Promise<Reply>;
  /** What can be asked, and how, in the language of who asks for help. */
  readonly help: (who: Who, platform: PlatformHelp) => Reply;
  /** What a press asks for, or that it cannot be shown any more; `shown`: the question that its message shows. */
  readonly pressed: (press: Press | null, shown: string | null, asker: Asker) => Promise<Reply>;
}

export function createChatService(parts: BotParts): ChatService {
  const state = createChatState(parts);
  const { archive, context } = state;
  return {
    ...archive,
    sent: context.sent,
    questionOf: context.questionOf,
    conversationFor: context.conversationFor,
    ask: state.ask,
    langOf: state.langOf,
    choose: state.choose,
    modelHost: state.modelHost,
    faultOf(question) {
      const checked = parts.corpus().checkFilters(question);
      return rejectionOf(visibleLine(question.text)) ?? ('code' in checked ? checked : null);
    },
    about: async (message, asker) => await aboutMessage(message, { ...asker, state }),
    answer: async (turn, who, showing) => await answerTurn(withoutQuotedLines(turn), { who, showing, state }),
    command: async (command, argument, asker) => await runCommand(command, argument, { ...asker, state }),
    help: (who, platform) =>
      renderHelp(state.langOf(who), { ...platform, corpus: archive.corpus(), modelHost: state.modelHost(who) }),
    async pressed(press, shown, asker) {
      const reply = press === null ? null : await answerPress(press, shown, { ...asker, state });
      return reply ?? notice(catalogue(state.langOf(asker.who)).chat.expired);
    },
  };
}

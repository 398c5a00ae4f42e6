import { MessageFlags } from 'discord.js';
import { catalogue } from '../../messages/index.ts';
import type { ChatService } from '../chat/chat-service.ts';
import { createOnce } from '../chat/once.ts';
import { readPress, type Press } from '../chat/press.ts';
import type { Reply } from '../chat/reply.ts';
import { isAmongOthers, whoOf } from './conversation.ts';
import { questionShownIn } from './replied.ts';
import type { Pressed, Responder } from './responder.ts';

/** Messages whose buttons were used that can be used once. */
const USED = 5_000;

interface PressParts {
  readonly service: ChatService;
  readonly responder: Responder;
  /** Whose question a message of the bot's answers; null where that is not known any more. */
  readonly askerOf: (pressed: Pressed) => string | null;
}

/** Does what buttons and menus stand for, knowing of them only what they and their message hold: they may be older than this process. */
export function createPressHandler({ service, responder, askerOf }: PressParts): (pressed: Pressed) => Promise<void> {
  const used = createOnce(USED);

  const made = async (given: Press, pressed: Pressed, isPrivate: boolean): Promise<Reply> => {
    const who = whoOf(pressed, isPrivate);
    // What others asked is shown to somebody alone in their own language.
    const isOwn = (askerOf(pressed) ?? who.user) === who.user;
    const press =
      isOwn || !('asked' in given) ? given : { ...given, asked: { ...given.asked, lang: service.langOf(who) } };
    const showing = { isNumbered: false, isPrivate: isPrivate && isAmongOthers(pressed) };
    return await service.pressed(press, questionShownIn(pressed.message), { who, showing });
  };
  // Once: it may be pressed twice before the first press has taken the button away.
  const once = async (pressed: Pressed, act: () => Promise<void>): Promise<void> => {
    if (!(await used.run(`${pressed.message.id} ${pressed.customId}`, act))) await pressed.deferUpdate();
  };

  return async (pressed) => {
    const press = readPress(pressed.isStringSelectMenu() ? (pressed.values[0] ?? '') : pressed.customId);
    if (press === null) return await responder.tell(pressed, catalogue(service.langOf(whoOf(pressed))).chat.expired);
    const isHidden = pressed.message.flags.has(MessageFlags.Ephemeral);
    const asker = askerOf(pressed);
    const manner = mannerOf(press, {
      isHidden,
      // What everybody sees is changed by whoever asked; others get theirs for themselves.
      isTheirs: isHidden || asker === null || asker === pressed.user.id,
      isButton: pressed.isButton(),
    });
    const make = async (): Promise<Reply> => await made(press, pressed, isHidden || manner === 'alone');
    switch (manner) {
      case 'in-place':
        return await responder.inPlace(pressed, make);
      case 'below':
        return await once(pressed, async () => await responder.below(pressed, make, !isHidden));
      case 'for-all':
        return await once(
          pressed,
          async () => await responder.below(pressed, async () => await made(press, pressed, false), true),
        );
      case 'alone':
        return await responder.answer(pressed, true, make);
    }
  };
}

/** In the place of the message, below it, below it for everybody, or for the person alone. */
type Manner = 'in-place' | 'below' | 'for-all' | 'alone';

interface Circumstances {
  /** Whether only one person sees the message. */
  readonly isHidden: boolean;
  readonly isTheirs: boolean;
  readonly isButton: boolean;
}

function mannerOf(press: Press, { isHidden, isTheirs, isButton }: Circumstances): Manner {
  switch (press.kind) {
    case 'page':
      return isTheirs ? 'in-place' : 'alone';
    case 'more':
    case 'anywhere':
      return isTheirs ? 'below' : 'alone';
    case 'share':
      return 'for-all';
    case 'article':
    case 'sources':
      return isHidden && isButton ? 'in-place' : 'alone';
    case 'convert':
      // Further pages of what is shown converted.
      return isHidden && press.page > 0 ? 'in-place' : 'alone';
    case 'example':
    case 'passage':
    case 'script':
    case 'lang':
      return 'alone';
  }
}

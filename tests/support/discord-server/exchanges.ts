import type { APIMessage, APIUser } from 'discord.js';
import { botUser, messageBy, snowflake, type Body, type Place } from './entities.ts';

/** Milliseconds: the first response to an interaction is due. */
const ACKNOWLEDGE_WITHIN = 3_000;

// Interaction callback types.
const MESSAGE = 4;
const DEFERRED = 5;
const DEFERRED_UPDATE = 6;
const UPDATE = 7;
const CHOICES = 8;

/** 1 << 6: only the person who asked sees it. */
export const EPHEMERAL = 64;

/** A refusal as Discord words it: the status, and a code of its own. */
export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

export interface Callback {
  readonly type: number;
  readonly data?: Body & { readonly choices?: readonly { readonly name: string; readonly value: string }[] };
}

/** One interaction, from a person's click to the answer. */
export interface Exchange {
  readonly id: string;
  readonly token: string;
  readonly user: APIUser;
  readonly place: Place;
  /** What the bot may do there. */
  readonly appPermissions: string;
  /** The message whose button was pressed. */
  readonly origin: APIMessage | null;
  sentAt: number;
  acknowledgedAt: number | null;
  answeredAt: number | null;
  /** Whether only the person sees the answer: decided by the first response. */
  isEphemeral: boolean;
  /** How many times the answer was put in place; further edits count. */
  answers: number;
  /** The message that the interaction's response is, once there is one. */
  message: APIMessage | null;
  readonly followUps: APIMessage[];
  choices: readonly { readonly name: string; readonly value: string }[] | null;
}

export function startExchange(
  user: APIUser,
  place: Place,
  { origin = null, appPermissions }: { origin?: APIMessage | null; appPermissions: string },
): Exchange {
  return {
    id: snowflake(),
    token: `interaction-${snowflake()}`,
    user,
    place,
    appPermissions,
    origin,
    sentAt: performance.now(),
    acknowledgedAt: null,
    answeredAt: null,
    isEphemeral: false,
    answers: 0,
    message: null,
    followUps: [],
    choices: null,
  };
}

/** Takes the first response to an interaction; the rules are Discord's: within 3 s, and once. */
export function acknowledge(exchange: Exchange | undefined, { type, data }: Callback): Refusal | null {
  const now = performance.now();
  if (exchange === undefined || now - exchange.sentAt > ACKNOWLEDGE_WITHIN)
    return { status: 404, code: 10062, message: 'Unknown interaction' };
  if (exchange.acknowledgedAt !== null)
    return { status: 400, code: 40060, message: 'Interaction has already been acknowledged.' };
  exchange.acknowledgedAt = now;
  switch (type) {
    case MESSAGE:
    case DEFERRED:
      exchange.isEphemeral = ((data?.flags ?? 0) & EPHEMERAL) !== 0;
      exchange.message = asAnswer(
        exchange,
        messageBy(botUser, exchange.place, { ...data, flags: (data?.flags ?? 0) & EPHEMERAL }),
      );
      if (type === MESSAGE) answered(exchange);
      return null;
    case DEFERRED_UPDATE:
    case UPDATE:
      if (exchange.origin === null) return { status: 400, code: 50035, message: 'There is no message to update' };
      exchange.message = exchange.origin;
      if (type === UPDATE) edit(exchange, data ?? {});
      return null;
    case CHOICES:
      exchange.choices = data?.choices ?? [];
      answered(exchange);
      return null;
  }
  return { status: 400, code: 50035, message: 'Invalid Form Body' };
}

// Whoever used the command or the button is told with every message that came of it.
const asAnswer = ({ id, user, origin }: Exchange, message: APIMessage): APIMessage => {
  const type = origin === null ? 2 : 3;
  const metadata = { id, type, user, authorizing_integration_owners: {} };
  return { ...message, interaction_metadata: metadata };
};

/** Puts the answer in the place of what was deferred. */
export function edit(exchange: Exchange, body: Body): APIMessage | null {
  if (exchange.message === null) return null;
  const { content, embeds, components } = body;
  Object.assign(exchange.message, {
    ...(content === undefined ? {} : { content: content ?? '' }),
    ...(embeds === undefined ? {} : { embeds: embeds ?? [] }),
    ...(components === undefined ? {} : { components: components ?? [] }),
  });
  answered(exchange);
  return exchange.message;
}

/** Says something more. */
export function followUp(exchange: Exchange, body: Body): APIMessage {
  const message = asAnswer(exchange, messageBy(botUser, exchange.place, body));
  exchange.followUps.push(message);
  // After an update that changes nothing, what follows is the answer.
  if (exchange.answeredAt === null) answered(exchange);
  return message;
}

function answered(exchange: Exchange): void {
  exchange.answeredAt ??= performance.now();
  exchange.answers += 1;
}

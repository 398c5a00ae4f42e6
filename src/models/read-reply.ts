import { z } from 'zod';
import {
  isChoice,
  LACKING_SLOTS,
  MOST_PICKS,
  MOST_TERMS,
  type ReaderChoice,
  type ReaderRequest,
} from '../core/index.ts';
import { ReaderFault } from './reader-fault.ts';

// Models put "null", "" or "n/a" there for a question that asks no yes or no: it is their numbers that count.
const polarity = z.enum(['yes', 'no', 'mixed']).nullish().catch(null);
const choice = z.object({
  answers: z.array(z.object({ n: z.int(), part: z.int().nullish(), polarity })),
  lacks: z.enum(LACKING_SLOTS).nullish().catch(null),
});

/** The JSON Schema of a choice, in the narrow form that servers hold models to. */
export const CHOICE_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['answers', 'lacks'],
  properties: {
    answers: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['n', 'part', 'polarity'],
        properties: {
          n: { type: 'integer' },
          part: { type: 'integer' },
          polarity: { type: ['string', 'null'], enum: ['yes', 'no', 'mixed', null] },
        },
      },
    },
    lacks: { type: ['string', 'null'], enum: [...LACKING_SLOTS, null] },
  },
} as const;

/** The same of words to look for. */
export const TERMS_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['terms'],
  properties: { terms: { type: 'array', items: { type: 'string' } } },
} as const;

// UTF-16 units: what is longer is no term but a sentence.
const LONGEST_TERM = 60;
const suggestion = z.object({ terms: z.array(z.string()) });

/**
 * Reads the words that a model suggests: one object, perhaps with prose around it. Words beyond the number that is asked for are left
 * out, and so are sentences. Throws a `ReaderFault` for anything else.
 */
export function readTerms(text: string): readonly string[] {
  const reading = suggestion.safeParse(objectIn(text));
  if (!reading.success) throw new ReaderFault('bad-choice', 'The model replied with something other than words.');
  const terms = reading.data.terms.map((term) => term.trim());
  return [...new Set(terms)].filter(({ length }) => length > 0 && length <= LONGEST_TERM).slice(0, MOST_TERMS);
}

/**
 * Reads a model's reply strictly: one object, perhaps with prose around it, whose numbers are those of candidates. `shown`: the positions
 * in the request of those that had a number, from 1. Throws a `ReaderFault` for anything else, so that the built-in reading answers.
 */
export function readChoice(
  text: string,
  request: ReaderRequest,
  shown: readonly number[],
): Omit<ReaderChoice, 'usage'> {
  const reading = choice.safeParse(objectIn(text));
  if (!reading.success) throw new ReaderFault('bad-choice', 'The model replied with something other than a choice.');
  const { answers, lacks } = reading.data;
  const picks = answers.map(({ n, part, polarity }) => ({
    candidate: shown[n - 1] ?? -1,
    part: part ?? 0,
    polarity: request.isYesNo ? (polarity ?? null) : null,
  }));
  if (!isChoice({ picks }, request))
    throw new ReaderFault('bad-choice', `The model chose numbers that do not exist, or more than ${MOST_PICKS}.`);
  if (picks.length > 0 && lacks != null)
    throw new ReaderFault('bad-choice', 'The model chose quotes and said that there are none.');
  return { picks, lacks: lacks ?? null };
}

// The last object of a reply: some models think aloud before it. Braces are looked for from the end, a few times at the most.
const MOST_TRIES = 64;

function objectIn(text: string): unknown {
  const end = text.lastIndexOf('}');
  let start = text.lastIndexOf('{', end);
  let widest: unknown;
  for (let tries = 0; start >= 0 && tries < MOST_TRIES; tries++) {
    const value = parsed(text.slice(start, end + 1));
    if (value !== undefined) widest = value;
    if (start === 0) break;
    start = text.lastIndexOf('{', start - 1);
  }
  if (widest === undefined) throw new ReaderFault('not-json', 'The reply of the model holds no JSON object.');
  return widest;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

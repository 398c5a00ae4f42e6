import { sayings } from '../sayings.ts';

/** Every statement of some paragraphs, as `who (handed on by whom): content`. */
export const saidIn = sayings({ not: 'not ', by: (name) => ` (${name})`, colon: ': ' });

/** Who is said to say something in some paragraphs, in order. */
export const speakersIn = (...paragraphs: string[]): string[] =>
  saidIn(...paragraphs).map((one) => one.split(':', 1)[0] ?? '');

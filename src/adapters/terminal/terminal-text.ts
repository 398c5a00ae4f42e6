import { stripVTControlCharacters } from 'node:util';

/** Text that a terminal shows and does nothing else with: the only thing that may be written to one. */
export type TerminalText = string & { readonly __brand: 'TerminalText' };

// C0 without the line feed, DEL and C1; whatever changes the direction of writing; what is invisible and can carry a message.
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/gu;

/** Makes any text harmless: escape sequences, control characters and bidi overrides go, line breaks stay as `\n`. */
export const terminalText = (untrusted: string): TerminalText =>
  stripVTControlCharacters(untrusted)
    .replace(LINE_BREAKS, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, (control) => (control === '\n' ? control : ''))
    .replace(/\p{Surrogate}/gu, '\uFFFD') as TerminalText;

/** The same in one line: every run of white space becomes one space. */
export const terminalLine = (untrusted: string): TerminalText =>
  terminalText(untrusted).replace(/\s+/gu, ' ').trim() as TerminalText;

/** Joins what is already harmless. */
export const joinText = (parts: readonly TerminalText[], separator: '' | ' ' | '\n' | '\n\n' = ''): TerminalText =>
  parts.join(separator) as TerminalText;

/** A template of harmless texts and numbers; what is written between them is the program's own. */
export const text = (own: TemplateStringsArray, ...parts: readonly (TerminalText | number)[]): TerminalText =>
  String.raw({ raw: own }, ...parts) as TerminalText;

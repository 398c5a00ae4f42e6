import { visibleLine, visibleText } from '../visible-text.ts';

/** Text that a terminal shows and does nothing else with: the only thing that may be written to one. */
export type TerminalText = string & { readonly __brand: 'TerminalText' };

/** Makes any text harmless; line breaks stay as `\n`. */
export const terminalText = (untrusted: string): TerminalText => visibleText(untrusted) as TerminalText;

/** The same in one line: every run of white space becomes one space. */
export const terminalLine = (untrusted: string): TerminalText => visibleLine(untrusted) as TerminalText;

/** Joins what is already harmless. */
export const joinText = (parts: readonly TerminalText[], separator: '' | ' ' | '\n' | '\n\n' = ''): TerminalText =>
  parts.join(separator) as TerminalText;

/** A template of harmless texts and numbers; what is written between them is the program's own. */
export const text = (own: TemplateStringsArray, ...parts: readonly (TerminalText | number)[]): TerminalText =>
  String.raw({ raw: own }, ...parts) as TerminalText;

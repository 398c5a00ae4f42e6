import { closest, distance } from 'fastest-levenshtein';
import type { Catalogue } from '../../core/index.ts';
import { LANG_CHOICES } from '../lang-choices.ts';

/** The commands, in the order of the help. */
export const COMMANDS = [
  'help',
  'sources',
  'article',
  'more',
  'lang',
  'quit',
] as const satisfies readonly (keyof Catalogue['commands'])[];

export type Command = (typeof COMMANDS)[number];

/** What stands behind a command in the help. */
export const USAGE: Readonly<Record<Command, string>> = {
  help: '/help',
  sources: '/sources',
  article: '/article N',
  more: '/more',
  lang: '/lang zh-Hant|zh-Hans|en|auto',
  quit: '/quit',
};

/** A line that someone typed: a question, a command, or something that looks like a command and is none. */
export type Typed =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'command'; readonly command: Command; readonly argument: string }
  | { readonly kind: 'unknown'; readonly given: string; readonly nearest: string | null };

// What people type to leave any program; no question to an archive.
const FAREWELL = /^\s*(?:quit|exit)\s*$/iu;

/** Reads a line. Commands begin with a slash, full-width too, in any case. */
export function readTyped(line: string): Typed {
  if (FAREWELL.test(line)) return { kind: 'command', command: 'quit', argument: '' };
  if (!/^\s*[/／]/u.test(line)) return { kind: 'question', text: line };
  const [, given = '', argument = ''] = /^\/\s*(\S*)\s*(.*)$/su.exec(line.normalize('NFKC').trim()) ?? [];
  const name = given.toLowerCase();
  const command = COMMANDS.find((each) => each === name);
  if (command !== undefined) return { kind: 'command', command, argument: argument.trim() };
  return { kind: 'unknown', given: `/${given}`, nearest: nearestCommand(name) };
}

// One typing error in three letters is likely still the word that was meant.
function nearestCommand(name: string): string | null {
  const starting = COMMANDS.find((each) => name !== '' && each.startsWith(name));
  const nearest = starting ?? closest(name, [...COMMANDS]);
  return starting !== undefined || distance(name, nearest) <= Math.ceil(name.length / 3) ? `/${nearest}` : null;
}

/** What Tab offers for the line so far, and the part of the line that it completes, as readline wants it. */
export function complete(line: string, articles: readonly string[]): [string[], string] {
  const [, command = '', gap = '', argument = ''] = /^[/／](\S*)(\s*)(.*)$/su.exec(line) ?? [];
  if (!/^[/／]/u.test(line)) return [[], line];
  if (gap === '') {
    const matching = COMMANDS.filter((each) => each.startsWith(command.toLowerCase()));
    return [matching.map((each) => (each === 'article' || each === 'lang' ? `/${each} ` : `/${each}`)), line];
  }
  const choices = choicesFor(command.toLowerCase(), articles);
  return [choices.filter((choice) => choice.toLowerCase().startsWith(argument.toLowerCase())), argument];
}

function choicesFor(command: string, articles: readonly string[]): readonly string[] {
  if (command === 'article') return articles;
  return command === 'lang' ? LANG_CHOICES : [];
}

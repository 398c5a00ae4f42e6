import { closest, distance } from 'fastest-levenshtein';
import type { Catalogue } from '../../messages/index.ts';
import { LANG_CHOICES } from '../lang-choices.ts';

/** The commands, by kind, in the order of the help. */
export const COMMANDS_BY_KIND = {
  reading: ['more', 'article', 'compare', 'timeline', 'list'],
  filtering: ['outlet', 'author', 'tag', 'kind', 'since', 'until', 'filters', 'anywhere', 'new'],
  other: ['sources', 'lang', 'help', 'quit'],
} as const satisfies Readonly<Record<keyof Catalogue['commandGroups'], readonly (keyof Catalogue['commands'])[]>>;

const COMMANDS = Object.values(COMMANDS_BY_KIND).flat();

export type Command = (typeof COMMANDS)[number];

/** How a command is typed, with what stands for its argument in the help. */
export function usageOf(command: Command, { topic, name, day }: Catalogue['placeholders']): string {
  switch (command) {
    case 'compare':
    case 'timeline':
    case 'list':
      return `/${command} [${topic}]`;
    case 'outlet':
    case 'author':
    case 'tag':
    case 'kind':
      return `/${command} [${name}]`;
    case 'since':
    case 'until':
      return `/${command} [${day}]`;
    case 'article':
      return '/article N';
    case 'lang':
      return `/lang ${LANG_CHOICES.join('|')}`;
    case 'more':
    case 'filters':
    case 'anywhere':
    case 'new':
    case 'sources':
    case 'help':
    case 'quit':
      return `/${command}`;
  }
}

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
  const typed = line.normalize('NFKC').trim();
  const [head = '', given = ''] = /^\/\s*(\S*)/u.exec(typed) ?? [];
  const name = given.toLowerCase();
  const command = COMMANDS.find((each) => each === name);
  if (command !== undefined) return { kind: 'command', command, argument: typed.slice(head.length).trim() };
  return { kind: 'unknown', given: `/${given}`, nearest: nearestCommand(name) };
}

// One typing error in three letters is likely still the word that was meant.
function nearestCommand(name: string): string | null {
  const starting = COMMANDS.find((each) => name !== '' && each.startsWith(name));
  const nearest = starting ?? closest(name, [...COMMANDS]);
  return starting !== undefined || distance(name, nearest) <= Math.ceil(name.length / 3) ? `/${nearest}` : null;
}

/** What can stand behind each command. */
export type Choices = Readonly<Partial<Record<Command, readonly string[]>>>;

/** What Tab offers for the line so far, and the part of the line that it completes, as readline wants it. */
export function complete(line: string, choices: Choices): [string[], string] {
  const [head = '', command = '', gap = ''] = /^[/／](\S*)(\s*)/u.exec(line) ?? [];
  if (head === '') return [[], line];
  const argument = line.slice(head.length);
  if (gap === '') {
    const matching = COMMANDS.filter((each) => each.startsWith(command.toLowerCase()));
    return [matching.map((each) => (TAKES_NOTHING.has(each) ? `/${each}` : `/${each} `)), line];
  }
  const named = COMMANDS.find((each) => each === command.toLowerCase());
  const offered = named === undefined ? [] : (choices[named] ?? []);
  return [offered.filter((choice) => choice.toLowerCase().startsWith(argument.toLowerCase())), argument];
}

const TAKES_NOTHING: ReadonlySet<Command> = new Set(['more', 'filters', 'anywhere', 'new', 'sources', 'help', 'quit']);

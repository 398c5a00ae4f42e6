import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { daysBetween } from '../document/describe.ts';
import { LANG_CHOICES, LANG_NAMES } from '../lang-choices.ts';
import { visibleLine } from '../visible-text.ts';
import type { Coverage } from './coverage.ts';
import { apart, bold, line, type Paragraph } from './paragraph.ts';
import type { Choice, Reply } from './reply.ts';

/** A command as it is shown, and what it does. */
export interface ShownCommand {
  readonly name: string;
  /** By which a platform makes something of it that can be pressed. */
  readonly id?: string;
  readonly does: string;
}

/** What a platform has to say of itself. */
export interface PlatformHelp {
  readonly commands: readonly ShownCommand[];
  readonly more: readonly string[];
}

interface HelpParts extends PlatformHelp {
  readonly corpus: Coverage;
  /** The host of the model that sees what is asked; null where none does. */
  readonly modelHost: string | null;
}

/** What can be asked, with examples to press; what the archive covers; the commands; and what else there is to say. */
export function renderHelp(lang: InterfaceLang, { corpus, commands, more, modelHost }: HelpParts): Reply {
  const words = catalogue(lang);
  const facts = corpus.facts(lang);
  return {
    head: [],
    body: [
      line(words.greeting.help),
      line(words.about.outlets(facts)),
      line(words.about.days(facts), lang === 'en' ? ' ' : '', corpus.quotesNote(lang)),
      ...[...more, ...(modelHost === null ? [] : [words.chat.seenBy(modelHost)])].map((each) => line(each)),
      ...begun(words.slash.commandsHeading, commands.map(lineOf)),
      apart(line(bold(words.examplesHeading))),
    ],
    buttons: words.examples.map((label, number): Choice[] => [{ label, press: { kind: 'example', lang, number } }]),
  };
}

const lineOf = ({ name, id, does }: ShownCommand): Paragraph =>
  line({ ...bold(name), ...(id !== undefined && { command: id }) }, ` – ${does}`);

/** The first words where the bot was added. */
export const renderJoined = (lang: InterfaceLang, { commands, more }: PlatformHelp): Reply => ({
  head: [],
  body: [line(catalogue(lang).chat.joined), ...commands.map(lineOf), ...more.map((each) => line(each))],
});

const begun = (heading: string, lines: readonly Paragraph[]): Paragraph[] =>
  lines.length === 0 ? [] : [apart(line(bold(heading))), ...lines];

/** What the corpus holds, one page at a time. */
export function renderSources(corpus: Coverage, page: number, lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  return {
    head: [],
    body: [
      line(bold(words.sources)),
      ...corpus.outlets.map(({ outlet, articles, first, last }) => {
        const name = visibleLine(outlet === null ? words.unknownOutlet : corpus.outletName(outlet, lang));
        return line(bold(name), ` · ${words.articles(articles)} · ${daysBetween(first, last, words)}`);
      }),
      ...(corpus.leftOut.length === 0 ? [] : [apart(line(words.leftOut(corpus.leftOut.length)))]),
    ],
    pages: { at: page, isLong: true, press: (at) => ({ kind: 'sources', page: at }) },
  };
}

/** The languages to choose from. */
export function renderLangs(lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  return {
    head: [],
    body: [line(words.chat.chooseLang)],
    buttons: LANG_CHOICES.map((choice): Choice[] => [
      { label: choice === 'auto' ? words.chat.buttons.auto : LANG_NAMES[choice], press: { kind: 'lang', choice } },
    ]),
  };
}

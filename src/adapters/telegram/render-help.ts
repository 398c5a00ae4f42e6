import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { factsOf, type CorpusDescription } from '../describe-corpus.ts';
import { daysBetween } from '../document/describe.ts';
import { LANG_CHOICES } from '../lang-choices.ts';
import { visibleLine } from '../visible-text.ts';
import { button } from './buttons.ts';
import { COMMANDS } from './commands.ts';
import { apart, line } from './paragraph.ts';
import type { Reply } from './render-answer.ts';

/** Each language by its own name, whatever the interface speaks. */
const LANG_NAMES: Readonly<Record<InterfaceLang, string>> = {
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
  en: 'English',
};

/** A reply of plain sentences. */
export const sentence = (...sentences: readonly string[]): Reply => ({
  head: [],
  body: sentences.map((each) => line(visibleLine(each))),
  buttons: [],
});

/** What can be asked, with examples to press, and the commands. */
export function renderHelp(lang: InterfaceLang, corpus: CorpusDescription): Reply {
  const words = catalogue(lang);
  return {
    head: [],
    body: [
      line(words.greeting.help),
      line(words.about.outlets(factsOf(corpus))),
      line(words.chat.inGroups),
      ...COMMANDS.map((command, at) => {
        const described = line(`/${command} – ${words.chat.commands[command]}`);
        return at === 0 ? apart(described) : described;
      }),
      apart(line({ text: words.examplesHeading, style: 'bold' })),
    ],
    buttons: words.examples.map((example, number) => [button(example, { kind: 'example', lang, number })]),
  };
}

/** What the corpus holds. */
export function renderSources(corpus: CorpusDescription, lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  return {
    head: [],
    body: [
      line({ text: words.sources, style: 'bold' }),
      ...corpus.outlets.map(({ outlet, articles, first, last }) =>
        line(
          [visibleLine(outlet ?? words.unknownOutlet), words.articles(articles), daysBetween(first, last, words)].join(
            ' · ',
          ),
        ),
      ),
    ],
    buttons: [],
  };
}

/** The languages to choose from. */
export function renderLangs(lang: InterfaceLang): Reply {
  const words = catalogue(lang);
  return {
    head: [],
    body: [line(words.chat.chooseLang)],
    buttons: LANG_CHOICES.map((choice) => [
      button(choice === 'auto' ? words.chat.buttons.auto : LANG_NAMES[choice], { kind: 'lang', choice }),
    ]),
  };
}

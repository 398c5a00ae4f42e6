import { localOutlet, type ArchiveFacts, type InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { describeCorpus, factsOf, type CorpusDescription } from '../describe-corpus.ts';
import type { BotCorpus } from './bot.ts';

/** What a corpus holds, and how readers of a language are told of it. */
export interface Coverage extends CorpusDescription {
  /** An outlet by the name that they know it by, with its own. */
  readonly outletName: (outlet: string, lang: InterfaceLang) => string;
  /** The same for all outlets, with how much there is from when to when. */
  readonly facts: (lang: InterfaceLang) => ArchiveFacts;
  /** Which language quotes are in. */
  readonly quotesNote: (lang: InterfaceLang) => string;
}

export function coverageOf(corpus: BotCorpus): Coverage {
  const description = describeCorpus(corpus);
  const languages = new Set(corpus.articles.map(({ lang }) => (lang === 'en' ? 'en' : 'zh')));
  const outletName = (outlet: string, lang: InterfaceLang): string => {
    const local = corpus.outlets === undefined ? null : localOutlet(outlet, lang, corpus.outlets);
    return local === null ? outlet : catalogue(lang).named(local, outlet);
  };
  return {
    ...description,
    outletName,
    facts(lang) {
      const facts = factsOf(description);
      return { ...facts, outlets: facts.outlets.map((outlet) => outletName(outlet, lang)) };
    },
    quotesNote(lang) {
      const { quotesAreForeign, chat } = catalogue(lang);
      return languages.size === 1 && languages.has(lang === 'en' ? 'zh' : 'en')
        ? quotesAreForeign
        : chat.quotesAsPrinted;
    },
  };
}

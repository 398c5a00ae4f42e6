import { setTimeout as wait } from 'node:timers/promises';
import type { Article, Ask, InterfaceLang, Question } from '../../core/index.ts';
import { INTERFACE_LANGS } from '../lang-choices.ts';
import type { AskableCorpus } from './context.ts';

// The first questions of a run take ten times as long as later ones: tables are read, code is compiled. Better now than while
// somebody waits. No model is asked: nobody sees what it would choose.

/** Asks an example in each language of the interface. */
export async function warmUp(ask: Ask): Promise<void> {
  for (const [one] of await examples()) if (one !== undefined) await ask(one);
}

// So many headlines, of the whole archive: they come to other articles, other names and other kinds of question than the examples.
const HEADLINES = 60;

/**
 * Asks what a corpus may be asked, one question at a time and none while somebody's is answered: more examples, then headlines of its
 * own. `rest` comes between two. Returns the `ask` that it makes way for; a fault ends it, and somebody who asks is told of that.
 */
export function warmUpWhileIdle({ ask, asked }: Pick<AskableCorpus, 'ask' | 'asked'>, rest: Rest = restFor): Ask {
  let answering = 0;
  const isAsked = (): boolean => answering > 0;
  const goOn = async (): Promise<void> => {
    const questions = [...(await examples()).flat(), ...headlines(asked())];
    let took = 0;
    for (const question of questions) {
      do await rest(took);
      while (isAsked());
      const begun = performance.now();
      await ask(question);
      took = performance.now() - begun;
    }
  };
  goOn().catch(() => undefined);
  return async (question) => {
    answering += 1;
    try {
      return await ask(question);
    } finally {
      answering -= 1;
    }
  };
}

/** Waits after a question that took so many milliseconds. */
type Rest = (took: number) => Promise<unknown>;

// Milliseconds. Two thirds of the time are left for whoever comes, and the program may end at any moment.
const LEAST_REST = 20;
const restFor: Rest = async (took) => await wait(Math.max(LEAST_REST, 2 * took), undefined, { ref: false });

const asking = (text: string, lang?: InterfaceLang): Question => ({ text, lang, builtIn: true });

async function examples(): Promise<(readonly Question[])[]> {
  const { catalogue } = await import('../../messages/index.ts');
  return INTERFACE_LANGS.map((lang) => catalogue(lang).examples.map((text) => asking(text, lang)));
}

function headlines(articles: readonly Article[]): readonly Question[] {
  const step = Math.max(1, Math.floor(articles.length / HEADLINES));
  const count = Math.min(HEADLINES, articles.length);
  return Array.from({ length: count }, (_, at) => asking(articles[at * step]?.title ?? ''));
}

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
 * own. Then it reads who says what in the articles, which questions need and nobody has read yet. `rest` comes between two steps.
 * Returns the `ask` that it makes way for; a fault ends it, and somebody who asks is told of that.
 */
export function warmUpWhileIdle(corpus: Warmed, rest: Rest = restFor): Ask {
  let answering = 0;
  const isAsked = (): boolean => answering > 0;
  const goOn = async (): Promise<void> => {
    let begun = performance.now();
    for await (const _ of steps(corpus)) {
      const took = performance.now() - begun;
      do await rest(took);
      while (isAsked());
      begun = performance.now();
    }
  };
  goOn().catch(() => undefined);
  return async (question) => {
    answering += 1;
    try {
      return await corpus.ask(question);
    } finally {
      answering -= 1;
    }
  };
}

type Warmed = Pick<AskableCorpus, 'ask' | 'asked' | 'names'>;

// Some ten milliseconds.
const ARTICLES_A_STEP = 5;

// Nothing is done in the first one: whoever starts a bot or a conversation may have a question ready.
async function* steps({ ask, asked, names }: Warmed): AsyncGenerator<void, void> {
  yield;
  for (const question of [...(await examples()).flat(), ...headlines(asked())]) {
    await ask(question);
    yield;
  }
  const { readAhead } = await import('../../core/index.ts');
  let read = 0;
  for (const _ of readAhead(asked(), names)) if (++read % ARTICLES_A_STEP === 0) yield;
}

/** Waits after a step that took so many milliseconds. */
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

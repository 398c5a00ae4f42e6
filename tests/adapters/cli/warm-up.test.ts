import { expect, test } from 'vitest';
import { warmUp, warmUpWhileIdle } from '../../../src/adapters/cli/warm-up.ts';
import { type Answer, type Article, type Ask, type Question, readGazetteer } from '../../../src/core/index.ts';
import { fakeArticle } from '../../support/fake-library.ts';

const ARTICLES = Array.from({ length: 90 }, (_, at) => fakeArticle(`a${at}`, ['渡輪停航。'], { title: `標題${at}` }));
const NAMES = readGazetteer([]);
const NOTHING = { kind: 'none' } as unknown as Answer;

const turn = async (): Promise<void> => await new Promise((resolve) => void setImmediate(resolve));

async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await turn();
}

test('an example in each language is asked, of no model', async () => {
  const asked: Question[] = [];
  await warmUp((question) => {
    asked.push(question);
    return Promise.resolve(NOTHING);
  });
  expect(new Set(asked.map(({ lang }) => lang))).toEqual(new Set(['en', 'zh-Hans', 'zh-Hant']));
  expect(asked).toHaveLength(3);
  expect(asked.every(({ builtIn, text }) => builtIn === true && text !== '')).toBe(true);
});

test('while nobody asks, examples and then headlines of the whole corpus are asked, one at a time', async () => {
  const asked: string[] = [];
  let [answering, most] = [0, 0];
  const ask: Ask = async ({ text }) => {
    asked.push(text);
    most = Math.max(most, (answering += 1));
    await turn();
    answering -= 1;
    return NOTHING;
  };
  warmUpWhileIdle({ ask, asked: () => ARTICLES, names: NAMES }, turn);
  await turns(400);
  expect(asked.filter((text) => text.startsWith('標題'))).toHaveLength(60);
  expect(asked).toContain('標題0');
  expect(asked.findIndex((text) => text.startsWith('標題'))).toBeGreaterThan(3);
  expect(most).toBe(1);
});

test('nothing is asked while somebody waits for an answer, and all goes on behind it', async () => {
  let answer: () => void = () => undefined;
  const asked: string[] = [];
  const ask: Ask = async ({ text }) => {
    asked.push(text);
    if (text === '渡輪？') await new Promise<void>((resolve) => (answer = resolve));
    return NOTHING;
  };
  const own = warmUpWhileIdle({ ask, asked: () => ARTICLES.slice(0, 2), names: NAMES }, turn);
  const waiting = own({ text: '渡輪？' });
  await turns(100);
  expect(asked).toEqual(['渡輪？']);
  answer();
  expect(await waiting).toBe(NOTHING);
  await turns(100);
  expect(asked.slice(-2)).toEqual(['標題0', '標題1']);
});

test('a fault ends it, and is told to whoever asks', async () => {
  const asked: string[] = [];
  const ask: Ask = ({ text }) => {
    asked.push(text);
    return Promise.reject(new Error('away'));
  };
  const own = warmUpWhileIdle({ ask, asked: () => ARTICLES, names: NAMES }, turn);
  await turns(50);
  expect(asked).toHaveLength(1);
  await expect(own({ text: '渡輪？' })).rejects.toThrow('away');
});

// An article that tells how often its text was looked at.
function watched(id: string, stored: Pick<Article, 'statements'> = {}) {
  const { text, ...rest } = fakeArticle(id, ['局長說：「渡輪停航。」'], { title: id });
  let looks = 0;
  const article = Object.defineProperty({ ...rest, ...stored }, 'text', { get: () => (looks++, text) });
  return { article: article as Article, looks: () => looks };
}

test('behind the questions, who says what is read in articles of which nothing is stored', async () => {
  const ask: Ask = async () => await Promise.resolve(NOTHING);
  const [one, other] = [watched('one'), watched('other')];
  const stored = watched('stored', { statements: () => [] });
  warmUpWhileIdle({ ask, asked: () => [one.article, other.article], names: NAMES }, turn);
  warmUpWhileIdle({ ask, asked: () => [stored.article], names: NAMES }, turn);
  await turns(200);
  expect(one.looks()).toBeGreaterThan(0);
  expect(other.looks()).toBeGreaterThan(0);
  expect(stored.looks()).toBe(0);
});

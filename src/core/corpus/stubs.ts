import type { Article, ArticleId } from '../model/article.ts';
import { warningIn, type CorpusFault } from './faults.ts';
import { lazy, wordsOf } from './markup/phrases.ts';
import { nameKey } from './metadata/outlets.ts';

/** What is kept of an article to tell whether it is one. */
export interface StubSign {
  readonly id: ArticleId;
  readonly path: string;
  /** Its title and all its text, as one key; the same for a notice that stands under several addresses. */
  readonly key: string;
  /** It has no text besides its title. */
  readonly isEmpty: boolean;
  readonly isNotice: boolean;
}

const notices = lazy(() => new Set(wordsOf('stub-titles').map(nameKey)));

// UTF-16 units: a farewell is no longer than that.
const NOTICE_LENGTH = 600;

export function stubSignOf({ id, path, title, text, blocks }: Article): StubSign {
  const isEmpty = blocks.every(({ kind }) => kind !== 'paragraph');
  const name = nameKey(title);
  const key = isEmpty || text.length > NOTICE_LENGTH ? `${name} ${text.length}` : `${name} ${text}`;
  return { id, path, key, isEmpty, isNotice: isEmpty && notices().has(name) };
}

// A title without a text may be an article whose text was lost; the same title without a text several times is a notice. A whole text
// under more addresses than a story has versions is one, too.
const EMPTY_COPIES = 3;
const COPIES = 13;

/** The articles that are none: what a site shows in place of an article, and notices that stand under many addresses. */
export function stubsIn(signs: readonly StubSign[]): ReadonlySet<ArticleId> {
  const copies = new Map<string, number>();
  for (const { key } of signs) copies.set(key, (copies.get(key) ?? 0) + 1);
  return new Set(signs.filter((sign) => isStub(sign, copies.get(sign.key) ?? 0)).map(({ id }) => id));
}

/** Whether an article is none, where so many have its key. */
export const isStub = ({ isEmpty, isNotice }: Pick<StubSign, 'isEmpty' | 'isNotice'>, copies: number): boolean =>
  isNotice || copies >= (isEmpty ? EMPTY_COPIES : COPIES);

/** Says that a stub was left out. */
export const stubFault = (path: string): CorpusFault =>
  warningIn(path, null, 'This is a notice in place of an article, and was left out.');

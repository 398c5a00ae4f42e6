import type { Article, Block } from '../model/article.ts';
import type { Mention, Gazetteer } from '../names/gazetteer.ts';
import { foldScript } from '../text/script.ts';
import type { ParagraphRead } from './attribute.ts';
import { quoteMask } from './quote-mask.ts';
import { introducedPeople } from './people.ts';
import { quotationsOf, type Quotation } from './quotations.ts';
import type { Reading } from './reading.ts';
import { resolver, type Resolver } from './resolve.ts';

/** An article, or a part of one, with all that does not depend on the sentence that is read. */
export interface Analysis {
  readonly paragraphs: readonly Block[];
  readonly quotations: readonly Quotation[];
  readonly reading: Reading;
  readonly resolver: Resolver;
  /** The paragraphs that were read before, by their start. */
  readonly read: Map<number, ParagraphRead>;
}

// A question comes to several passages of an article, and the next one often to the same: what does not depend on the passage
// is made once, and kept for articles of so many UTF-16 units together: a thousand reports.
const REMEMBERED = 2_000_000;
const remembered = new WeakMap<Gazetteer, { readonly articles: Map<Article, Analysis>; length: number }>();

/** An article made ready to be read; the last ones are remembered. */
export function preparedFor(article: Article, names: Gazetteer): Analysis {
  let kept = remembered.get(names);
  if (kept === undefined) remembered.set(names, (kept = { articles: new Map(), length: 0 }));
  let prepared = kept.articles.get(article);
  if (prepared === undefined) {
    kept.articles.set(article, (prepared = analyse(article, names)));
    kept.length += article.text.length;
    for (const oldest of kept.articles.keys()) {
      if (kept.length <= REMEMBERED) break;
      kept.articles.delete(oldest);
      kept.length -= oldest.text.length;
    }
  }
  return prepared;
}

/** Makes an article, or a part of one, ready to be read. */
export function analyse(article: Article, names: Gazetteer): Analysis {
  const paragraphs = article.blocks.filter(({ kind }) => kind === 'paragraph');
  const folded = foldScript(article.text);
  const quotations = quotationsOf(folded, paragraphs);
  const reading = readingOf(article, folded, { quotations, names });
  return { paragraphs, quotations, reading, resolver: resolver(article.text, reading), read: new Map() };
}

function readingOf(
  article: Article,
  folded: string,
  { quotations, names }: { quotations: readonly Quotation[]; names: Gazetteer },
): Reading {
  const mentions = new Map<number, Mention[]>();
  for (const mention of names.mentions(folded, article.text)) {
    if (mention.name.kind === 'word') continue;
    const list = mentions.get(mention.start);
    if (list === undefined) mentions.set(mention.start, [mention]);
    else list.push(mention);
  }
  for (const list of mentions.values()) list.sort((a, b) => b.end - a.end);
  const opaque = quoteMask(folded, quotations);
  const people = introducedPeople(opaque, (start) => {
    const person = mentions.get(start)?.find(({ name }) => name.kind === 'person');
    return person === undefined ? null : { name: person.name, end: person.end };
  });
  return { folded, masked: opaque, mentions, people };
}

import type { Article, ArticleId, Lang } from '../model/article.ts';
import { scriptOf } from '../text/script.ts';
import { isEnglish, withLanguages } from './paragraph-languages.ts';
import { warningIn, type CorpusFault } from './faults.ts';
import type { CorpusKnowledge } from './knowledge.ts';
import { composeBody } from './markup/blocks.ts';
import { authorBoxesIn } from './markup/page-lines.ts';
import { writerIn } from './markup/writers.ts';
import { readFields, type Fields, type Source } from './metadata/fields.ts';
import { readLabels } from './metadata/labels.ts';
import { isColumn, kindOf } from './metadata/kind.ts';
import {
  authorOf,
  dateIn,
  lastChangeIn,
  linkIn,
  outletOf,
  sectionOf,
  tagsOf,
  type PublicationDay,
} from './metadata/metadata.ts';
import type { OutletDirectory } from './metadata/outlets.ts';
import { dayInPath, dayInTitle } from './metadata/stated-days.ts';
import { titleOf } from './metadata/title.ts';
import type { RawBlock } from './readers/raw-block.ts';

/** What a reader found of one article: what is said of it, in the order in which it counts, and its blocks. */
export interface RawArticle {
  readonly id: ArticleId;
  readonly path: string;
  readonly sources: readonly Source[];
  readonly blocks: readonly RawBlock[];
  /** What holds where nothing else is said. */
  readonly defaults: Source;
  /** The line of a key, counted from 1; null where lines say nothing. */
  readonly lineOf: (key: string) => number | null;
}

/** An article, what is off about it, and its day as written where only the rest of the archive can tell which day that is. */
export interface Composed {
  readonly article: Article | null;
  readonly faults: readonly CorpusFault[];
  readonly day: PublicationDay | null;
}

/** Makes an article of what a reader found. Null where there is neither a title nor a text. Throws MarkupNotLoaded. */
export function composeArticle(raw: RawArticle, knowledge: CorpusKnowledge): Composed {
  const { outlets, keys } = knowledge;
  const labels = readLabels(raw.blocks);
  const fields = readFields([...raw.sources, labels.found, dayInPath(raw.path), raw.defaults], keys);
  const link = linkIn(fields);
  const outlet = outletOf(fields, link?.text ?? null, outlets);
  const said = authorOf(fields, outlet, outlets);
  // A column has contributors, who sign above or below what they wrote.
  const author = (said === null || isColumn(said) ? writerIn(labels.rest) : null) ?? said;
  const tags = tagsOf(fields, outlet, outlets);
  const title = titleOf(
    { given: fields.first('title'), blocks: labels.rest, path: raw.path },
    siteNames(fields, outlet, outlets),
  );
  const day = dateIn(fields) ?? (title === null ? null : dayInTitle(title.text));
  const faults = faultsOf(raw, link, day);
  if (title === null) return { article: null, faults, day };
  const body = composeBody(labels.rest, {
    title,
    names: namesOf([author, said, outlet, ...fields.strings('author')], tags),
  });
  const kind = kindOf(fields, {
    title: title.text,
    id: raw.id,
    url: link?.url ?? null,
    boxes: authorBoxesIn(labels.rest),
  });
  const section = sectionOf(fields, outlet, outlets);
  const updated = lastChangeIn(fields);
  const lang = langOf(fields, `${title.text}\n${body.text.slice(0, LANG_SAMPLE)}`);
  const article: Article = {
    id: raw.id,
    title: title.text,
    outlet,
    author,
    date: day?.day ?? null,
    url: link?.url ?? null,
    lang,
    tags,
    digest: fields.raw('digest') === true,
    text: body.text,
    blocks: withLanguages(body, lang),
    ...(kind !== null && { kind }),
    ...(section !== null && { section }),
    ...(updated !== null && { updated }),
    path: raw.path,
  };
  return { article, faults, day };
}

function faultsOf(
  { path, lineOf }: RawArticle,
  link: ReturnType<typeof linkIn>,
  day: PublicationDay | null,
): readonly CorpusFault[] {
  const faults: CorpusFault[] = [];
  if (link !== null && link.url === null) {
    const reason = `"${link.text.slice(0, 60)}" is not a web address; the article is cited without a link.`;
    faults.push(warningIn(path, lineOf(link.key), reason));
  }
  if (day !== null && day.day === null && !day.isTwoWay) {
    const reason = `"${day.text.slice(0, 60)}" is not a date; the article is cited without one.`;
    faults.push(warningIn(path, lineOf(day.key), reason));
  }
  return faults;
}

const namesOf = (names: readonly (string | null)[], tags: readonly string[]): readonly string[] =>
  [...names, ...tags].filter((name) => name !== null);

// What may stand after a title: the site's name, in any of its forms.
const siteNames = (fields: Fields, outlet: string | null, outlets: OutletDirectory): readonly string[] => [
  ...(outlet === null ? [] : [outlet, ...outlets.aliasesOf(outlet)]),
  ...fields.strings('tags'),
  ...fields.strings('author'),
  ...fields.written('outlet').map(({ text }) => text),
];

function langOf(fields: Fields, text: string): Lang | null {
  const said = fields.first('lang')?.toLowerCase().replaceAll('_', '-') ?? '';
  if (/^zh-(?:hant|tw|hk|mo)/u.test(said)) return 'zh-Hant';
  if (/^zh-(?:hans|cn|sg|my)/u.test(said)) return 'zh-Hans';
  if (said.startsWith('en')) return 'en';
  return isEnglish(text) ? 'en' : scriptOf(text);
}

// UTF-16 units; a few paragraphs tell a script apart.
const LANG_SAMPLE = 2000;

import { readJsonLd } from './json-ld.ts';

// Longer scripts hold a page's data, not a note on the article.
const SCRIPT_LIMIT = 200_000;

/**
 * Gathers what a page says of itself while it is being read: its title, canonical link, meta properties, JSON-LD, `<time>`, and whom an
 * element above the text names as its author.
 */
export function createPageMeta() {
  const meta = new Map<string, string>();
  let [tag, title, script, time] = ['', '', '', ''];
  const scripts: string[] = [];
  const author = createElementText();
  const note = (name: string, value: string | undefined): void => {
    if (name !== '' && value !== undefined && !meta.has(name)) meta.set(name, value);
  };
  return {
    /** `isAuthor`: the element holds the name of who wrote the page. */
    open(opened: string, attributes: Readonly<Record<string, string>>, isAuthor: boolean): void {
      author.open(isAuthor);
      if (opened === 'title' && title !== '') return;
      tag = opened;
      const { rel, href, content, itemprop, datetime, type } = attributes;
      if (tag === 'link' && rel === 'canonical') note('canonical', href);
      if (tag === 'meta') note((attributes['property'] ?? attributes['name'] ?? itemprop ?? '').toLowerCase(), content);
      else if (itemprop !== undefined) note(itemprop.toLowerCase(), content ?? datetime);
      if (tag === 'time' && (time === '' || 'pubdate' in attributes)) time = datetime ?? time;
      if (tag === 'script' && type?.toLowerCase() === 'application/ld+json') tag = 'ld+json';
    },
    close(): void {
      author.close();
      if (tag === 'ld+json') scripts.push(script);
      [tag, script] = ['', ''];
    },
    text(data: string): void {
      author.add(data);
      // Entities part a title into pieces.
      if (tag === 'title') title += data;
      else if (tag === 'ld+json' && script.length < SCRIPT_LIMIT) script += data;
    },
    meta: (): Readonly<Record<string, unknown>> => ({
      ...scripts.map(readJsonLd).find((found) => found !== null),
      ...Object.fromEntries(meta),
      ...(time !== '' && { time }),
      ...(isName(author.text()) && { byline: author.text() }),
      ...(title !== '' && { 'page-title': title }),
    }),
  };
}

// UTF-16 units: what is longer is a portrait.
const NAMES_LIMIT = 60;

// What has a colon is read as a line of labels, which says whose name follows: 「來源：某報」 stands in such elements, too.
const isName = (text: string): boolean =>
  text.length > 1 && text.length <= NAMES_LIMIT && !/[\d。！？!?@:：]/u.test(text);

/** The text of the first element that is asked for and holds any, on one line. */
function createElementText() {
  let text = '';
  let depth = 0;
  return {
    open(isAskedFor: boolean): void {
      if (depth > 0) depth++;
      else if (isAskedFor && text.trim() === '') depth = 1;
    },
    close(): void {
      if (depth > 0) depth--;
    },
    add(data: string): void {
      if (depth > 0 && text.length <= NAMES_LIMIT) text += ` ${data}`;
    },
    text: (): string => text.replace(/\s+/gu, ' ').trim(),
  };
}

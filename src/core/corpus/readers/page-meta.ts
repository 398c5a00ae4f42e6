import { readJsonLd } from './json-ld.ts';

// Longer scripts hold a page's data, not a note on the article.
const SCRIPT_LIMIT = 200_000;

/** Gathers what a page says of itself while it is being read: its title, canonical link, meta properties, JSON-LD and `<time>`. */
export function createPageMeta() {
  const meta = new Map<string, string>();
  let [tag, title, script, time] = ['', '', '', ''];
  const scripts: string[] = [];
  const note = (name: string, value: string | undefined): void => {
    if (name !== '' && value !== undefined && !meta.has(name)) meta.set(name, value);
  };
  return {
    open(opened: string, attributes: Readonly<Record<string, string>>): void {
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
      if (tag === 'ld+json') scripts.push(script);
      [tag, script] = ['', ''];
    },
    text(data: string): void {
      // Entities part a title into pieces.
      if (tag === 'title') title += data;
      else if (tag === 'ld+json' && script.length < SCRIPT_LIMIT) script += data;
    },
    meta: (): Readonly<Record<string, unknown>> => ({
      ...scripts.map(readJsonLd).find((found) => found !== null),
      ...Object.fromEntries(meta),
      ...(time !== '' && { time }),
      ...(title !== '' && { 'page-title': title }),
    }),
  };
}

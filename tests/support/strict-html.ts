/** What Telegram makes of a text with markup: what a reader sees, and what is marked up in it, in UTF-16 units. */
export interface ParsedText {
  readonly text: string;
  readonly entities: readonly {
    readonly type: string;
    readonly offset: number;
    readonly length: number;
    readonly url: string | undefined;
  }[];
}

const TAG = /^<(\/?)(b|i|a|blockquote)((?: (?:href="[^"<>]*"|expandable))?)>/u;
const ENTITY = /^&(amp|lt|gt|quot);/u;
const TYPES: Readonly<Record<string, string>> = { b: 'Bold', i: 'Italic', a: 'TextUrl', blockquote: 'BlockQuote' };
const CHARS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Reads the part of Telegram's HTML that the bot writes, and throws on everything else: for where Telegram's own parser is not. */
export function parseStrictly(html: string): ParsedText {
  const open: { tag: string; type: string; offset: number; url: string | undefined }[] = [];
  const entities: ParsedText['entities'][number][] = [];
  let text = '';
  for (let at = 0; at < html.length;) {
    const rest = html.slice(at);
    const [tag = '', slash, name = '', attribute = ''] = TAG.exec(rest) ?? [];
    const [entity = '', char = ''] = ENTITY.exec(rest) ?? [];
    if (tag !== '' && slash === '') {
      const url = /href="(.*)"/u.exec(attribute)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      const type = attribute === ' expandable' ? 'ExpandableBlockQuote' : (TYPES[name] ?? '');
      open.push({ tag: name, type, offset: text.length, url });
    } else if (tag !== '') {
      const last = open.pop();
      if (last?.tag !== name) throw new Error(`${tag} at ${at} closes nothing.`);
      const length = text.length - last.offset;
      if (length > 0) entities.push({ type: last.type, offset: last.offset, length, url: last.url });
    } else if (/^[<>&]/u.test(rest) && entity === '') throw new Error(`${rest.slice(0, 10)} at ${at} is not escaped.`);
    else text += entity === '' ? rest.charAt(0) : CHARS[char];
    at += Math.max(tag.length, entity.length, 1);
  }
  if (open.length > 0) throw new Error(`${open.length} tags are open at the end.`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

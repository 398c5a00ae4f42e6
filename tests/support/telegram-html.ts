import { createRequire } from 'node:module';
import { configure, execute } from 'tdl';
import { parseStrictly, type ParsedText } from './strict-html.ts';

interface FormattedText {
  readonly _: 'formattedText';
  readonly text: string;
  readonly entities: readonly {
    readonly type: { readonly _: string; readonly url?: string };
    readonly offset: number;
    readonly length: number;
  }[];
}

/** Where Telegram's own library is, which is installed on Linux (x64, glibc) only. */
function library(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@prebuilt-tdlib/linux-x64-glibc/libtdjson.so');
  } catch {
    return null;
  }
}

const tdjson = library();
if (tdjson !== null) configure({ tdjson, verbosityLevel: 0 });

/** Telegram's own parser, offline; elsewhere one that takes less. Throws where the HTML is none. */
export function parseTelegramHtml(html: string): ParsedText {
  if (tdjson === null) return parseStrictly(html);
  const request = { _: 'parseTextEntities', text: html, parse_mode: { _: 'textParseModeHTML' } } as const;
  const parsed = execute(request) as FormattedText | { readonly _: 'error'; readonly message: string };
  if (parsed._ === 'error') throw new Error(parsed.message);
  return {
    text: parsed.text,
    entities: parsed.entities.map(({ type, offset, length }) => ({
      type: type._.replace('textEntityType', ''),
      offset,
      length,
      url: type.url,
    })),
  };
}

import { foldScript } from '../text/script.ts';
import { langEntries, templateSource, type LangEntry } from '../text/templates.ts';

const KINDS = ['hello', 'thanks', 'help', 'goodbye'] as const;
export type SmallTalk = (typeof KINDS)[number];

/**
 * Makes `smallTalk` of lines that say `kind: template`.
 *
 * @internal Exported for its tests.
 */
export function readSmallTalk(lines: readonly LangEntry[]): (text: string) => SmallTalk | null {
  const patterns = KINDS.map((kind) => {
    const sources = lines.flatMap(({ key, entry }) => (key === kind ? [templateSource(entry)] : []));
    return { kind, pattern: new RegExp(`^(?:${sources.join('|') || '(?!)'})$`) };
  });
  return (text) => {
    const bare = foldScript(text)
      .replace(/(?:[\s!?.,。，、~…'"·:;\-()（）【】\p{Extended_Pictographic}]|\u200d|\ufe0f)+/gu, ' ')
      .trim();
    return patterns.find(({ pattern }) => pattern.test(bare))?.kind ?? null;
  };
}

/** What kind of small talk an utterance is as a whole, or null where it is none: 「你好」 is a greeting, 「你好在哪裡」 is not. */
export const smallTalk = readSmallTalk(langEntries('small-talk'));

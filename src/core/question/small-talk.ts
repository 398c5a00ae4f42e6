import { fromLexicon, keyed, type Lexicon } from '../text/lexicon.ts';
import { foldScript } from '../text/script.ts';
import { templateSource } from '../text/templates.ts';

const KINDS = ['hello', 'thanks', 'help', 'goodbye'] as const;
export type SmallTalk = (typeof KINDS)[number];

const patternsOf = fromLexicon((lexicon) => {
  const lines = keyed(lexicon.list('small-talk'));
  return KINDS.map((kind) => {
    const sources = lines.flatMap(({ key, entry }) =>
      key === kind ? [templateSource(entry, (name) => lexicon.list(name))] : [],
    );
    return { kind, pattern: new RegExp(`^(?:${sources.join('|') || '(?!)'})$`) };
  });
});

/** What kind of small talk an utterance is as a whole, or null where it is none: 「你好」 is a greeting, 「你好在哪裡」 is not. */
export function smallTalk(text: string, lexicon: Lexicon): SmallTalk | null {
  const bare = foldScript(text)
    .replace(/(?:[\s!?.,。，、~…'"·:;\-()（）【】\p{Extended_Pictographic}]|\u200d|\ufe0f)+/gu, ' ')
    .trim();
  return patternsOf(lexicon).find(({ pattern }) => pattern.test(bare))?.kind ?? null;
}

import type { Lang } from '../model/article.ts';
import { scriptOf } from './script.ts';

type Script = Exclude<Lang, 'en'>;
type Convert = (text: string) => string;

/** A text in the script that it was not written in. Never a quote: whoever shows it says that it was converted. */
export interface Converted {
  readonly text: string;
  /** The script that it is in now. */
  readonly script: Script;
}

/**
 * Converts Traditional to Simplified, or Simplified to Traditional in Hong Kong's usage. Null where the text shows no Chinese
 * script, or reads the same in both. Clauses that are in the wanted script already stay as they are: a converter spoils them.
 */
export async function otherScript(text: string): Promise<Converted | null> {
  const from = scriptOf(text);
  if (from === null) return null;
  const script = from === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant';
  const convert = await converterTo(script);
  const converted = clausesOf(text)
    .map((clause) => (scriptOf(clause) === script ? clause : convert(clause)))
    .join('');
  return converted === text ? null : { text: converted, script };
}

// With the marks that end them, so that joined they are the text again.
const clausesOf = (text: string): string[] => text.match(/[^，。！？；：、「」『』“”‘’《》（）\s]+|[^]/gu) ?? [];

const converters = new Map<Script, Promise<Convert>>();

// The dictionaries take a tenth of a second and some megabytes: they are read when somebody first wants them.
async function converterTo(script: Script): Promise<Convert> {
  const known = converters.get(script);
  if (known !== undefined) return await known;
  const made = script === 'zh-Hans' ? toSimplified() : toTraditional();
  converters.set(script, made);
  return await made;
}

async function toSimplified(): Promise<Convert> {
  const { Converter } = await import('opencc-js/t2cn');
  const convert = Converter({ from: 'hk', to: 'cn' });
  // OpenCC takes 甚 for a character of Simplified too, which in this word it is not.
  return (text) => convert(text).replaceAll('甚么', '什么');
}

async function toTraditional(): Promise<Convert> {
  const { Converter } = await import('opencc-js/cn2t');
  const convert = Converter({ from: 'cn', to: 'hk' });
  // The forms that Hong Kong's newspapers print.
  return (text) => convert(text).replaceAll('羣', '群').replaceAll('峯', '峰');
}

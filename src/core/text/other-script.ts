import type { Lang } from '../model/article.ts';
import { anyOf, langLines, langTable, langWords } from './lang-data.ts';
import { scriptOf } from './script.ts';
import { entriesOf } from './templates.ts';
import { traditionalOf, type ConverterOf } from './traditional.ts';

type Script = Exclude<Lang, 'en'>;

/** Whose Traditional characters. */
export type Region = 'hk' | 'tw';

/** A text in the script that it was not written in. Never a quote: whoever shows it says that it was converted. */
export interface Converted {
  readonly text: string;
  /** The script that it is in now. */
  readonly script: Script;
}

/**
 * Converts Traditional to Simplified, or Simplified to Traditional in the usage of Hong Kong or Taiwan (裏, 裡). Null where the text shows no Chinese
 * script, or reads the same in both. Clauses that are in the wanted script already stay as they are: a converter spoils them.
 */
export async function otherScript(text: string, region: Region = 'hk'): Promise<Converted | null> {
  const from = scriptOf(text);
  if (from === null) return null;
  const script = from === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant';
  const converterOf = await converterTo(script === 'zh-Hans' ? script : region);
  const convert = converterOf(text);
  const converted = clausesOf(text)
    .map((clause) => (scriptOf(clause) === script ? clause : convert(clause)))
    .join('');
  return converted === text ? null : { text: converted, script };
}

// With the marks that end them, so that joined they are the text again.
const clausesOf = (text: string): string[] => text.match(/[^，。！？；：、「」『』“”‘’《》（）\s]+|[^]/gu) ?? [];

const converters = new Map<'zh-Hans' | Region, Promise<ConverterOf>>();

// The dictionaries take some time and some megabytes: they are read when somebody first wants them.
async function converterTo(target: 'zh-Hans' | Region): Promise<ConverterOf> {
  const known = converters.get(target);
  if (known !== undefined) return await known;
  const made = target === 'zh-Hans' ? toSimplified() : toTraditional(target);
  converters.set(target, made);
  return await made;
}

// As newspapers print it, where OpenCC writes otherwise.
const printed = (text: string, script: 'zh-Hans' | 'zh-Hant'): string =>
  entriesOf(langLines('zh/printed-forms')).reduce((written, { key, entry }) => {
    const [converted = '', form = ''] = entry.split('=>').map((side) => side.trim());
    return key === script ? written.replaceAll(converted, form) : written;
  }, text);

async function toSimplified(): Promise<ConverterOf> {
  const { Converter } = await import('opencc-js/t2cn');
  const convert = Converter({ from: 'hk', to: 'cn' });
  return () => (text) => printed(convert(text), 'zh-Hans');
}

async function toTraditional(region: Region): Promise<ConverterOf> {
  const converterOf = await traditionalOf(region);
  const { kept, phrases } = exceptions();
  return (whole) => {
    const convert = converterOf(whole);
    return (text) =>
      text
        .split(kept)
        .map((piece, at) => (at % 2 === 1 ? (phrases.get(piece) ?? piece) : printed(convert(piece), 'zh-Hant')))
        .join('');
  };
}

/** What is cut out before a conversion, in one group, and what phrases become; everything else that is cut out stays. */
function exceptions(): { readonly kept: RegExp; readonly phrases: ReadonlyMap<string, string> } {
  const phrases = new Map(
    langLines('zh/script-phrases').map((line): [string, string] => {
      const [simplified = '', traditional = ''] = line.split('=>');
      return [simplified.trim(), traditional.trim()];
    }),
  );
  const verbs = anyOf([...langTable('zh/speech-verbs').keys()]);
  const offices = anyOf(langWords('zh/offices'));
  const surnames = anyOf(langWords('zh/kept-surnames'));
  const sounds = anyOf(langWords('zh/transliteration'));
  const given = String.raw`\p{Script=Han}`;
  const kept = [
    anyOf(phrases.keys()),
    `(?:${surnames})(?=${given}{1,2}(?:${verbs}))`,
    `(?<=${offices})(?:${surnames})(?=${given}{2})`,
    `(?<=${sounds})(?:${anyOf(langWords('zh/kept-sounds'))})(?=${sounds})`,
  ];
  return { kept: new RegExp(`(${kept.join('|')})`, 'u'), phrases };
}

import type { DictGroup } from 'opencc-js/core';

type Convert = (text: string) => string;

/** Makes what converts some text, and all that is cut out of it, from Simplified to the Traditional of a region. */
export type ConverterOf = (text: string) => Convert;

/** Reads OpenCC's dictionaries for a region's Traditional. */
export async function traditionalOf(region: 'hk' | 'tw'): Promise<ConverterOf> {
  const [{ ConverterBuilder, ConverterFactory }, { configs, from, to }] = await Promise.all([
    import('opencc-js/core'),
    import('opencc-js/preset/cn2t'),
  ]);
  const name = `s2${region}`;
  const { normalizationChain = [], segmentation, conversionChain } = configs[name] as unknown as Steps;
  const [phrases = [], ...variants] = conversionChain;
  const normal = ConverterFactory(...normalizationChain);
  const books = new Map([...segmentation, ...phrases].map((dictionary) => [dictionary, phrasesIn(dictionary)]));
  return (text) => {
    const normalText = normal(text);
    const within = (group: readonly string[]): string[] =>
      group.flatMap((dictionary) => books.get(dictionary)?.(normalText) ?? []);
    const steps = { segmentation: within(segmentation), conversionChain: [within(phrases), ...variants] };
    const convert = ConverterBuilder({ from, to, configs: { [name]: steps } })({ from: 'cn', to: region });
    return (part) => convert(normal(part));
  };
}

// How OpenCC converts: compatibility ideographs, then the words that a text is cut into, each by phrases, and what they gave by variants.
interface Steps {
  readonly normalizationChain?: readonly DictGroup[];
  readonly segmentation: readonly string[];
  readonly conversionChain: readonly (readonly string[])[];
}

/**
 * Gives those lines of a dictionary, `phrase form|phrase form|…`, whose phrases stand in a text, as a dictionary; none where there are
 * none. Of all fifty thousand OpenCC makes two trees, which take forty megabytes and a tenth of a second.
 */
function phrasesIn(dictionary: string): (text: string) => string[] {
  // By the character that they begin with; in a dictionary they mostly stand together.
  const groups = new Map<number, string>();
  for (let start = 0; start < dictionary.length;) {
    const first = dictionary.codePointAt(start) ?? 0;
    let end = start;
    for (let line = start; dictionary.codePointAt(line) === first; line = end + 1) end = endOfLine(dictionary, line);
    const known = groups.get(first);
    const lines = dictionary.slice(start, end);
    groups.set(first, known === undefined ? lines : `${known}|${lines}`);
    start = end + 1;
  }
  return (text) => {
    const found: string[] = [];
    for (const first of new Set(text)) {
      const lines = groups.get(first.codePointAt(0) ?? 0)?.split('|') ?? [];
      found.push(...lines.filter((line) => text.includes(line.slice(0, line.indexOf(' ')))));
    }
    return found.length === 0 ? [] : [found.join('|')];
  };
}

function endOfLine(dictionary: string, from: number): number {
  const end = dictionary.indexOf('|', from);
  return end === -1 ? dictionary.length : end;
}

import matter from 'gray-matter';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

const refuse = (): never => {
  throw new Error('Code in front matter is never run');
};
const ENGINES = {
  // YAML 1.2, in which 52:48 is no number, `no` is a word and a day is a text. Aliases that multiply are refused.
  yaml: { parse: (text: string): object => parseYaml(text, { uniqueKeys: false, logLevel: 'error' }) as object },
  toml: { parse: (text: string): object => parseToml(text) },
  javascript: { parse: refuse },
  js: { parse: refuse },
  coffee: { parse: refuse },
  cson: { parse: refuse },
};

/** Reads the lines between the `---` of front matter, of any shape. Throws the parser's error, with its place where the parser knows it. */
export const parseMatter = (raw: string, language: string): unknown =>
  // Passing options keeps gray-matter from caching every file it sees.
  matter(`---\n${raw}---\n`, { language, engines: ENGINES }).data;

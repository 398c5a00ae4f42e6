import matter from 'gray-matter';

const refuse = (): never => {
  throw new Error('Code in front matter is never run');
};
const ENGINES = {
  javascript: { parse: refuse },
  js: { parse: refuse },
  coffee: { parse: refuse },
  cson: { parse: refuse },
};

/** Reads the lines between the `---` of front matter, of any shape. Throws the parser's error, with its mark where YAML has one. */
export const parseMatter = (raw: string, language: string): unknown =>
  // Passing options keeps gray-matter from caching every file it sees.
  matter(`---\n${raw}---\n`, { language, engines: ENGINES }).data;

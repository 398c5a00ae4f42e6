// Makes a large archive of a smaller one: its articles, and copies of them with other names and days, until there are as many as are
// wanted. Usage: tsx scripts/bench/multiply.ts FROM TO COUNT (folders of Markdown; TO is made)
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { langWords } from '../../src/core/text/lang-data.ts';

const DAY = 86_400_000;
/** Days between a copy and the next; no whole weeks or years. */
const APART = 151;
/** Of the commonest surnames each becomes another one, in every copy another: every paragraph with a name has another text. */
const SURNAMES = langWords('zh/surnames')
  .filter((name) => name.length === 1)
  .slice(0, 100);

/** A text with other names and days; `copy` counts from 1. */
function another(text: string, copy: number): string {
  const names = new Map(SURNAMES.map((name, at) => [name, SURNAMES[(at + copy) % SURNAMES.length] ?? name]));
  return text
    .replace(/^((?:original_)?url: ".*?)"$/gm, `$1/copy-${copy}"`)
    .replace(/\b(?:19|20)\d\d-\d\d-\d\d\b/g, (day) => shifted(day, copy * APART))
    .replace(/(\d{1,2})日/g, (_, day: string) => `${((Number(day) + 5 * copy) % 28) + 1}日`)
    .replace(new RegExp(`[${SURNAMES.join('')}]`, 'g'), (name) => names.get(name) ?? name);
}

function shifted(day: string, days: number): string {
  const time = Date.parse(day);
  return Number.isNaN(time) ? day : new Date(time - days * DAY).toISOString().slice(0, 10);
}

const [, , from = '', to = '', wanted = ''] = process.argv;
const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort();
cpSync(from, join(to, 'copy-0'), { recursive: true });
let count = files.length;
for (let copy = 1; count < Number(wanted) && files.length > 0; copy++) {
  for (const file of files.slice(0, Number(wanted) - count)) {
    const path = join(to, `copy-${copy}`, dirname(file), `${copy}-${basename(file)}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, another(readFileSync(join(from, file), 'utf8'), copy));
    count += 1;
  }
}
console.log(`${count} articles in ${to}`);

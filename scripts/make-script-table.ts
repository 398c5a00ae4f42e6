// Writes src/core/text/script-table.generated.ts from OpenCC's character dictionaries (Apache-2.0, by way of opencc-js).
// A table that maps one UTF-16 unit to one keeps every offset; converters that work on phrases do not.
import hkVariants from 'opencc-js/dict/HKVariants';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import twVariants from 'opencc-js/dict/TWVariants';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

type Candidates = ReadonlyMap<string, readonly string[]>;

const read = (dictionary: string): Candidates =>
  new Map(
    dictionary
      .split('|')
      .map((entry) => entry.split(' '))
      .filter(([from, ...to]) => from?.length === 1 && to.every((char) => char.length === 1))
      .map(([from, ...to]) => [from ?? '', to]),
  );

// What OpenCC leaves to phrases, and characters that writers use for one another.
const ALSO = new Map(
  Object.entries({
    甚: '什', // 甚麼 and 什么
    瞭: '了',
    著: '着',
    裡: '里',
    裏: '里',
    妳: '你',
    牠: '它',
    佈: '布',
    佔: '占',
    週: '周',
    菸: '烟',
    衞: '卫',
    藉: '借',
    箇: '个',
    祇: '只',
    隻: '只',
    籲: '吁',
    倖: '幸',
    綵: '彩',
    鬥: '斗',
    崙: '仑',
    傢: '家',
    慾: '欲',
    遊: '游',
    徵: '征',
    麽: '么',
    乾: '干',
    彷: '仿',
    彿: '佛',
    畫: '画',
    覆: '复',
    峯: '峰',
    喫: '吃',
    粧: '妆',
    痲: '麻',
    痺: '痹',
    昇: '升',
    唸: '念',
    託: '托',
    閒: '闲',
    緻: '致',
    煖: '暖',
  }),
);
// 么 is the Simplified for 麼 far more often than the Traditional for 幺.
const NEVER = new Set(['么']);
// What OpenCC makes something else of, though Traditional text has it as well: 台灣, 公里, 皇后, 準 and 准許.
const ALSO_TRADITIONAL = new Set('台里后余于干准云征范丑咸斗岳采仆朴据几占并');

/** The source of the generated module, so that a test can tell whether the committed one is current. */
export function scriptTableSource(): string {
  const toSimplified = read(traditionalToSimplified);
  const toTraditional = read(simplifiedToTraditional);
  const table = new Map<string, string>();
  for (const [from, to] of toSimplified) if (to[0] !== undefined && to[0] !== from) table.set(from, to[0]);
  const regionalForms = new Set(ALSO_TRADITIONAL);
  // A regional variant goes where its standard form goes: 衞 → 衛 → 卫.
  for (const variants of [hkVariants, twVariants]) {
    for (const [standard, regional] of read(variants)) {
      for (const variant of regional) {
        if (!NEVER.has(variant)) regionalForms.add(variant);
        const target = table.get(standard) ?? standard;
        if (variant !== target && !table.has(variant) && !toTraditional.has(variant)) table.set(variant, target);
      }
    }
  }
  for (const [from, to] of ALSO) table.set(from, to);
  for (const char of NEVER) table.delete(char);
  // Every chain ends: no target is itself a key.
  for (const [from, to] of table) {
    const further = table.get(to);
    if (further !== undefined) table.set(from, further);
  }
  const pairs = [...table].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const traditionalOnly = [...toSimplified]
    .filter(
      ([char, to]) => !to.includes(char) && !toTraditional.has(char) && !NEVER.has(char) && !'著乾'.includes(char),
    )
    .map(([char]) => char);
  const simplifiedOnly = [...toTraditional]
    .filter(([char, to]) => !to.includes(char) && !regionalForms.has(char))
    .map(([char]) => char);
  const constant = (name: string, comment: string, chars: readonly string[]): string =>
    `/** ${comment} */\nexport const ${name} =\n  '${chars.toSorted().join('')}';\n`;
  return [
    '// Made by scripts/make-script-table.ts from OpenCC (https://github.com/BYVoid/OpenCC, Apache-2.0). Do not edit.\n',
    constant(
      'FOLDED_FROM',
      'Characters that fold, in the order of `FOLDED_TO`.',
      pairs.map(([from]) => from),
    ),
    `/** What each character of \`FOLDED_FROM\` folds to. */\nexport const FOLDED_TO =\n  '${pairs.map(([, to]) => to).join('')}';\n`,
    constant('TRADITIONAL_ONLY', 'Characters that are not used in Simplified text.', traditionalOnly),
    constant('SIMPLIFIED_ONLY', 'Characters that are not used in Traditional text.', simplifiedOnly),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = new URL('../src/core/text/script-table.generated.ts', import.meta.url);
  await writeFile(target, scriptTableSource());
  console.log(`wrote ${fileURLToPath(target)}`);
}

import * as fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { expect, test } from 'vitest';
import { traditionalOf } from '../../../src/core/text/traditional.ts';

// Words that are written in several ways, single characters between them, a compatibility ideograph, and two of more than one UTF-16 unit.
const PARTS = [
  '头发',
  '发展',
  '皇后',
  '后来',
  '干燥',
  '干部',
  '里面',
  '公里',
  '一丝不挂',
  '台湾',
  '鼠标',
  '软件',
  '这里发了',
  '\uf9d8',
  '𠮷',
  '㓦划',
];
const CHARACTERS = '一不里后发干台面只系云松复历制准着群床线峰为卫';
const text = fc.array(fc.oneof(fc.constantFrom(...PARTS), fc.constantFrom(...CHARACTERS)), { maxLength: 30 });

test.each(['hk', 'tw'] as const)(
  'converts every part of a text as OpenCC does with all of its phrases: %s',
  async (region) => {
    const converterOf = await traditionalOf(region);
    const convert = Converter({ from: 'cn', to: region });
    expect(convert('头发')).toBe('頭髮');
    fc.assert(
      fc.property(text, fc.nat(30), (parts, at) => {
        const whole = parts.join('');
        const part = parts.slice(at).join('');
        const own = converterOf(whole);
        expect([own(whole), own(part)]).toEqual([convert(whole), convert(part)]);
      }),
      { numRuns: 300 },
    );
  },
);

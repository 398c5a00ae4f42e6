import { describe, expect, it } from 'vitest';
import { langLines } from '../../../src/core/text/lang-data.ts';
import { entriesOf } from '../../../src/core/text/templates.ts';
import { otherScript, scriptOf } from '../../../src/core/index.ts';

describe('a text in the other script', () => {
  it.each([
    ['楊潔篪與布林肯會談了多久？', '杨洁篪与布林肯会谈了多久？'],
    ['衞生部門說甚麼，為甚麼？', '卫生部门说什么，为什么？'],
    ['他瞭解情況。', '他了解情况。'],
    ['乾燥的後天，皇后也乾杯。', '干燥的后天，皇后也干杯。'],
  ])('%s becomes %s', async (text, converted) => {
    expect(await otherScript(text)).toEqual({ text: converted, script: 'zh-Hans' });
  });

  it.each([
    ['卫生部门说什么？', '衞生部門說什麼？'],
    ['峰会之后，群众在台湾里面干杯。', '峰會之後，群眾在台灣裏面乾杯。'],
    ['皇后说', '皇后說'],
    ['美国制裁三家企业。', '美國制裁三家企業。'],
    ['学者于文静认为，计划不变。', '學者于文靜認為，計劃不變。'],
    ['属于企业，位于会场里面。', '屬於企業，位於會場裏面。'],
  ])('%s becomes %s', async (text, converted) => {
    expect(await otherScript(text)).toEqual({ text: converted, script: 'zh-Hant' });
  });

  it.each(langLines('zh/kept-sounds'))('埃%s克森 stays as it is', async (sound) => {
    expect(await otherScript(`埃${sound}克森在会上说，谈判继续。`)).toEqual({
      text: `埃${sound}克森在會上說，談判繼續。`,
      script: 'zh-Hant',
    });
  });

  it.each(langLines('zh/script-phrases').map((line) => line.split('=>').map((side) => side.trim())))(
    '%s is %s',
    async (simplified = '', traditional = '') => {
      const converted = await otherScript(`这里谈${simplified}问题`);
      expect(converted?.text).toBe(`這裏談${traditional}問題`);
    },
  );

  it.each(entriesOf(langLines('zh/printed-forms')))('in $key what is printed for $entry', async ({ key, entry }) => {
    const [converted = '', printed = ''] = entry.split('=>').map((side) => side.trim());
    const [around, own] = key === 'zh-Hans' ? ['這裏談', '这里谈'] : ['这里谈', '這裏談'];
    expect((await otherScript(`${around}${converted}`))?.text).toBe(`${own}${printed}`);
  });

  it.each(langLines('zh/kept-surnames'))('%s文静说 keeps its surname', async (surname) =>
    expect((await otherScript(`${surname}文静说，计划不变。`))?.text).toBe(`${surname}文靜說，計劃不變。`),
  );

  it('leaves clauses alone that are in it already', async () => {
    const mixed = '他在會談中強調兩國關係的發展，她却说：“为什么不谈？”';
    const converted = await otherScript(mixed);
    expect(converted?.text).toBe('他在会谈中强调两国关系的发展，她却说：“为什么不谈？”');
  });

  it.each(['', 'In English only.', '布林肯 2023', '\n\n'])('there is none of %j', async (text) => {
    expect(await otherScript(text)).toBeNull();
  });

  it('keeps what is no Chinese, and every line', async () => {
    const converted = await otherScript('Blinken 說：\n\n「7 小時」 😀');
    expect(converted?.text).toBe('Blinken 说：\n\n「7 小时」 😀');
    expect(scriptOf(converted?.text ?? '')).toBe('zh-Hans');
  });
});

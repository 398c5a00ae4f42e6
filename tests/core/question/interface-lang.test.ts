import { expect, test } from 'vitest';

import type { InterfaceLang } from '../../../src/core/index.ts';
import { interfaceLangOf } from '../../../src/core/question/understand.ts';
import { langLines } from '../../../src/core/text/lang-data.ts';

test.each<[string, InterfaceLang, InterfaceLang, string]>([
  ['布林肯何時訪華', 'en', 'zh-Hant', 'the script of the question'],
  ['布林肯何时访华', 'zh-Hant', 'zh-Hans', 'whatever is usual'],
  ['王毅', 'zh-Hans', 'zh-Hans', 'both scripts share it: what is usual'],
  ['王毅', 'zh-Hant', 'zh-Hant', 'the same'],
  ['王毅', 'en', 'zh-Hant', 'but never English for Chinese'],
  ['台海', 'zh-Hant', 'zh-Hant', '台 is no sign of Simplified'],
  ['七公里', 'zh-Hant', 'zh-Hant', 'nor is 里'],
  ['"不要低估" who said this?', 'zh-Hant', 'en', 'what is quoted is in another language than the question'],
  ['「show of force」係邊個講', 'en', 'zh-Hant', 'nor does it make a question English'],
  ['王毅喺邊度', 'zh-Hans', 'zh-Hant', 'Cantonese is written in Traditional'],
  ['王毅係咩人', 'zh-Hans', 'zh-Hant', 'so it is'],
  ['Blinken', 'zh-Hant', 'en', 'Latin letters'],
  ['Привет', 'zh-Hant', 'en', 'other languages are answered in English'],
  ['Blinken 訪華', 'en', 'zh-Hant', 'Chinese with a name in Latin letters'],
  ['what did 王毅 say', 'zh-Hans', 'zh-Hans', 'English with Chinese characters that both share'],
  ['2023', 'zh-Hans', 'zh-Hans', 'no letters at all'],
  ['？', 'en', 'en', 'nor any words'],
  ['', 'en', 'en', 'nor anything'],
])('%s, usually %s → %s: %s', (text, usual, lang) => expect(interfaceLangOf(text, usual)).toBe(lang));

test.each(langLines('yue/marks'))('%s is Cantonese, whatever is usual', (mark) =>
  expect(interfaceLangOf(`王毅${mark}`, 'zh-Hans')).toBe('zh-Hant'),
);

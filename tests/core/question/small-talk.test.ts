import { describe, expect, test } from 'vitest';

import { readSmallTalk, smallTalk } from '../../../src/core/question/understand.ts';
import { langEntries, templateExamples } from '../../../src/core/text/templates.ts';

test.each([
  ['hello', '你好'],
  ['hello', '您好！'],
  ['hello', '您好嗎？'],
  ['hello', '大家好～'],
  ['hello', '你好呀😀'],
  ['hello', '  你好 。'],
  ['hello', '哈囉'],
  ['hello', '哈啰'],
  ['hello', '早晨'],
  ['hello', '早安'],
  ['hello', '食咗飯未？'],
  ['hello', 'Hello!'],
  ['hello', 'ＨＥＬＬＯ'],
  ['hello', 'hi there'],
  ['hello', 'Good morning.'],
  ['thanks', '謝謝'],
  ['thanks', '谢谢你'],
  ['thanks', '多謝'],
  ['thanks', '唔該晒'],
  ['thanks', '好的，谢谢'],
  ['thanks', 'Thank you very much!'],
  ['thanks', 'thanks a lot'],
  ['help', '幫助'],
  ['help', '怎么用？'],
  ['help', '點用'],
  ['help', '你是誰？'],
  ['help', '你叫什么名字'],
  ['help', 'help'],
  ['help', 'Who are you?'],
  ['help', 'what can you do'],
  ['help', 'How does this work?'],
  ['thanks', '好，唔該'],
  ['thanks', 'ok cool, thanks!'],
  ['noted', 'lol ok'],
  ['noted', '哦，明白'],
  ['goodbye', '多謝，再見'],
  ['goodbye', '再見'],
  ['goodbye', '拜拜'],
  ['goodbye', 'bye'],
  ['goodbye', 'Good bye!'],
])('%s: %s', (kind, text) => expect(smallTalk(text)).toBe(kind));

test.each([
  '你好在哪裡',
  '你好，布林肯何時訪華？',
  '王毅好',
  '早餐會議',
  '再見面的安排',
  '謝謝你說的台灣問題',
  '王毅是誰？',
  '他叫什么名字',
  '帮助乌克兰',
  'hello kitty',
  'ok Wang Yi',
  '好 王毅呢',
  'hi 布林肯',
  'help refugees',
  'Who is Wang Yi?',
  'Goodbye, Lenin',
  'thank you note to Blinken',
  '',
  '👋',
])('none: %s', (text) => expect(smallTalk(text)).toBeNull());

describe('every line of the lists', () => {
  const lines = langEntries('small-talk');
  test.each(lines)('$key: $entry', ({ key, entry }) => {
    const examples = templateExamples(entry);
    for (const example of examples) expect([example, smallTalk(example)]).toEqual([example, key]);
    // Each line has an utterance that no other line knows.
    const without = readSmallTalk(lines.filter((line) => line.entry !== entry));
    expect(examples.some((example) => without(example) === null)).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { archiveQuestion, readArchiveQuestions } from '../../../src/core/question/message.ts';
import { langEntries, templateExamples } from '../../../src/core/text/templates.ts';

test.each([
  ['count', '資料庫有多少篇報道？', ''],
  ['count', '你有几篇文章', ''],
  ['count', 'How many articles do you have?', ''],
  ['outlets', '你們有哪些媒體？', ''],
  ['outlets', '邊啲媒體有提過甲河', '甲河'],
  ['outlets', 'Which outlets reported on the flood?', 'the flood'],
  ['latest', '最新嗰篇報道係講咩？', ''],
  ['latest', '關於甲河的最新報道是哪一篇？', '關於甲河'],
  ['latest', 'What is the latest report on the flood?', 'the flood'],
  ['earliest', '最早的一篇報道是什麼時候？', ''],
  ['topic', '這個資料庫是關於什麼的？', ''],
  ['who', '你是誰？', ''],
  ['doubt', '你確定嗎？', ''],
  ['wrong', '不對', ''],
  ['wrong', '唔啱喎！', ''],
])('%s: %s', (kind, text, rest) => {
  const asked = archiveQuestion(text);
  expect([asked?.kind, asked?.rest.replaceAll(/[?？！\s]+/gu, ' ').trim()]).toEqual([kind, rest]);
  expect(asked?.rest).toHaveLength(text.length);
});

test.each([
  '不對稱戰爭是什麼',
  '王毅是誰？',
  '是真的打算訪華嗎',
  '有多少艘船',
  'Who is Wang Yi?',
  '誰確定會面',
  '他說錯了什麼',
  '最近的地鐵站在哪裡',
  '',
])('none: %s', (text) => expect(archiveQuestion(text)).toBeNull());

describe('every line of the lists', () => {
  const lines = langEntries('archive-questions');
  test.each(lines)('$key: $entry', ({ key, entry }) => {
    const examples = templateExamples(entry);
    for (const example of examples) expect([example, archiveQuestion(example)?.kind]).toEqual([example, key]);
    const without = readArchiveQuestions(lines.filter((line) => line.entry !== entry));
    expect(examples.some((example) => without(example)?.kind !== key)).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import {
  blankFraming,
  findAnswerType,
  mentionsSpeech,
  readAnswerTypes,
  readFraming,
} from '../../../src/core/question/answer-type.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { entriesOf, templateExamples } from '../../../src/core/text/templates.ts';

const chinese = entriesOf([...langWords('zh/question-words'), ...langWords('yue/question-words')]);
const english = entriesOf(langWords('en/question-words'));

describe('every line of the question words', () => {
  test.each([...chinese, ...english])('$key: $entry', ({ key, entry }) => {
    const examples = templateExamples(entry);
    const kinds = examples.map((example) => findAnswerType(example)?.asked);
    const expected = key === 'which' || key === 'what' ? ['which', 'what', 'definition'] : [key];
    expect([examples, expected.some((kind) => kinds.some((one) => one === kind))]).toEqual([examples, true]);
    // Without the line something that it matches is read otherwise.
    const others = (lines: typeof chinese): typeof chinese => lines.filter((line) => line.entry !== entry);
    const without = readAnswerTypes(others(chinese), others(english));
    expect(examples.some((example) => !same(without(example), findAnswerType(example)))).toBe(true);
  });
});

const same = (one: object | null, other: object | null): boolean => JSON.stringify(one) === JSON.stringify(other);

describe('question words inside other words are none', () => {
  test.each(['海邊的餐廳', '兩邊都有人', '重點回應', '幾乎全部', '為何況且', '今晚九點鐘聲'])('%s', (text) =>
    expect(['which', 'statement', 'count', 'manner', 'place']).not.toContain(findAnswerType(foldScript(text))?.asked),
  );
});

test.each([
  ['What was the owner afraid of when she left?', 'what'],
  ['「什麼是路」是誰說的？', 'person'],
  ['罪名成唔成立', 'yesno'],
  ['他點解釋這件事', 'statement'],
  ['哪幾個人到場', 'person'],
  ['有哪幾個步驟', 'which'],
  ['我想知道更多。誰到場？', 'person'],
  ['Can you tell me why the ferry was late?', 'reason'],
  ["I'm a student. Did the ferry sail?", 'yesno'],
  ['What is the scale for wind called?', 'name'],
  ['What did the captain call it?', 'statement'],
])('%s asks for %s', (text, asked) => expect(findAnswerType(foldScript(text))?.asked).toBe(asked));

test.each([...langWords('zh/a-not-a'), ...langWords('yue/a-not-a')])('天亮%s亮 asks whether', (word) =>
  expect(findAnswerType(`天亮${word}亮`)?.asked).toBe('yesno'),
);
test.each(langWords('zh/before-defined'))('%s什么 asks what something is', (word) =>
  expect(findAnswerType(`区块链${word}什么`)?.asked).toBe('definition'),
);

describe('framing', () => {
  const lines = { zh: langWords('zh/framing'), yue: langWords('yue/framing'), en: langWords('en/framing') };
  const all = [...lines.zh, ...lines.yue, ...lines.en];
  test.each(all)('%s is blanked', (line) => {
    const rests = templateExamples(line).map((example) => blankFraming(example, null, []).trim());
    expect(rests.some((rest) => rest.length <= 2)).toBe(true);
    const without = readFraming(
      [...lines.zh, ...lines.yue].filter((other) => other !== line),
      lines.en.filter((other) => other !== line),
    );
    expect(templateExamples(line).some((example) => example.replace(without, '').trim() !== '')).toBe(true);
  });

  test('clauses about the asker are blanked beside the one that asks', () => {
    const text = '我是新闻系学生,想请教一下:河水何时上涨?';
    const cue = findAnswerType(text);
    expect(blankFraming(text, cue, []).replaceAll(/[\s,:?]/g, '')).toBe('河水上涨');
  });

  // What frames a question may touch a name, before it or behind.
  test.each(['请问林墨', '我想知道林墨', '林墨请问'])('%s keeps the name alone', (text) => {
    const start = text.indexOf('林墨');
    expect(blankFraming(text, null, [{ start, end: start + 2 }]).trim()).toBe('林墨');
  });

  test('names and quoted words are kept', () => {
    expect(blankFraming('「其实很近」是谁写的', null, [])).toContain('其实很近');
    expect(blankFraming('其实在场', null, [{ start: 0, end: 2 }])).toContain('其实');
  });
});

test.each(langWords('en/mentions-speech'))('%s mentions speech', (word) =>
  expect(mentionsSpeech(`they ${word} so`)).toBe(true),
);
test.each(langWords('zh/mentions-speech'))('%s mentions speech', (line) =>
  expect(templateExamples(line).every((example) => mentionsSpeech(example))).toBe(true),
);

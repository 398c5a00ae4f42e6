import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const frameOf = (text: string) => parseQuestion(text, names).frame;

describe('how many things a question asks for', () => {
  test.each<[string, number | null]>([
    ['渡輪公司提出哪三項要求？', 3],
    ['渡轮公司提出哪三项要求？', 3],
    ['渡輪意外係邊兩個人受傷？', 2],
    ['邊11個船長有份？', 11],
    ['被扣留的三名船長叫什麼？', 3],
    ['報告點名的十名官員是誰？', 10],
    ['工會的四大要求是什麼？', 4],
    ['Which two ports did the ferry call at?', 2],
    ['Who were the seven captains?', 7],
    // One is no list, and a round of talks no number of things.
    ['哪一個港口？', null],
    ['第三次會談是什麼時候？', null],
    ['兩名船長在哪裡失蹤？', null],
    ['三人被控什麼罪？', null],
    ['那两位船长现在能出海吗？', null],
    ['渡輪在2019年停航嗎？', null],
    ['被罰的200個船長是誰？', null],
    ['12名船長被罰，是哪家公司的？', null],
  ])('%s: %s', (text, howMany) => {
    const frame = frameOf(text);
    expect(frame.howMany).toBe(howMany);
    expect(frame.many || howMany === null).toBe(true);
  });

  test.each(langWords('zh/before-asked-items'))('what stands before «%s什麼» is what it asks of', (word) =>
    expect(frameOf(`工會的四個要求${word}什麼？`).howMany).toBe(4),
  );

  test.each([...langWords('zh/before-number'), ...langWords('yue/before-number')])('%s asks for as many', (word) =>
    expect(frameOf(`渡輪去${word}三個港口？`).howMany).toBe(3),
  );

  test.each(langWords('en/before-number'))('"%s" asks for as many', (words) =>
    expect(frameOf(`${words} the two ports of the ferry?`).howMany).toBe(2),
  );

  test.each([
    ['Which ports did the ferry call at?', true],
    ['Which busy little ports did it call at?', true],
    ['Which port did the ferry call at?', false],
    ['Which bus goes to the port?', false],
  ])('%s asks for several: %s', (text, many) => expect(frameOf(text).many).toBe(many));
});

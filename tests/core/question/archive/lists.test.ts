import { describe, expect, test } from 'vitest';

import { createArchiveReader } from '../../../../src/core/question/archive/archive-question.ts';
import { archiveLexicon } from '../../../../src/core/question/archive/grammar.ts';
import { langTable } from '../../../../src/core/text/lang-data.ts';

const lexicon = archiveLexicon();
const NOBODY = { outlets: [], others: [] };

type Examples = Readonly<Record<string, (form: string) => string>>;

/** A question with a form of a role, and one that asks the same: of the form it is what it is only by the list. */
const CHINESE: Examples = {
  archive: (form) => `${form}講咩`,
  here: (form) => `${form}講咩`,
  you: (form) => `${form}是什麼`,
  self: (form) => `${form}是什麼`,
  outlet: (form) => `你有哪些${form}`,
  'outlet-kind': (form) => `你有哪些${form}`,
  'outlet-measure': (form) => `你有多少${form}`,
  source: (form) => `${form}是哪裡`,
  report: (form) => `有多少篇${form}`,
  reporting: (form) => `有多少篇${form}`,
  reported: (form) => `哪些媒體${form}燈塔`,
  mentions: (form) => `哪些媒體${form}燈塔`,
  says: (form) => `是誰${form}`,
  wrote: (form) => `是誰${form}`,
  author: (form) => `${form}是誰`,
  which: (form) => `資料庫有${form}`,
  'how-many': (form) => `${form}篇文章`,
  who: (form) => `是${form}說的`,
  when: (form) => `你的報道是${form}`,
  where: (form) => `你的新聞從${form}`,
  yesno: (form) => `你是機器人${form}`,
  period: (form) => `資料庫有${form}`,
  newest: (form) => `${form}的文章`,
  oldest: (form) => `${form}的文章`,
  have: (form) => `這裡${form}什麼`,
  'have-or-not': (form) => `你${form}大紀元`,
  about: (form) => `這裡${form}什麼`,
  topic: (form) => `這裡什麼${form}`,
  any: (form) => `這裡${form}什麼`,
  from: (form) => `這裡${form}什麼媒體`,
  is: (form) => `這裡${form}什麼媒體`,
  measure: (form) => `這裡有什麼${form}媒體`,
  some: (form) => `哪${form}間報紙報道燈塔`,
  sure: (form) => `你${form}嗎`,
  wrong: (form) => `你${form}`,
  inside: (form) => `資料庫${form}有什麼媒體`,
  nothing: (form) => `這裡${form}有什麼媒體`,
  particle: (form) => `這裡有什麼媒體${form}`,
};
const ENGLISH: Examples = {
  archive: (form) => `what is the ${form} about`,
  here: (form) => `what is ${form}`,
  you: (form) => `what topics do ${form} have`,
  self: (form) => `what is ${form}?`,
  outlet: (form) => `which ${form} do you have`,
  'outlet-kind': (form) => `which ${form} is it from`,
  source: (form) => `where is the ${form}`,
  report: (form) => `how many ${form}`,
  reporting: (form) => `how many ${form}`,
  reported: (form) => `which outlets ${form} the lighthouse`,
  mentions: (form) => `which outlets ${form} the lighthouse`,
  says: (form) => `who ${form} that`,
  wrote: (form) => `who ${form} that`,
  author: (form) => `the ${form}?`,
  which: (form) => `${form} is here`,
  'how-many': (form) => `${form} articles`,
  who: (form) => `${form} wrote it`,
  when: (form) => `${form} is your archive`,
  where: (form) => `${form} is the source`,
  yesno: (form) => `${form} you a bot`,
  period: (form) => `${form} do you have`,
  newest: (form) => `${form} article`,
  oldest: (form) => `${form} article`,
  have: (form) => `what topics do you ${form}`,
  about: (form) => `what is this archive ${form}`,
  topic: (form) => `what ${form} do you have`,
  any: (form) => `do you have ${form} articles? which outlets`,
  from: (form) => `articles ${form} which outlets do you have`,
  is: (form) => `what ${form} your outlets`,
  measure: (form) => `which ${form} outlets do you have`,
  sure: (form) => `are you ${form}`,
  wrong: (form) => `you are ${form}`,
  some: (form) => `which ${form} outlets do you have`,
  nothing: (form) => `${form} which outlets do you have`,
};

const reader = createArchiveReader(lexicon);
const kindOf = (read: typeof reader, text: string): string => {
  const start = text.indexOf('大紀元');
  const outlets = start < 0 ? [] : [{ start, end: start + 3 }];
  const asked = read(text, { named: { outlets, others: [] }, isAfterAnswer: true });
  return asked === null ? 'none' : `${asked.kind} ${asked.rest.trim()}`;
};

describe.each(['zh', 'yue', 'en'])('each word of %s', (lang) => {
  const words = [...langTable(`${lang}/archive-words`)].filter(([, role]) => role !== 'other');
  test.each(words)('%s is %s', (form, role) => {
    const text = (lang === 'en' ? ENGLISH : CHINESE)[role]?.(form) ?? '';
    const without = createArchiveReader(new Map([...lexicon].filter(([own]) => own !== form)));
    const asked = kindOf(reader, text);
    expect(asked).not.toBe('none');
    expect(kindOf(without, text)).not.toBe(asked);
  });
});

describe('longer words that are none of these', () => {
  const words = [...lexicon].filter(([, role]) => role === 'other');
  test.each(words)('%s', (form) => {
    const without = createArchiveReader(new Map([...lexicon].filter(([own]) => own !== form)));
    const texts = [
      `哪些媒體報道${form}`,
      `${form}有多少篇報道`,
      `${form}是什麼`,
      `${form}是誰說`,
      `which outlets reported on ${form}`,
      `最新的${form}`,
      `who said ${form}`,
    ];
    const context = { named: NOBODY, isAfterAnswer: true };
    expect(texts.map((text) => reader(text, context))).not.toEqual(texts.map((text) => without(text, context)));
  });
});

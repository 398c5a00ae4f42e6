import { describe, expect, test } from 'vitest';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { langLines } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const dated = { outlet: '青嶼早報', date: '2021-03-01' };
const { ask } = await madeUpArchive({
  harbour: { ...dated, paragraphs: ['碼頭工會要求青嶼船務公司補發兩個月津貼。'] },
  patrol: { ...dated, paragraphs: ['青嶼船務公司要求海關增派人手巡邏碼頭。'] },
  lighthouse: { ...dated, author: '陶汝言', paragraphs: ['燈塔要修，技師項東河說過，因為塔身已經傾斜。'] },
  visit: { ...dated, paragraphs: ['楊潔篪參觀了燈塔，他說：「燈塔很高。」'] },
  cable: { ...dated, paragraphs: ['屠英朗說，纜車會在暑假開夜班。', '臧若琪說，渡輪票價太高。'] },
  rice: { ...dated, paragraphs: ['農業部長冉其安說，稻米收成比去年少一成。'] },
  chair: { ...dated, paragraphs: ['鄒志安當選漁會主席。鄒志安說，他會爭取加薪。'] },
  turbine: { ...dated, paragraphs: ['第三號風機在星期日起火。技師訾承宗說，起火原因是軸承過熱。'] },
  lamps: { ...dated, paragraphs: ['2019年青嶼燈節吸引了五萬人。'] },
  rescued: { ...dated, paragraphs: ['技師項東河說，渡輪在星期三接走18名旅客。'] },
  stranded: { ...dated, paragraphs: ['船長顏宏說，渡輪星期三接走了30名受困乘客。'] },
  bridge: { ...dated, paragraphs: ['工務局長顏宏說，白沙大橋首月免收通行費。'] },
  joint: { ...dated, paragraphs: ['三個漁會發表聯合聲明，關注舊碼頭關閉。聲明敦促市政府重開舊碼頭。'] },
  talk: {
    ...dated,
    title: '訪談',
    paragraphs: ['記者：大使，撤僑機何時起飛？', '高志明：星期五早上六時。每人只可以帶一件行李。'],
  },
});

const first = async (text: string): Promise<string> => {
  const { kind, points } = await ask({ text });
  return points[0]?.quote ?? kind;
};

describe('what says otherwise is no answer', () => {
  test.each([
    ['who demands of whom is met', '碼頭工會要求船務公司做甚麼？', '補發兩個月津貼'],
    ['the demand runs the other way', '青嶼船務公司要求碼頭工會做甚麼？', 'not-found'],
    ['another speaks, on other things', '臧若琪怎樣評論纜車開夜班？', 'not-found'],
    ['who is asked about speaks', '屠英朗怎樣評論纜車開夜班？', '暑假開夜班'],
    ['another office', '教育部長怎樣說稻米？', 'not-found'],
    ['a description is nobody else', '農業官員承認稻米收成比去年少嗎？', '少一成'],
    ['a surname and a title', '屠教授認為纜車會開夜班嗎？', '暑假開夜班'],
    ['a statement is nobody else', '三個漁會在聲明中敦促市政府做甚麼？', '重開舊碼頭'],
    ['another with that title', '臧教授認為纜車會開夜班嗎？', 'not-found'],
    ['who writes it says it', '陶汝言點解話燈塔要修？', '塔身已經傾斜'],
    ['a misspelt name', '楊潔箎 燈塔？', '楊潔篪參觀了燈塔'],
    ['what nobody in particular says is no speaker', '有人話夜班冇人搭，屠英朗點睇纜車開夜班？', '暑假開夜班'],
    ['a longer name', '鄒志什麼時候當選漁會主席？', 'not-found'],
    ['the name whole', '鄒志安當選什麼主席？', '漁會主席'],
    ['another number', '第五號風機為甚麼起火？', 'not-found'],
    ['its number', '第三號風機為甚麼起火？', '第三號風機'],
    ['another year', '2018年青嶼燈節有多少人？', 'not-found'],
    ['nothing of what is claimed', '誰說白沙大橋不安全？', 'not-found'],
    ['what is claimed', '誰說白沙大橋首月免收費？', '免收通行費'],
    ['the same day, another number', '誰說渡輪星期三接走了18名乘客？', '項東河'],
    ['what one is never said to have said of another', '項東河為甚麼說顏宏說謊？', 'not-found'],
    ['the reply to a question of a transcript', '高志明說撤僑機何時起飛？', '星期五早上六時'],
  ])('%s: %s', async (_why, text, expected) => expect(await first(text)).toContain(expected));
});

test('every unit that numbers things tells one from another', async () => {
  for (const unit of langWords('zh/numbering-units')) {
    const { ask: askOf } = await madeUpArchive({
      one: { ...dated, paragraphs: [`青嶼21${unit}燈節吸引了五萬人。`] },
    });
    expect([unit, (await askOf({ text: `青嶼12${unit}燈節吸引了多少人？` })).kind]).toEqual([unit, 'not-found']);
    expect([unit, (await askOf({ text: `青嶼21${unit}燈節吸引了多少人？` })).kind]).toEqual([unit, 'answered']);
  }
});

describe('in English, somebody who is asked for their words and says nothing', async () => {
  const english = await madeUpArchive({
    walk: {
      ...dated,
      title: 'A walk to school',
      paragraphs: [
        'Two thousand pupils and parents walked to the school in Ostrava on Monday. They were joined by guests including councillor Tim Ashdown.',
        'Headmaster Lena Brodie told the parents at the school that the roof would be mended by June.',
      ],
    },
  });

  test.each([
    ['What did Tim Ashdown tell the parents at the school?', false],
    ['What did Lena Brodie tell the parents at the school?', true],
    ['Who told the parents that the roof would be mended?', true],
  ])('%s', async (text, isAnswered) => {
    expect((await english.ask({ text })).kind === 'answered').toBe(isAnswered);
  });
});

describe('a namesake is somebody else', async () => {
  const english = await madeUpArchive({
    harbour: {
      ...dated,
      title: 'The harbour dues',
      paragraphs: [
        'Rupert Halloway backed the harbour dues on Friday.',
        '“The dues are fair,” Halloway said of the harbour, and a friend agreed that they were.',
      ],
    },
  });
  test.each([
    ['What did Ingrid Halloway say of the harbour dues?', false],
    ['What did Rupert Halloway say of the harbour dues?', true],
    ['What did Secretary Halloway say of the harbour dues?', true],
    ['What did Rob Halloway say of the harbour dues?', true],
  ])('%s', async (text, isAnswered) => {
    expect((await english.ask({ text })).kind === 'answered').toBe(isAnswered);
  });
  test.each(
    langLines('en/short-names').map((line) => line.split(',').map((name) => capital(name.trim())) as [string, string]),
  )('%s is %s for short', async (long, short) => {
    const one = await madeUpArchive({
      harbour: {
        ...dated,
        title: 'The harbour dues',
        paragraphs: [`${long} Halloway backed the harbour dues on Friday.`, '“The dues are fair,” Halloway said.'],
      },
    });
    expect((await one.ask({ text: `What did ${short} Halloway say of the harbour dues?` })).kind).toBe('answered');
  });
});

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

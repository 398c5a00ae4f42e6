import { describe, expect, test } from 'vitest';
import { langLines, langTable, langWords } from '../../../src/core/text/lang-data.ts';
import { templateExamples } from '../../../src/core/text/templates.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const dated = { outlet: '青嶼早報', date: '2021-03-01' };
const { ask } = await madeUpArchive({
  union: { ...dated, paragraphs: ['碼頭工會敦促青嶼船務公司補發兩個月津貼。'] },
  quay: { ...dated, paragraphs: ['碼頭工會抨擊青嶼船務公司拖欠薪金。'] },
  cuts: { ...dated, paragraphs: ['青嶼船務公司澄清，公司沒有裁員。'] },
  night: { ...dated, paragraphs: ['青嶼船務公司保證，年底前恢復夜航。'] },
  rest: { ...dated, paragraphs: ['碼頭工會贊成每年停工三日。'] },
  gulls: { ...dated, paragraphs: ['碼頭工會說，海鷗今年來得特別早。', '青嶼船務公司說，新船漆成藍色。'] },
  duty: { ...dated, paragraphs: ['屠英朗說，市政府必須拆走舊碼頭。', '臧若琪說，她希望市政府保留舊碼頭。'] },
});

const quotes = async (text: string): Promise<string> => {
  const { kind, points } = await ask({ text });
  return points.map(({ quote }) => quote).join('\n') || kind;
};

const CASES: readonly (readonly [act: string, asked: (verb: string) => string, answer: string])[] = [
  ['demand', (verb) => `碼頭工會${verb}船務公司做甚麼？`, '碼頭工會敦促青嶼船務公司補發兩個月津貼。'],
  ['accuse', (verb) => `碼頭工會${verb}船務公司甚麼？`, '碼頭工會抨擊青嶼船務公司拖欠薪金。'],
  ['deny', (verb) => `青嶼船務公司${verb}了甚麼？`, '青嶼船務公司澄清，公司沒有裁員。'],
  ['promise', (verb) => `青嶼船務公司${verb}了甚麼？`, '青嶼船務公司保證，年底前恢復夜航。'],
  ['agree', (verb) => `碼頭工會${verb}了甚麼？`, '碼頭工會贊成每年停工三日。'],
];
const verbsOf = (act: string): string[] =>
  ['zh', 'yue'].flatMap((lang) =>
    [...langTable(`${lang}/speech-verbs`)].flatMap(([verb, does]) => (does.split(', ')[0] === act ? [verb] : [])),
  );

describe.each(CASES)('who is asked what somebody does by saying: %s', (act, asked, answer) => {
  test.each(verbsOf(act))('%s', async (verb) => expect(await quotes(asked(verb))).toBe(answer));
});

test.each([
  ['碼頭工会要求船务公司做什么？', '敦促青嶼船務公司'],
  ['碼頭工會要求船務公司做啲乜？', '敦促青嶼船務公司'],
  ['碼頭工會對船務公司有甚麼要求？', '敦促青嶼船務公司'],
  ['青嶼船務公司要求碼頭工會做甚麼？', 'not-found'],
  ['碼頭工會希望船務公司做甚麼？', '敦促青嶼船務公司'],
  ['臧若琪要求市政府做甚麼？', '希望市政府保留舊碼頭'],
])('%s: %s', async (text, expected) => expect(await quotes(text)).toContain(expected));

// Neither party is known to a list, and each word stands between them and what is asked.
test.each(langWords('zh/put-forward'))('碼頭工會對船務公司%s甚麼要求', async (word) => {
  expect(await quotes(`碼頭工會對船務公司${word}甚麼要求？`)).toContain('敦促青嶼船務公司');
  expect(await quotes(`船務公司對碼頭工會${word}了什麼要求？`)).not.toContain('敦促');
});

describe('a duty of theirs is demanded of somebody', () => {
  test.each(langWords('zh/obligations').flatMap((template) => templateExamples(template)))('%s', async (duty) => {
    const { ask: askOf } = await madeUpArchive({
      pier: { ...dated, paragraphs: [`屠英朗說，市政府${duty}拆走舊碼頭。`, '屠英朗說，市政府有舊碼頭的圖則。'] },
    });
    const { points } = await askOf({ text: '屠英朗要求市政府做甚麼？' });
    expect(points.map(({ quote }) => quote)).toEqual([`屠英朗說，市政府${duty}拆走舊碼頭。`]);
  });
  test.each(langWords('en/obligations'))('%s', async (duty) => {
    const { ask: askOf } = await madeUpArchive({
      pier: {
        ...dated,
        title: 'The pier',
        paragraphs: [
          `“The council ${duty} pull down the pier,” said Mirza Vale.`,
          '“The council has the plans of the pier,” said Mirza Vale.',
        ],
      },
    });
    const { points } = await askOf({ text: 'What did Mirza Vale demand?' });
    expect(points.map(({ quote }) => quote)).toEqual([`“The council ${duty} pull down the pier,” said Mirza Vale.`]);
  });
});

describe('the same in English', () => {
  const verbs = langLines('en/speech-verbs').flatMap((line) => {
    const [forms = '', does = ''] = line.split(' => ');
    const act = does.split(' ')[0] ?? '';
    return act === 'say' || act === 'other' || act === 'ask' ? [] : [[forms.split(', ')[0] ?? '', act] as const];
  });
  test.each(verbs)('%s: %s', async (verb, act) => {
    const { ask: askOf } = await madeUpArchive({
      a: { ...dated, title: 'One', paragraphs: ['Mirza Vale urged the council to reopen the baths.'] },
      b: { ...dated, title: 'Two', paragraphs: ['Mirza Vale condemned the council for closing the baths.'] },
      c: { ...dated, title: 'Three', paragraphs: ['Mirza Vale denied that the baths were sold.'] },
      d: { ...dated, title: 'Four', paragraphs: ['Mirza Vale promised to swim on the first day.'] },
      e: { ...dated, title: 'Five', paragraphs: ['Mirza Vale conceded that the water was cold.'] },
    });
    const { points } = await askOf({ text: `What did Mirza Vale ${verb}?` });
    const answer: Readonly<Record<string, string>> = {
      demand: 'urged',
      accuse: 'condemned',
      deny: 'denied',
      promise: 'promised',
      agree: 'conceded',
    };
    expect(points.map(({ quote }) => quote.split(' ')[2])).toEqual([answer[act]]);
  });
});

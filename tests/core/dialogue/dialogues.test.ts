import { describe, expect, test } from 'vitest';

import type { Answer, Filters, InterfaceLang, Question } from '../../../src/core/index.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { eventsCorpus } from '../../support/events-corpus.ts';
import { reasonOf } from '../../../src/messages/index.ts';

const { anew } = await eventsCorpus({ more: ['local-news', 'wire'] });

/** What the last turn of a dialogue gets. */
interface Expected {
  readonly kind?: Answer['kind'];
  /** The article that is quoted first. */
  readonly cites?: string;
  /** Words of the first quote, in either script. */
  readonly quotes?: string;
  /** Who says it, as the article has it. */
  readonly speaker?: string;
  /** What the question that it was understood as holds; null where it stands by itself. */
  readonly understood?: readonly string[] | null;
  readonly filters?: Partial<Filters>;
}

/** Asks the turns of one conversation; all answers. */
async function converse(turns: readonly (string | Question)[], ask = anew()): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const turn of turns) {
    const question = typeof turn === 'string' ? { text: turn } : turn;
    answers.push(await ask({ conversation: 'one', ...question }));
  }
  return answers;
}

async function lastOf(turns: readonly (string | Question)[]): Promise<Answer> {
  const answer = (await converse(turns)).at(-1);
  if (answer === undefined) throw new Error('A dialogue has at least one turn.');
  return answer;
}

/** Where an answer is not what is expected: what it has instead. */
function unlike(
  answer: Answer,
  { kind = 'answered', cites, quotes = '', speaker, understood, filters = {} }: Expected,
): string[] {
  const first = answer.citations[0]?.articleId;
  const quote = foldScript(answer.points[0]?.quote ?? '');
  const holdsAll =
    understood?.every((word) => answer.understood?.includes(word) === true) ?? answer.understood === null;
  const given = new Map<string, unknown>(Object.entries(answer.filters));
  return [
    ...(answer.kind === kind ? [] : [`is ${answer.kind}`]),
    ...(cites === undefined || first === cites ? [] : [`cites ${first ?? 'nothing'}`]),
    ...(quote.includes(foldScript(quotes)) ? [] : [`quotes ${quote}`]),
    ...(speaker === undefined || answer.points[0]?.speaker === speaker
      ? []
      : [`has ${answer.points[0]?.speaker ?? 'nobody'} say it`]),
    ...(understood === undefined || holdsAll ? [] : [`is understood as ${answer.understood ?? 'it stands'}`]),
    ...Object.entries(filters).flatMap(([name, value]) =>
      given.get(name) === value ? [] : [`has ${name} ${String(given.get(name))}`],
    ),
  ];
}

type Dialogue = readonly [turns: readonly (string | Question)[], expected: Expected];

describe('a question word alone asks that of what was talked about', () => {
  test.each<Dialogue>([
    [['杜若川判囚多久？', '點解？'], { cites: 'verdict.riverside', quotes: '受賄', understood: ['杜若川', '點解'] }],
    [['西角渡輪起火有多少人受傷？', '為甚麼？'], { quotes: '起火', understood: ['西角渡輪起火', '，為甚麼？'] }],
    [['林望舒和格羅夫5月在青灣會談了多久？', '在哪裡？'], { quotes: '青湾', understood: ['林望舒和格羅夫', '在哪裡'] }],
    [
      ['林望舒和格罗夫通话谈了什么？', '什么时候？'],
      { quotes: '5月14日', understood: ['林望舒和格罗夫通话', '什么时候'] },
    ],
    [['白沙角鯨魚有幾長？', '喺邊度？'], { quotes: '白沙角', understood: ['鯨魚', '喺邊度'] }],
    [
      ['What did Lin Wangshu and Grove discuss on the phone?', 'When?'],
      { quotes: '5月14日', understood: ['Grove', ': When?'] },
    ],
  ])('%j', async (turns, expected) => expect(unlike(await lastOf(turns), expected)).toEqual([]));
});

describe('the same of somebody else', () => {
  test.each<Dialogue>([
    [['林望舒在電話裏怎麼說？', '那格羅夫呢？'], { quotes: '格羅夫說，北原', understood: ['格羅夫', '怎麼說'] }],
    // In her own words, whom the report calls 她 there.
    [['格罗夫说了什么？', '那林望舒呢？'], { speaker: '林望舒', understood: ['林望舒', '说了什么'] }],
    [['林望舒講咗啲乜？', '咁格羅夫呢？'], { quotes: '格羅夫', understood: ['格羅夫', '講咗啲乜'] }],
    [
      ['What did Lin Wangshu say about the engineers?', 'What about Grove?'],
      { quotes: '工程师', understood: ['What did Grove say about the engineers'] },
    ],
    [
      ['What did Lin Wangshu say about the engineers?', 'And about the sluice?'],
      { quotes: '水闸关闭三年', speaker: '林望舒', understood: ['What did Lin Wangshu say about the sluice?'] },
    ],
    [['What did Lin Wangshu say?', 'And Grove?'], { understood: ['Grove', 'say'] }],
  ])('%j', async (turns, expected) => expect(unlike(await lastOf(turns), expected)).toEqual([]));
});

describe('pronouns', () => {
  test.each<Dialogue>([
    [['杜若川判囚多久？', '他收了誰的現金？'], { quotes: '建築公司', understood: ['杜若川', '收了誰的現金'] }],
    [['杜若川判囚多久？', '佢老婆點呀？'], { understood: ['杜若川'] }],
    [['林望舒什么时候访问松陵？', '她怎么说？'], { quotes: '林望舒', understood: ['林望舒', '怎么说'] }],
    [['When did Lin Wangshu visit?', 'What did she say?'], { quotes: '林望舒', understood: ['Lin Wangshu', 'say'] }],
    [
      ['林望舒和格羅夫有沒有通電話？', '他們討論甚麼？'],
      { quotes: '討論工程師檢查青灣水閘', understood: ['林望舒和格羅夫'] },
    ],
    [
      ['林望舒和格羅夫5月會談了多久？', '那次會談同意甚麼？'],
      { quotes: '同意在秋季前重開', understood: ['林望舒和格羅夫'] },
    ],
  ])('%j', async (turns, expected) => expect(unlike(await lastOf(turns), expected)).toEqual([]));

  test('one who is named in the question itself is whom it means', async () =>
    expect(
      unlike(await lastOf(['林望舒說了甚麼？', '杜若川的妻子為他做了甚麼？']), { understood: null, kind: 'answered' }),
    ).toEqual([]));

  test('其他 is none', async () =>
    expect(
      unlike(await lastOf(['杜若川判囚多久？', '河熱病其他病人情況如何？']), { quotes: '情況穩定', understood: null }),
    ).toEqual([]));
});

describe('a question that says little leans on the one before, where that gives an answer', () => {
  test.each<Dialogue>([
    [['西角渡輪起火有多少人受傷？', '多少人獲救？'], { cites: 'ferry-fire.riverside', quotes: '63名' }],
    [['东湾街市起火有多少人受伤？', '火警在哪里开始？'], { cites: 'market-fire.bay', quotes: '鱼档' }],
    [['杜若川判囚几年？', '法官是谁？'], { cites: 'verdict.riverside', quotes: '葉維安' }],
    [['林望舒和格羅夫5月會談了多久？', '費用由誰支付？'], { quotes: '費用' }],
  ])('%j', async (turns, expected) => expect(unlike(await lastOf(turns), expected)).toEqual([]));
});

describe('another outlet, other days', () => {
  test.each<Dialogue>([
    [
      ['西角渡輪起火有多少人受傷？', '海湾晚报怎樣說？'],
      { cites: 'ferry-fire.bay', quotes: '18人受伤', filters: { outlet: '海湾晚报' } },
    ],
    [
      ['How long did Lin Wangshu and Grove meet in May 2024?', 'What about Hill City News?'],
      { cites: 'meeting.hill', filters: { outlet: '山城新闻' } },
    ],
    [
      ['How long did Lin Wangshu and Grove meet in May 2024?', 'And in July?'],
      { cites: 'second-meeting.riverside', filters: { since: '2024-07-01', until: '2024-07-31' } },
    ],
    [
      ['河热病个案8月5日有多少宗？', '8月6日呢？'],
      { cites: 'fever-tuesday.bay', quotes: '59宗', filters: { since: '2024-08-06', until: '2024-08-06' } },
    ],
    [
      ['2024年5月林望舒和格羅夫會面談了甚麼？', '那7月呢？'],
      { cites: 'second-meeting.riverside', filters: { since: '2024-07-01', until: '2024-07-31' } },
    ],
    [
      ['山城新闻怎样报道林望舒和格罗夫的通话？', '那河畔日報呢？', '那海湾晚报呢？'],
      { kind: 'not-found', filters: { outlet: '海湾晚报' }, understood: ['林望舒和格罗夫的通话', '海湾晚报'] },
    ],
    // The six hours of the talks, and not the three days of another visit, nor the three years that a gate was shut.
    [
      ['林望舒和格罗夫5月会谈了多久？', '那海湾晚报呢？'],
      { cites: 'meeting.bay', quotes: '逾六小时', filters: { outlet: '海湾晚报', since: '2024-05-01' } },
    ],
    // An outlet stays until another one, or something else, is asked about.
    [
      ['海湾晚报怎样报道林望舒和格罗夫5月的会谈？', '谈了多久？'],
      { cites: 'meeting.bay', quotes: '逾六小时', filters: { outlet: '海湾晚报' } },
    ],
  ])('%j', async (turns, expected) => expect(unlike(await lastOf(turns), expected)).toEqual([]));
});

describe('a follow-up is answered as the turn before was', () => {
  test.each<Dialogue>([
    [['林望舒和格羅夫有哪些會面？', '那7月呢？'], { kind: 'timeline', cites: 'second-meeting.riverside' }],
    [[{ text: '杜若川', as: 'timeline' }, '那林望舒呢？'], { kind: 'timeline', understood: ['林望舒'] }],
    [['Timeline of Lin Wangshu', 'What about Grove?'], { kind: 'timeline', understood: ['Grove'] }],
    [
      ['河畔日報 2023年', '那海湾晚报呢？'],
      { kind: 'listing', filters: { outlet: '海湾晚报', since: '2023-01-01', until: '2023-12-31' } },
    ],
    [
      ['What did Riverside Daily publish about Lin Wangshu?', 'And Bay Evening News?'],
      { kind: 'listing', filters: { outlet: '海湾晚报' }, understood: ['Lin Wangshu'] },
    ],
    [['各媒體怎樣報道白沙角鯨魚？', '那西角渡輪呢？'], { kind: 'comparison', understood: ['西角渡輪'] }],
    [['河畔日報 2023年', '那2024年呢？'], { kind: 'listing', filters: { outlet: '河畔日報', since: '2024-01-01' } }],
  ])('%j', async (turns, expected) => expect(unlike(await lastOf(turns), expected)).toEqual([]));

  test.each<Dialogue>([
    [['各媒體怎樣報道白沙角鯨魚？', '有多少義工？'], { quotes: '義工', understood: ['白沙角鯨魚'] }],
    [['林望舒和格羅夫的時間線', '他們談了甚麼？'], { understood: ['林望舒和格羅夫', '談了甚麼'] }],
    [['林望舒和格羅夫5月會談了多久？', '林望舒和格羅夫有哪些會面？'], { kind: 'timeline', understood: null }],
    [['河畔日報 2023年', '杜若川判囚幾年？'], { quotes: '判囚三年', understood: null, filters: { outlet: null } }],
  ])('unless it asks for something else: %j', async (turns, expected) =>
    expect(unlike(await lastOf(turns), expected)).toEqual([]),
  );
});

describe('something else lets go of what was talked about', () => {
  test.each<Dialogue>([
    [['林望舒和格羅夫會談了多久？', '杜若川判囚幾年？'], { cites: 'verdict.riverside', understood: null }],
    [['林望舒和格罗夫会谈了多久？', '白沙角有多少名义工？'], { quotes: '义工', understood: null }],
    [
      ['海湾晚报怎样报道林望舒和格罗夫的会谈？', '杜若川判囚几年？'],
      { cites: 'verdict.riverside', understood: null, filters: { outlet: null } },
    ],
    [
      ['2024年5月林望舒和格羅夫談了多久？', '杜若川判囚幾年？'],
      { understood: null, filters: { since: null, until: null } },
    ],
    [['林望舒和格羅夫會談了多久？', '那鯨魚呢？'], { quotes: '鯨' }],
    [['西角渡輪起火有多少人受傷？', '東灣街市呢？'], { cites: 'market-fire.bay', quotes: '2人受伤' }],
    [['船長在哪裏？', '河熱病個案有幾多宗？'], { quotes: '宗', understood: null }],
    [['西角渡輪起火有多少人受傷？', '河熱病個案有幾多宗？', '喺邊度？'], { quotes: '東灣' }],
    [['Who was hurt in the ferry fire?', 'How many pupils get free lunches?'], { quotes: '2,400', understood: null }],
  ])('%j', async (turns, expected) => expect(unlike(await lastOf(turns), expected)).toEqual([]));

  test('nothing is found of a subject that only was before', async () =>
    expect(
      unlike(await lastOf(['林望舒和格羅夫會談了多久？', '今天天氣怎樣？']), { kind: 'not-found', understood: null }),
    ).toEqual([]));
});

describe('the thread holds', () => {
  test.each<Dialogue>([
    [['西角渡輪起火有多少人受傷？', '謝謝', '為甚麼起火？'], { quotes: '起火', understood: ['西角渡輪'] }],
    [['杜若川判囚几年？', '你好', '为什么？'], { quotes: '受賄', understood: ['杜若川'] }],
    [['杜若川判囚幾年？', '量子電腦幾錢？', '點解？'], { quotes: '受賄', understood: ['杜若川'] }],
    [['杜若川判囚幾年？', '？！', '點解？'], { quotes: '受賄', understood: ['杜若川'] }],
    [['杜若川判囚幾年？', '2023年13月呢？', '點解？'], { quotes: '受賄', understood: ['杜若川'] }],
    [['杜若川判囚幾年？', { text: '大橋', outlet: '火星報' }, '點解？'], { quotes: '受賄', understood: ['杜若川'] }],
  ])('%j', async (turns, expected) => expect(unlike(await lastOf(turns), expected)).toEqual([]));

  test('over several turns that each lean on the one before', async () => {
    const answers = await converse(['杜若川判囚多久？', '點解？', '他的妻子呢？', '法官是誰？']);
    expect(answers.map(({ kind }) => kind)).toEqual(['answered', 'answered', 'answered', 'answered']);
    expect(answers[2]?.points[0]?.quote).toContain('妻子');
    expect(answers[3]?.points[0]?.quote).toContain('葉維安');
  });
});

describe('還有嗎', () => {
  const quotesOf = ({ points, citations }: Answer): string[] =>
    points.map(({ citation, start, end }) => `${citations[citation - 1]?.articleId} ${start}-${end}`);

  test.each([
    ['林望舒和格羅夫5月在青灣會談了多久？', '還有嗎？'],
    ['林望舒和格罗夫会谈了多久？', '还有呢'],
    ['林望舒同格羅夫傾咗幾耐？', '仲有冇？'],
    ['What did Grove say?', 'Anything else?'],
  ])('%s, %s: nothing that was quoted right before', async (first, more) => {
    const [before, after] = await converse([first, more]);
    if (before === undefined || after === undefined) throw new Error('Two questions, two answers.');
    expect(after.kind).toBe('answered');
    expect(quotesOf(after).filter((quote) => quotesOf(before).includes(quote))).toEqual([]);
  });
  test('quotes nothing twice, and in the end says that there is nothing more', async () => {
    const answers = await converse(['林望舒說了甚麼？', ...Array.from({ length: 12 }, () => '還有嗎？')]);
    const all = answers.flatMap(quotesOf);
    expect(all.length).toBeGreaterThan(3);
    expect(new Set(all).size).toBe(all.length);
    expect(answers.at(-1)?.kind).toBe('not-found');
  });
  test('with nothing more to be quoted is not found', async () => {
    const answers = await converse(['馆长潘小舟说风筝由谁修补？', '还有吗？', '还有吗？', '还有吗？', '还有吗？']);
    expect(answers.at(-1)).toMatchObject({ kind: 'not-found', points: [], citations: [] });
  });
});

describe('a follow-up with nothing before it', () => {
  test.each<[string, InterfaceLang]>([
    ['在哪裡？', 'zh-Hant'],
    ['邊度呀？', 'zh-Hant'],
    ['點解？', 'zh-Hant'],
    ['還有嗎？', 'zh-Hant'],
    ['她怎麼說？', 'zh-Hant'],
    ['为什么？', 'zh-Hans'],
    ['他说了什么？', 'zh-Hans'],
    ['Why?', 'en'],
    ['What did he say?', 'en'],
    ['Anything else?', 'en'],
  ])('%s asks back', async (text, lang) => {
    const answer = await lastOf([text]);
    expect(answer).toMatchObject({ kind: 'not-found', lang, confidence: 0, points: [], citations: [], nearest: [] });
    expect(reasonOf(answer) ?? '').toMatch(lang === 'en' ? /^[A-Z].*[?.]/ : /[？。]/u);
  });

  test('asks back in three languages, in the one that the reader chose', async () => {
    const reasons = await Promise.all(
      (['zh-Hant', 'zh-Hans', 'en'] as const).map(async (lang) => {
        const answer = await lastOf([{ text: '在哪裡？', lang }]);
        return reasonOf(answer);
      }),
    );
    expect(new Set(reasons).size).toBe(3);
    expect(reasons).not.toContain(null);
  });

  test('asks back too where no conversation is kept', async () => {
    const ask = anew();
    await ask({ text: '杜若川判囚幾年？' });
    const answer = await ask({ text: '點解？' });
    expect(reasonOf(answer)).not.toBeNull();
  });

  test('one with a subject of its own is answered by itself', async () =>
    expect(unlike(await lastOf(['那西角渡輪呢？']), { quotes: '西角', understood: null })).toEqual([]));
});

import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { langPairs, langWords } from '../../../src/core/text/lang-data.ts';
import { templateExamples } from '../../../src/core/text/templates.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const frameOf = (text: string) => parseQuestion(text, names).frame;

describe('a question is read as the statement that answers it', () => {
  test.each<[string, string | null, string | null, string | null]>([
    ['碼頭工會要求油庫公司做甚麼？', '码头工会', 'demand', '油库公司'],
    ['米爾扎怎樣評論渡輪加價？', '米尔扎', 'say', null],
    ['運輸部長怎樣說渡輪？', '运输部长', 'say', null],
    ['項東河點睇夜市？', '项东河', 'say', null],
    ['王毅為甚麼批評美國？', '王毅', 'accuse', '美国'],
    ['請問蘇立文有沒有批評中國？', '苏立文', 'accuse', '中国'],
    ['老師要求我們引用原文，王毅怎樣回應？', '王毅', 'say', null],
    ['《河畔日報》的歐陽莉怎樣說？', '欧阳莉', 'say', null],
    ['What did Mirza Vale say about the ferry?', 'mirza vale', 'say', null],
    ['What did Mirza Vale have to say about the ferry?', 'mirza vale', 'say', null],
    ['What did Mirza Vale initially say about the ferry?', 'mirza vale', 'say', null],
    ['Did Mirza Vale link the harbour blast to the strike?', null, null, null],
    ['What did the head of the union say about the ferry?', 'head of the union', 'say', null],
    ['What did the US demand of China?', 'us', 'demand', 'china'],
    ['渡輪每日有多少班？', null, null, null],
    ['工會同意了甚麼？', '工会', 'agree', null],
    ['工會批評船務公司甚麼？', '工会', 'accuse', '船务公司'],
    ['工會批評船務公司', '工会', 'accuse', '船务公司'],
    ['王毅表示歡迎', '王毅', 'say', null],
    ['我是新聞系學生，王毅為甚麼批評美國', '王毅', 'accuse', '美国'],
    ['What did she answer?', 'she', 'say', null],
    // What is begun, or attacked, is no speech where no words are asked for.
    ['When did they begin?', null, null, null],
    ['Which posts did he attack?', null, null, null],
    ['Reports say Mirza Vale won', null, null, null],
  ])('%s: %s, %s, %s', (text, speaker, act, addressee) => {
    const frame = frameOf(text);
    expect([frame.speaker?.name ?? null, frame.act, frame.addressee?.name ?? null]).toEqual([speaker, act, addressee]);
  });

  test.each(langWords('en/before-speech-verb'))(
    '"%s" between who speaks and the verb is no part of their name',
    (word) => expect(frameOf(`What did Mirza Vale have ${word} say about the ferry?`).speaker?.name).toBe('mirza vale'),
  );
  test.each(langWords('en/perfect-auxiliaries'))('nor is "%s"', (word) =>
    expect(frameOf(`What did Mirza Vale ${word} to say about the ferry?`).speaker?.name).toBe('mirza vale'),
  );
  const addressee = langPairs('en/addressee-before').flatMap(([word, kind]) => (kind === 'speech' ? [word] : []));
  test.each(addressee)('whom something is asked of stands behind "%s"', (word) => {
    expect(frameOf(`What did Mirza Vale ask ${word} Wang Yi?`).addressee?.name).toBe('wang yi');
    expect(frameOf('What did Mirza Vale ask beside Wang Yi?').addressee).toBeNull();
  });

  // The name that the gazetteer has, and nobody else's.
  test.each([
    ['會談後布林肯去北京預計說什麼？', '布林肯'],
    ['美國國務院說王毅怎樣回應？', '美國國務院'],
    ['王毅卸任後說了甚麼？', '王毅'],
    ['After Wang Yi left, what did Blinken say?', 'Blinken'],
    ['What did Qin Gang of China say?', 'Qin Gang'],
    ['What did Wang Yi of the delegation from China say?', 'Wang Yi'],
  ])('%s is of %s', (text, name) => {
    const [known] = names.mentions(foldScript(name), name);
    expect(frameOf(text).speaker?.entry).toBe(known?.name);
  });
  test('nor does a country speak that is in a name', () =>
    expect(frameOf('What did Mark Cuban say?').speaker).toMatchObject({ name: 'mark cuban', entry: null }));

  test('whom something is asked of is who is named behind the verb', () => {
    expect(frameOf('What did Blinken urge Wang Yi to do?').addressee?.name).toBe('wang yi');
    expect(frameOf('What did Blinken ask Wang Yi about?').addressee).toMatchObject({
      name: 'wang yi',
      entry: { kind: 'person' },
    });
  });

  test.each([
    ['誰說渡輪不會加價？', '渡輪不會加價'],
    ['邊個話渡輪會加價？', '渡輪會加價'],
    ['Who said the ferry had stopped?', 'the ferry had stopped'],
    ['王毅有沒有提到渡輪？', null],
  ])('%s claims %s', (text, claim) => {
    const span = frameOf(text).claim;
    expect(span === null ? null : text.slice(span.start, span.end)).toBe(claim);
  });
});

test.each([...langWords('zh/claiming'), '說過'])('誰%s opens a claim', (verb) => {
  const text = `誰${verb}白沙大橋不安全？`;
  const span = frameOf(text).claim;
  expect(span === null ? null : text.slice(span.start, span.end)).toBe('白沙大橋不安全');
});

test.each(langWords('zh/not-claiming'))('誰說%s is another word', (word) => {
  const text = `誰說${word}白沙大橋不安全？`;
  const span = frameOf(text).claim;
  expect(text.slice(span?.start, span?.end)).not.toBe(`${word}白沙大橋不安全`);
});

describe('whether somebody spoke of something at some time or other', () => {
  test.each(['zh', 'yue'].flatMap((lang) => langWords(`${lang}/spoken-of`)))('%s', (verb) => {
    const text = `王毅有沒有${verb}渡輪？`;
    const { frame, terms } = parseQuestion(text, names);
    expect([frame.speaker?.name, frame.act, text.slice(frame.verb?.start, frame.verb?.end)]).toEqual([
      '王毅',
      'say',
      verb,
    ]);
    // Reports have another verb.
    expect(terms.map(({ start, end }) => text.slice(start, end))).toEqual(['王毅', '渡輪']);
  });

  test.each(['米爾扎什麼時候提過渡輪？', '米爾扎喺邊度講過渡輪？', '米爾扎提過渡輪嗎？', '米爾扎提過未？'])(
    '%s is of who speaks',
    (text) => expect(frameOf(text).speaker?.name).toBe('米尔扎'),
  );

  test('who spoke of it is another question', () => expect(frameOf('誰提過渡輪？').speaker).toBeNull());
});

describe('every line of what asks for several', () => {
  test.each(['zh', 'yue', 'en'].flatMap((lang) => langWords(`${lang}/asks-many`)))('%s', (template) =>
    expect(templateExamples(template).map((example) => frameOf(example).many)).not.toContain(false),
  );
  test.each(['哪年通車？', '是哪裡？', '有甚麼分別？'])('%s asks for one', (text) =>
    expect(frameOf(text).many).toBe(false),
  );
});

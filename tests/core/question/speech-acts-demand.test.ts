import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { langPairs, langTable, langWords } from '../../../src/core/text/lang-data.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

const addressee = (kind: string): string[] =>
  langPairs('en/addressee-before').flatMap(([word, own]) => (own === kind ? [word] : []));

/** Who demands of whom what a question asks for, as it names them. */
function demandOf(text: string): readonly (string | null)[] | null {
  const { act, speaker, addressee } = parseQuestion(text, names).frame;
  return act === 'demand' ? [speaker?.name ?? null, addressee?.name ?? null] : null;
}

describe('a demand that is asked for has who makes it and whom it is on', () => {
  test.each<[string, string | null, string | null]>([
    ['楊潔篪要求美國做什麼？', '杨洁篪', '美国'],
    ['杨洁篪要求美国做什么？', '杨洁篪', '美国'],
    ['美方希望中方做咩？', '美方', '中方'],
    ['中方希望美方做咩？', '中方', '美方'],
    ['北京想華府點做？', '北京', '华府'],
    ['中國在會談中多次敦促美方怎麼做？', '中国', '美方'],
    ['王毅對沙利文提出了什麼要求？', '王毅', '沙利文'],
    ['美方對中方有何期望？', '美方', '中方'],
    ['What did Yang Jiechi ask the US to do?', 'yang jiechi', 'us'],
    ['What does Washington want from Beijing?', 'washington', 'beijing'],
    ['What is China urging the United States to stop doing?', 'china', 'united states'],
    ['What did Beijing demand?', 'beijing', null],
    // A side that is in no file of names.
    ['秦剛要求日方做什麼？', '秦刚', '日方'],
  ])('%s: %s of %s', (text, speaker, addressee) => expect(demandOf(text)).toEqual([speaker, addressee]));

  // Nobody of whom is in a list.
  test.each([
    ['工會要求船公司做什麼？', '工会', '船公司'],
    ['王毅要求凌致遠做什麼？', '王毅', '凌致远'],
    ['What did the union urge the company to do?', 'union', 'company'],
  ])('%s: %s of %s', (text, speaker, addressee) => expect(demandOf(text)).toEqual([speaker, addressee]));

  // A place in the name of somebody demands nothing.
  test.each([
    ['What does US President Biden want from China?', 'biden', 'china'],
    ['What did Mark Cuban demand?', 'mark cuban', null],
    ['What did London Breed demand?', 'london breed', null],
    ['What Does China Want From The US?', 'china', 'us'],
    ['What did US officials demand of China?', 'us', 'china'],
  ])('%s: %s of %s', (text, speaker, addressee) => expect(demandOf(text)).toEqual([speaker, addressee]));

  test('who came before is not who demands', () =>
    expect(demandOf('王毅到訪後，船公司要求什麼？')).toEqual(['船公司', null]));

  test.each(langWords('zh/to-do'))('%s stands behind whom it is on', (word) =>
    expect(demandOf(`工会要求船公司${word}什么？`)).toEqual(['工会', '船公司']),
  );

  test.each([
    '北京想點？',
    '布林肯想見誰？',
    'Is Blinken expected in Beijing?',
    'Who met Wang Yi?',
    'What did Blinken tell Wang Yi about Taiwan?',
    '王毅去了哪裡？',
  ])('%s asks for none', (text) => expect(demandOf(text)).toBeNull());

  test.each([...langTable('zh/demands-of').keys()].map((verb) => foldScript(verb)))('%s is a demand', (verb) =>
    expect(demandOf(`中国${verb}美国做什么？`)).toEqual(['中国', '美国']),
  );

  test.each(['zh/no-side-characters', 'yue/no-side-characters'].flatMap(langWords))('%s is in no name', (character) => {
    expect(demandOf(`渔会要求公司做什么？`)).toEqual(['渔会', '公司']);
    expect(demandOf(`渔${character}会要求公司做什么？`)?.[0]).not.toBe(`渔${character}会`);
  });

  test.each([...langTable('en/demands-of').keys()])('to %s is a demand', (verb) =>
    expect(demandOf(`What did China ${verb} the US to do?`)).toEqual(['china', 'us']),
  );

  test.each(addressee('demand'))('a demand %s somebody', (word) =>
    expect(demandOf(`What did Beijing demand ${word} Washington?`)).toEqual(['beijing', 'washington']),
  );
  test.each(langWords('en/perfect-auxiliaries'))('%s somebody demanded', (word) => {
    expect(demandOf(`What ${word} Beijing demanded?`)).toEqual(['beijing', null]);
    expect(demandOf('What is Beijing demanded?')).toBeNull();
  });

  test.each(langWords('zh/towards'))('%s stands before whom it is on', (word) =>
    expect(demandOf(`中国${word}美国提出什么要求？`)).toEqual(['中国', '美国']),
  );

  test.each(['zh/aspects', 'yue/aspects'].flatMap(langPairs).map(([form]) => form))(
    '提出%s什么要求 is one verb',
    (aspect) => {
      const { verb } = parseQuestion(`王毅对沙利文提出${aspect}什么要求？`, names).frame;
      expect(verb).toEqual({ start: 6, end: 13 });
    },
  );
});

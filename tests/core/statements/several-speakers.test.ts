import { describe, expect, test } from 'vitest';
import { statementsOf } from '../../../src/core/statements/statements-of.ts';
import { articleOf } from '../../support/article-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';
import { sayings } from './sayings.ts';

const names = shippedNames();

// Every statement of some paragraphs, as `who (handed on by whom)：content`.
const saidIn = sayings({ not: '不', by: (name) => `(${name})`, colon: '：' });

describe('each of several who speak in a sentence has their own words', () => {
  test.each<[string, readonly string[]]>([
    ['市長羅志安認為橋要修，但議員陳大明認為橋要拆。', ['羅志安：橋要修', '陳大明：橋要拆']],
    ['市長羅志安說橋要修，議員陳大明則稱橋要拆。', ['羅志安：橋要修', '陳大明：橋要拆']],
    ['市長羅志安指橋要修，議員陳大明反駁橋要拆。', ['羅志安：橋要修', '陳大明：橋要拆']],
    ['市長羅志安認為，橋要修，但議員陳大明批評太貴。', ['羅志安：橋要修', '陳大明：太貴']],
    ['市長羅志安認為橋要修但議員陳大明批評太貴。', ['羅志安：橋要修', '陳大明：太貴']],
    ['市長羅志安說，橋要修，議員陳大明說，橋要拆。', ['羅志安：橋要修', '陳大明：橋要拆']],
    [
      '市長羅志安說橋要修，議員陳大明則稱教授李明要求拆橋。',
      ['羅志安：橋要修', '陳大明：教授李明要求拆橋', '李明(陳大明)：拆橋'],
    ],
    ['市長羅志安批評橋太窄，議員陳大明則否認。', ['羅志安：橋太窄', '陳大明：橋太窄']],
    // What one says that another says is both theirs.
    ['市長羅志安說，議員陳大明批評太貴。', ['羅志安：議員陳大明批評太貴', '陳大明(羅志安)：太貴']],
    [
      '市長羅志安說，昨日開會時，議員陳大明批評太貴。',
      ['羅志安：昨日開會時，議員陳大明批評太貴', '陳大明(羅志安)：太貴'],
    ],
    ['市長羅志安說，昨日，議員陳大明批評太貴。', ['羅志安：昨日，議員陳大明批評太貴', '陳大明(羅志安)：太貴']],
    ['市長羅志安說橋要修，並指橋太窄。', ['羅志安：橋要修，並指橋太窄', '羅志安：橋太窄']],
    ['「橋要修，」市長羅志安說，「橋要拆，」議員陳大明說。', ['羅志安：「橋要修，」', '陳大明：「橋要拆，」']],
    [
      '據《海港日報》報道，市長羅志安說橋要修，但議員陳大明說橋要拆。',
      ['羅志安(《海港日報》)：橋要修', '陳大明(《海港日報》)：橋要拆'],
    ],
  ])('%s', (text, expected) => expect(saidIn(text)).toEqual(expected));
});

describe('what is done to somebody', () => {
  test.each<[string, readonly string[]]>([
    ['市長羅志安被議員批評太慢。他回應，橋要修。', ['議員：太慢', '羅志安：橋要修']],
    ['市長羅志安被記者追問橋價，他只說橋要修。', ['記者：橋價', '羅志安：橋要修']],
    ['市長羅志安被記者追問橋價，只說橋要修。', ['記者：橋價', '羅志安：橋要修']],
    ['市長羅志安被審計署指橋太貴。', ['審計署：橋太貴']],
  ])('%s', (text, expected) => expect(saidIn(text)).toEqual(expected));
});

describe('what is said', () => {
  test.each<[string, readonly string[]]>([
    ['陳女士告訴記者，橋要修。', ['陳女士：橋要修']],
    ['市長羅志安表示不作評論。', ['不羅志安：不作評論']],
    ['市長羅志安表示不會評論橋價。', ['羅志安：不會評論橋價']],
    ['市長羅志安表示不認為橋要修。', ['羅志安：不認為橋要修']],
  ])('%s', (text, expected) => expect(saidIn(text)).toEqual(expected));
});

describe('他 and 她 are whom they fit', () => {
  const last = (text: string): string | null => {
    const article = articleOf([text]);
    const one = statementsOf(article, names).at(-1);
    const mention = one?.speaker?.mention ?? null;
    const isLast = mention !== null && mention.start > article.text.search(/[他她][^他她]*$/) - 1;
    return isLast ? (one?.speaker?.name ?? null) : null;
  };
  test.each<[string, string, string | null]>([
    ['by a title', '畫家羅先生指橋要修，策展人陳女士則稱橋要拆。他不同意，認為太貴。', '羅先生'],
    ['of two named together', '市長羅志安與妻子李映雪到場。她說，橋要修。', '李映雪'],
    ['the other of two', '市長羅志安與妻子李映雪到場。她說，橋要修。他說，橋太貴。', '羅志安'],
    ['neither of two whom nothing tells apart', '市長羅志安與議員李映雪到場。她說，橋要修。', null],
    ['neither of two alike', '羅女士與李女士到場。她說，橋要修。', null],
    ['whom another met', '總理霍爾姆昨日會見了女作家伊琳娜。她表示，橋要修。', '伊琳娜'],
    ['not where the other one spoke', '總理霍爾姆對女作家伊琳娜說，橋要修。她表示，太貴。', null],
    ['not where two were met', '總理霍爾姆會見了女作家伊琳娜和女作家安娜。她表示，橋要修。', null],
    ['not who spoke before another', '李女士說橋要修。議員陳大明說橋要拆。她表示，太貴。', null],
    ['a surname with a title elsewhere', '議員李映雪到場。李小姐很高興。市長羅志安到場。他說，橋要修。', '羅志安'],
    [
      '… and not of two with the surname',
      '議員李映雪和議員李大明到場。李小姐很高興。議員李大明說橋要修。她表示，太貴。',
      '李大明',
    ],
    ['who was 她 before is not 他', '議員李映雪到場。她說，橋要修。他說，橋太貴。', null],
    ['in a sentence', '羅先生表示橋要修，她則說橋要拆。', null],
    ['somebody who has no name', '失蹤者的妻子說橋要修。他說，橋太貴。', null],
    ['of both', '男女學生到場。她說，橋要修。', '男女學生'],
    ['who was somebody long before', '李女士說橋要修。橋很長。橋很寬。橋很高。陳先生說橋要拆。她表示，太貴。', null],
  ])('%s', (_, text, expected) => expect(last(text)).toBe(expected));
});

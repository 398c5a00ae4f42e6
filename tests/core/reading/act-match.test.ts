import { describe, expect, test } from 'vitest';
import { actFactor, matchAct, actTopic } from '../../../src/core/reading/act-match.ts';
import { askedAct } from '../../../src/core/reading/weigh-question.ts';
import type { SentenceView } from '../../../src/core/reading/features/sentence-view.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { formsOf, langTable, langWords } from '../../../src/core/text/lang-data.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { templateExamples } from '../../../src/core/text/templates.ts';
import { articleOf } from '../../support/article-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

/** How a report of one sentence stands to a question. */
function matchOf(question: string, sentence: string, before = '', behind = ''): string | null {
  const asked = askedAct(parseQuestion(question, names));
  return asked === null ? null : matchAct(asked, viewOf(sentence, { before, behind }), names);
}

function viewOf(sentence: string, { before = '', behind = '', held = [] as number[] } = {}): SentenceView {
  const text = before + sentence + behind;
  return {
    passage: { passage: { article: articleOf([text]) }, folded: foldScript(text), context: { lead: [], title: [] } },
    start: before.length,
    end: before.length + sentence.length,
    folded: foldScript(sentence),
    original: sentence,
    held,
  } as unknown as SentenceView;
}

describe('a sentence stands to an act that is asked for', () => {
  test.each([
    ['done', '楊潔篪要求美國做什麼？', '楊潔篪敦促美方撤銷關稅。'],
    ['done', '美方希望中方做咩？', '布林肯敦促中國開放港口。'],
    ['done', 'What does Washington want from Beijing?', '布林肯敦促中國開放港口。'],
    ['meant', '王毅想美方點樣做？', '王毅說，希望美方撤銷關稅。'],
    ['meant', '秦剛要求布林肯做什麼？', '秦剛說，美方應撤銷關稅。'],
    // Whoever else speaks, whomever else it is laid on.
    ['anothers', '美方希望中方做咩？', '楊潔篪敦促美方撤銷關稅。'],
    ['anothers', '楊潔篪要求美國做什麼？', '楊潔篪敦促日本撤銷關稅。'],
    ['anothers', '王毅批評了什麼？', '布林肯批評關稅。'],
    // Whoever is only described may be somebody whom the report names.
    ['none', '三名退休船長要求政府做什麼？', '凌致遠敦促政府重開渡輪。'],
    ['done', '王毅批評了什麼？', '王毅抨擊關稅。'],
    ['none', '王毅批評了什麼？', '王毅說，會談坦率。'],
    ['done', '布林肯承諾了什麼？', '布林肯保證不加關稅。'],
    ['none', '楊潔篪要求美國做什麼？', '楊潔篪說，會談坦率。'],
    ['none', '楊潔篪要求美國做什麼？', '會談在青嶼舉行。'],
    // What is not done, what another sentence says, and what ought to be where no demand is asked for.
    ['none', '楊潔篪要求美國做什麼？', '楊潔篪沒有要求美國撤銷關稅。'],
    ['none', '王毅批評了什麼？', '王毅說，美方應撤銷關稅。'],
    ['anothers', '楊潔篪要求美國做什麼？', '楊潔篪敦促日本撤銷關稅，並說會談坦率。'],
    ['anothers', '楊潔篪要求美國做什麼？', '楊潔篪敦促日本向美國撤銷關稅。'],
    ['none', '楊潔篪要求美國做什麼？', '楊潔篪敦促船長撤銷關稅。'],
    ['none', '楊潔篪要求美國做什麼？', '楊潔篪說，日本撤銷關稅。'],
    ['done', '秦剛要求布林肯做什麼？', '秦剛敦促美方讓布林肯道歉。'],
    ['anothers', '三名退休船長要求政府做什麼？', '三名退休船長到場，凌致遠敦促政府重開渡輪。'],
    [null, '楊潔篪說了什麼？', '楊潔篪敦促美方撤銷關稅。'],
    [null, '楊潔篪有沒有要求美國道歉？', '楊潔篪敦促美方撤銷關稅。'],
  ])('%s: %s %s', (match, question, sentence) => expect(matchOf(question, sentence)).toBe(match));

  test('where the report leaves open who speaks, whoever it names may', () => {
    const before = '中國外交部指出，秦剛在通話中闡明了立場。';
    expect(matchOf('秦剛要求美方做什麼？', '他強調，美方應停止加稅。', before)).toBe('meant');
    expect(matchOf('楊潔篪要求美方做什麼？', '他強調，美方應停止加稅。', before)).not.toBe('meant');
    expect(matchOf('秦剛要求日方做什麼？', '他強調，美方應停止加稅。', before)).not.toBe('meant');
    expect(matchOf('秦剛要求美方做什麼？', '他強調，布林肯應停止加稅。', before)).toBe('meant');
  });
  test.each([
    ['秦剛要求美方做什麼？', '美方應停止加稅。', 'it does not leave anything open'],
    ['秦剛要求美方做什麼？', '他強調，美方停止加稅。', 'nobody ought to do anything'],
    ['秦剛要求美方做什麼？', '他強調，中方與美方應停止加稅。', 'another is named first'],
    ['秦剛要求美方做什麼？', '他強調，對方應停止加稅。', 'nobody is named'],
    ['王毅批評了什麼？', '他強調，美方應停止加稅。', 'no demand is asked for'],
  ])('%s, %s: %s', (question, sentence) =>
    expect(matchOf(question, sentence, '中國外交部指出，秦剛和王毅在通話中闡明了立場。')).not.toBe('meant'),
  );

  test('only what it says itself counts, not the sentences around it', () => {
    expect(matchOf('王毅批評了什麼？', '會談坦率。', '王毅抨擊關稅。')).toBe('none');
    expect(matchOf('王毅批評了什麼？', '會談坦率。', '', '王毅抨擊關稅。')).toBe('none');
    expect(matchOf('王毅批評了什麼？', '王毅抨擊關稅。', '會談坦率。', '布林肯說，會談坦率。')).toBe('done');
  });

  test.each(langWords('zh/obligations').flatMap((template) => templateExamples(template)))(
    '%s says what ought to be',
    (word) => expect(matchOf('楊潔篪要求美國做什麼？', `楊潔篪說，美方${word}撤銷關稅。`)).toBe('meant'),
  );
  test.each(['反應', '供應', '必需品'])('%s does not', (word) =>
    expect(matchOf('楊潔篪要求美國做什麼？', `楊潔篪說，美方${word}很多。`)).toBe('none'),
  );
  test.each(langWords('en/obligations'))('%s says what ought to be', (word) =>
    expect(matchOf('What did Blinken ask China to do?', `China ${word} open its ports, Blinken said.`)).toBe('meant'),
  );
  test.each(langWords('en/wishes'))('%s says what is wished', (word) =>
    expect(matchOf('What did Blinken ask China to do?', `He ${word} China to open its ports, Blinken said.`)).toBe(
      'meant',
    ),
  );
  test.each(formsOf(langTable('zh/demands-of'), ''))('%s is a demand or a wish', (verb) =>
    expect(['done', 'meant']).toContain(matchOf('楊潔篪要求美國做什麼？', `楊潔篪說，他${verb}美方撤銷關稅。`)),
  );
});

describe('what is demanded', () => {
  const topicOf = (question: string): string[] => {
    const parsed = parseQuestion(question, names);
    return actTopic(parsed).map((t) => parsed.folded.slice(parsed.terms[t]?.start, parsed.terms[t]?.end));
  };
  test('is neither who demands nor of whom, nor the verb', () => {
    expect(topicOf('秦剛要求美方停止什麼？').join()).toContain('停止');
    expect(topicOf('秦剛要求美方停止什麼？').join()).not.toMatch(/秦刚|美方|要求/u);
    expect(topicOf('秦剛要求美方做什麼？').join()).not.toMatch(/秦刚|美方|要求/u);
  });
});

describe('beside one another', () => {
  const OTHERWISE = 0.7;
  const DONE = '楊潔篪敦促美方撤銷關稅。';
  const MEANT = '楊潔篪說，希望美方撤銷關稅。';
  const ANOTHERS = '布林肯敦促中國開放港口。';
  const NONE = '會談在青嶼舉行。';
  /** What each of some sentences is multiplied by; those in `on` hold what the demand is about. */
  const factors = (question: string, sentences: readonly string[], on: readonly string[] = []): number[] => {
    const parsed = parseQuestion(question, names);
    const act = askedAct(parsed);
    if (act === null) throw new Error(`${question} asks for no act`);
    const views = sentences.map((sentence) =>
      viewOf(sentence, { held: parsed.terms.map(() => (on.includes(sentence) ? 1 : 0)) }),
    );
    return views.map(actFactor({ act, parsed }, views, { names, otherwise: () => OTHERWISE }));
  };

  test('the act is before a wish, and nothing else answers', () => {
    expect(factors('楊潔篪要求美國做什麼？', [DONE, MEANT, ANOTHERS, NONE])).toEqual([1, 0.3, 0, 0]);
    expect(factors('楊潔篪要求美國做什麼？', [MEANT, NONE])).toEqual([0.3, 0]);
  });
  test('without it, whatever else tells: others’ acts stay what is nearest where nothing else is asked', () =>
    expect(factors('楊潔篪要求美國做什麼？', [ANOTHERS, NONE])).toEqual([OTHERWISE, OTHERWISE]));
  test('an act on other things is behind one on what is asked about', () => {
    const question = '楊潔篪要求美國撤銷什麼關稅？';
    const other = '楊潔篪敦促美方開放港口。';
    expect(factors(question, [DONE, other], [DONE])).toEqual([1, 0.02]);
    expect(factors(question, [other, ANOTHERS, NONE])).toEqual([OTHERWISE, 0, OTHERWISE]);
  });
});

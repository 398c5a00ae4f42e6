import { describe, expect, test } from 'vitest';
import { actStanding } from '../../../src/core/reading/act-standing.ts';
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
function standingOf(question: string, sentence: string, before = ''): string | null {
  const asked = askedAct(parseQuestion(question, names));
  const article = articleOf([before + sentence]);
  const start = before.length;
  const folded = foldScript(before + sentence);
  const passage = { passage: { article }, folded };
  const view = {
    passage,
    start,
    end: folded.length,
    folded: foldScript(sentence),
    original: sentence,
  } as unknown as SentenceView;
  return asked === null ? null : actStanding(asked, view, names);
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
    [null, '楊潔篪說了什麼？', '楊潔篪敦促美方撤銷關稅。'],
    [null, '楊潔篪有沒有要求美國道歉？', '楊潔篪敦促美方撤銷關稅。'],
  ])('%s: %s %s', (standing, question, sentence) => expect(standingOf(question, sentence)).toBe(standing));

  test('where the report leaves open who speaks, whoever it names may', () => {
    const before = '中國外交部指出，秦剛在通話中闡明了立場。';
    expect(standingOf('秦剛要求美方做什麼？', '他強調，美方應停止加稅。', before)).toBe('meant');
    expect(standingOf('楊潔篪要求美方做什麼？', '他強調，美方應停止加稅。', before)).not.toBe('meant');
    expect(standingOf('秦剛要求日方做什麼？', '他強調，美方應停止加稅。', before)).not.toBe('meant');
  });

  test.each(langWords('zh/obligations').flatMap((template) => templateExamples(template)))(
    '%s says what ought to be',
    (word) => expect(standingOf('楊潔篪要求美國做什麼？', `楊潔篪說，美方${word}撤銷關稅。`)).toBe('meant'),
  );
  test.each(['反應', '供應', '必需品'])('%s does not', (word) =>
    expect(standingOf('楊潔篪要求美國做什麼？', `楊潔篪說，美方${word}很多。`)).toBe('none'),
  );
  test.each(langWords('en/obligations'))('%s says what ought to be', (word) =>
    expect(standingOf('What did Blinken ask China to do?', `China ${word} open its ports, Blinken said.`)).toBe(
      'meant',
    ),
  );
  test.each(langWords('en/wishes'))('%s says what is wished', (word) =>
    expect(standingOf('What did Blinken ask China to do?', `He ${word} China to open its ports, Blinken said.`)).toBe(
      'meant',
    ),
  );
  test.each(formsOf(langTable('zh/demands-of'), ''))('%s is a demand or a wish', (verb) =>
    expect(['done', 'meant']).toContain(standingOf('楊潔篪要求美國做什麼？', `楊潔篪說，他${verb}美方撤銷關稅。`)),
  );
});

import { describe, expect, test } from 'vitest';
import { askedDemand, demandStanding } from '../../../src/core/reading/demand-standing.ts';
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
  const demand = askedDemand(parseQuestion(question, names).frame);
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
  return demand === null ? null : demandStanding(demand, view, names);
}

describe('a sentence stands to a demand that is asked for', () => {
  test.each([
    ['made', '楊潔篪要求美國做什麼？', '楊潔篪敦促美方撤銷關稅。'],
    ['made', '美方希望中方做咩？', '布林肯敦促中國開放港口。'],
    ['made', 'What does Washington want from Beijing?', '布林肯敦促中國開放港口。'],
    ['wished', '王毅想美方點樣做？', '王毅說，希望美方撤銷關稅。'],
    ['wished', '秦剛要求布林肯做什麼？', '秦剛說，美方應撤銷關稅。'],
    // Whoever else speaks, whomever else it is laid on.
    ['anothers', '美方希望中方做咩？', '楊潔篪敦促美方撤銷關稅。'],
    ['anothers', '楊潔篪要求美國做什麼？', '楊潔篪敦促日本撤銷關稅。'],
    ['none', '楊潔篪要求美國做什麼？', '楊潔篪說，會談坦率。'],
    ['none', '楊潔篪要求美國做什麼？', '會談在青嶼舉行。'],
    [null, '楊潔篪說了什麼？', '楊潔篪敦促美方撤銷關稅。'],
    [null, '楊潔篪有沒有要求美國道歉？', '楊潔篪敦促美方撤銷關稅。'],
  ])('%s: %s %s', (standing, question, sentence) => expect(standingOf(question, sentence)).toBe(standing));

  test('where the report leaves open who speaks, whoever it names may', () => {
    const before = '中國外交部指出，秦剛在通話中闡明了立場。';
    expect(standingOf('秦剛要求美方做什麼？', '他強調，美方應停止加稅。', before)).toBe('wished');
    expect(standingOf('楊潔篪要求美方做什麼？', '他強調，美方應停止加稅。', before)).not.toBe('wished');
    expect(standingOf('秦剛要求日方做什麼？', '他強調，美方應停止加稅。', before)).not.toBe('wished');
  });

  test.each(langWords('zh/ought').flatMap((template) => templateExamples(template)))(
    '%s says what ought to be',
    (word) => expect(standingOf('楊潔篪要求美國做什麼？', `楊潔篪說，美方${word}撤銷關稅。`)).toBe('wished'),
  );
  test.each(['反應', '供應', '必需品'])('%s does not', (word) =>
    expect(standingOf('楊潔篪要求美國做什麼？', `楊潔篪說，美方${word}很多。`)).toBe('none'),
  );
  test.each(langWords('en/ought'))('%s says what ought to be', (word) =>
    expect(standingOf('What did Blinken ask China to do?', `China ${word} open its ports, Blinken said.`)).toBe(
      'wished',
    ),
  );
  test.each(formsOf(langTable('zh/demands-of'), ''))('%s is a demand or a wish', (verb) =>
    expect(['made', 'wished']).toContain(standingOf('楊潔篪要求美國做什麼？', `楊潔篪說，他${verb}美方撤銷關稅。`)),
  );
});

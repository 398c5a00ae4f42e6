import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySentence, statementsOf, type SentenceSpeaker } from '../../../src/core/statements/statements-of.ts';
import type { Article } from '../../../src/core/model/article.ts';
import type { Party } from '../../../src/core/model/statement.ts';
import type { Gazetteer } from '../../../src/core/names/gazetteer.ts';
import { shippedNames } from '../../support/shipped-data.ts';
import { articleOf } from '../../support/article-of.ts';
import { labelled } from './labelled.ts';
import { labelledLater } from './labelled-later.ts';
import type { LabelledParagraph, LabelledSentence } from './labels.ts';

const names: Gazetteer = shippedNames();

/** The words that name somebody in the sentence; where a pronoun or nothing does, the phrase that named them before. */
function wordsFor(article: Article, party: Party | null): string | null {
  if (party === null) return null;
  const { mention, described, name } = party;
  const here = mention === null ? '' : article.text.slice(mention.start, mention.end);
  return here.includes(name) ? here : mention === null || here.length <= 2 ? (described ?? name) : here;
}

const attributed = (...paragraphs: string[]): readonly SentenceSpeaker[] => bySentence(articleOf(paragraphs), names);
const speakers = (...paragraphs: string[]): (string | null)[] => {
  const article = articleOf(paragraphs);
  return bySentence(article, names).map(({ speaker }) => wordsFor(article, speaker));
};

interface Judged {
  readonly heldOut: boolean;
  readonly expected: LabelledSentence;
  readonly got: SentenceSpeaker;
  readonly article: Article;
}

function judged(labels: readonly LabelledParagraph[]): Judged[] {
  const styles = [...new Set(labels.map(({ style }) => style))];
  return styles.flatMap((style) => {
    const paragraphs = labels.filter((paragraph) => paragraph.style === style);
    const article = articleOf(paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join('')));
    const found = bySentence(article, names);
    const expected = paragraphs.flatMap(({ sentences, heldOut }) =>
      sentences.map((sentence) => ({ sentence, heldOut })),
    );
    expect(found.map(({ start, end }) => article.text.slice(start, end))).toEqual(
      expected.map(({ sentence }) => sentence.text),
    );
    return expected.map(({ sentence, heldOut }, i) => ({
      heldOut,
      article,
      expected: sentence,
      got: found[i] as SentenceSpeaker,
    }));
  });
}

const bare = (text: string | undefined): string | null => text?.replace(/[「」“”《》]/g, '') ?? null;
// The label has the words of the article, a pronoun's those that it points at; the name alone, which is what is shown, will do.
const isNamed = (label: string | null, party: Party | null, article: Article): boolean => {
  const words = bare(wordsFor(article, party) ?? undefined);
  if (label === null || party === null || words === null) return label === null && party === null;
  const { mention, name } = party;
  const here = mention === null ? '' : bare(article.text.slice(mention.start, mention.end));
  const wanted = bare(label) ?? '';
  return here === wanted || words.endsWith(wanted) || (name.length > 1 && wanted.endsWith(name));
};
const right = ({ expected, got, article }: Judged): boolean => isNamed(expected.speaker, got.speaker, article);

function figures(list: readonly Judged[]): { precision: number; recall: number; sentences: number } {
  const said = list.filter(({ got }) => got.speaker !== null);
  const due = list.filter(({ expected }) => expected.speaker !== null);
  const hits = said.filter(right).length;
  return { precision: hits / said.length, recall: hits / due.length, sentences: list.length };
}

describe('labelled sentences', () => {
  const first = judged(labelled);
  const later = judged(labelledLater);
  const all = [...first, ...later];
  const parts = {
    'worked on': first.filter(({ heldOut }) => !heldOut),
    'held out': first.filter(({ heldOut }) => heldOut),
    later,
  };

  test.each(Object.entries(parts))('%s: precision at least 0.97, recall at least 0.8', (part, list) => {
    const { precision, recall, sentences } = figures(list);
    process.stdout.write(
      `attribution, ${part}: ${sentences} sentences, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
    );
    if (process.env['SHOW_ERRORS'] === part) {
      for (const one of list.filter((one) => !right(one))) {
        process.stdout.write(`  ${one.expected.speaker} ≠ ${one.got.speaker?.name}: ${one.expected.text}\n`);
      }
    }
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  // On whom a demand or an accusation is laid was not labelled.
  const isLaidOn = ({ expected, got, article }: Judged): boolean =>
    expected.addressee === null &&
    statementsOf(article, names).some(({ start, act }) => start === got.start && act !== 'say');

  const attributedRightly = all.filter((one) => one.expected.speaker !== null && right(one));

  test.each<[string, (one: Judged) => boolean]>([
    // Words of which some are quoted were labelled as one or the other.
    ['mode', ({ expected, got }) => got.mode === 'mixed' || expected.mode === got.mode],
    ['reportedBy', ({ expected, got, article }) => isNamed(expected.reportedBy, got.reportedBy, article)],
    ['addressee', ({ expected, got, article }) => isNamed(expected.addressee, got.addressee, article)],
  ])('%s of rightly attributed sentences', (field, agrees) => {
    const wrong = attributedRightly.filter((one) => !agrees(one) && !(field === 'addressee' && isLaidOn(one)));
    process.stdout.write(`attribution, ${field}: ${wrong.length} of ${attributedRightly.length} differ\n`);
    if (process.env['SHOW_ERRORS'] !== undefined) {
      for (const { expected, got } of wrong) {
        process.stdout.write(`  ${got.mode} <${got.reportedBy?.name} >${got.addressee?.name}: ${expected.text}\n`);
      }
    }
    expect(wrong.length / attributedRightly.length).toBeLessThanOrEqual(0.05);
  });
});

describe('names of speakers', () => {
  test.each([
    ['王毅说，中方愿意对话。', '王毅'],
    ['美國國務卿布林肯說，美方願意對話。', '布林肯'],
    ['據中國外交部，雙方會談三小時。', '中国外交部'],
    ['發言人林映辰說，會談順利。', null],
    ['布林肯和王毅重申，會談順利。', null],
  ])('%s', (text, canonical) => {
    expect(attributed(text).map(({ speaker }) => speaker?.entry?.canonical ?? null)).toEqual([canonical]);
  });

  test('an office that one person has in the article stands for them', () => {
    const found = attributed('國務卿布林肯抵達東京。國務卿表示，訪問順利。');
    expect(found.at(1)?.speaker).toMatchObject({ name: '布林肯', entry: { canonical: '布林肯' } });
  });
});

describe('who is easily taken for the speaker', () => {
  test.each<[string, readonly (string | null)[], string]>([
    ['市長周立民在宣布封橋之後離開會場。', [null], 'a verb in a phrase of time'],
    ['說到最後一句時他哽咽了。', [null], 'the same at the beginning'],
    ['控方再次傳召大學教授羅志安作證，重申立場不變。', ['控方'], 'who is called by them'],
    ['代表業主的律師羅志安在庭上播片，指業主不知情。', [null], 'the verb 代表 as an office'],
    [
      '羅志安太太陳美玲到場。她認為判得太重。',
      [null, '羅志安太太陳美玲'],
      'somebody of whom a person is part of the name',
    ],
    ['院長羅志安引述院士馮少白說，數據有誤。她又指，要重做。', ['院士馮少白', null], 'either of two people'],
    ['議員羅志安說，不同意。電視台訪問一名學生，他說很失望。', ['議員羅志安', null], 'he who is named before him'],
    ['《海港日報》向多名教師查詢，均表示不願評論。', [null], 'who asks them all'],
    ['羅志安辦妥手續，與校方商量好延期。', [null], 'no verb of speech: 手續'],
    ['羅志安笑着指着牆上的地圖。', [null], 'nor 指着'],
    ['嚴格說來，這不是法律。嚴格執行也無用。', [null, null], 'nor 說來'],
    ['報道要求中立。', [null], 'what reporting has to be'],
    ['社署回覆記者查詢時說，個案已結。', ['社署'], 'whom they answer'],
    ['有消息指，他會留任。', ['消息'], '有 before a source'],
    ['前院長羅志安涉貪案，主控官Jane Marsh陳詞時指出，他收過款項。', ['主控官Jane Marsh'], 'whose case it is'],
    ['代表羅志安希望快點完結。', [null], 'the verb 代表 before a name'],
    ['社區中心文章相信反映管理層的看法。', [null], 'a guess about a document'],
    ['香港民意學社發聲明，重申資料已銷毀。', ['香港民意學社'], 'a place that a body is called after'],
    ['有關團體表示反對。', ['有關團體'], '有 that counts nobody'],
    ['然後被告回應：「沒有。」', ['被告'], 'an adverb before them'],
    ['羅志安表示不會退出這場比賽後，有前議員呼籲他三思。', ['前議員'], 'what somebody said before'],
    ['大紀元稱，美國多次譴責這種做法。', ['大紀元'], 'what an outlet tells of a country'],
    ['大紀元稱，布林肯向王毅點出分歧。', ['大紀元'], 'and of a person'],
    ['王毅：外交部長', [null], 'a list'],
    ['外交部長王毅：北京（代表團）。', [null], 'the same with an office'],
    ['據路透社報道，布林肯訪華前說，分歧仍在。', ['布林肯'], 'not whom it quotes'],
  ])('%s %j: %s', (text, expected) => expect(speakers(text)).toEqual(expected));
});

test.each<[string, string | null, string | null]>([
  ['中央電視台引述楊潔篪表示，大門敞開。', '楊潔篪', '中央電視台'],
  ['據路透社報道，布林肯說，分歧仍在。', '布林肯', '路透社'],
  ['路透社报道，布林肯访华前表示，分歧仍在。', '布林肯', '路透社'],
  ['大纪元称，布林肯向王毅点出分歧。', '大纪元', null],
  ['中国外交部指出，秦刚就台湾问题阐明立场，强调应予尊重。', '秦刚', '中国外交部'],
  ['據中國外交部，王毅強調，要互信。', '王毅', '中國外交部'],
])('who says it, and who hands it on: %s', (text, speaker, reportedBy) => {
  const [found] = attributed(text);
  expect([found?.speaker?.name ?? null, found?.reportedBy?.name ?? null]).toEqual([speaker, reportedBy]);
});

test('nothing is carried over a paragraph', () => {
  expect(speakers('王毅說，中方願意對話。', '他又指，責任在美方。')).toEqual(['王毅', '王毅']);
});

test('a long speech whose paragraphs are each opened anew has one speaker', () => {
  const found = speakers('王毅說：「我們談了分歧。我們也談了合作。', '「兩者都不可少。」會場隨後安靜下來。');
  expect(found).toEqual(['王毅', '王毅', '王毅', null]);
});

test('every speaker is a slice of the article, whatever it is made of', () => {
  const piece = constantFrom(
    ...labelled.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
    '「',
    '」',
    '“',
    '”',
    '說',
    '表示，',
    '據',
    '（',
    '）',
    '\n',
    ' ',
    '他',
    '向',
    '的',
    '《',
    '》',
    '。',
  );
  assert(
    property(array(array(piece, { maxLength: 6 }), { maxLength: 4 }), (paragraphs) => {
      const article = articleOf(paragraphs.map((pieces) => pieces.join('')));
      for (const { start, end, speaker, reportedBy, addressee, mode } of bySentence(article, names)) {
        expect(end).toBeGreaterThan(start);
        expect(mode === null).toBe(speaker === null);
        for (const one of [speaker, reportedBy, addressee]) {
          if (one === null) continue;
          const { mention, name } = one;
          expect(name !== '' && !name.includes('\n') && article.text.includes(name)).toBe(true);
          expect(mention === null || article.text.slice(mention.start, mention.end).trim() !== '').toBe(true);
        }
      }
      for (const { start, end, content } of statementsOf(article, names)) {
        expect(end).toBeGreaterThan(start);
        expect(content.end).toBeGreaterThanOrEqual(content.start);
      }
    }),
    { numRuns: 300 },
  );
});

describe('articles as long as books', () => {
  const REPORT = ['布林肯說，中國應該停止行動。', '王毅表示：「我們不會停止。」他又說，應當尊重。'];
  const book = articleOf(Array.from({ length: 20_000 }, (_, i) => REPORT[i % 2] ?? ''));

  test('are read once, with offsets into the whole', () => {
    let read = 0;
    const counting: Gazetteer = {
      ...names,
      mentions(folded, original) {
        read += folded.length;
        return names.mentions(folded, original);
      },
    };
    const found = bySentence(book, counting);
    bySentence(book, counting, { start: 300_000, end: 300_100 });
    expect(read).toBe(book.text.length);
    expect(found).toHaveLength(30_000);
    expect(found.slice(-3).map(({ speaker }) => speaker?.name)).toEqual(['布林肯', '王毅', '王毅']);
    for (const { speaker } of found.slice(-3, -1))
      expect(book.text.slice(speaker?.mention?.start, speaker?.mention?.end)).toBe(speaker?.name);
  });

  test.each([
    ['opening marks', `布林肯說${'「'.repeat(400_000)}`],
    ['pairs of marks in marks', `布林肯說，${'「「」'.repeat(60_000)}`],
    ['one sentence', `布林肯${'又說，'.repeat(100_000)}`],
    ['one clause', `布林肯${'在會上的'.repeat(100_000)}`],
  ])('may be nothing but %s', (_, text) => {
    expect(attributed(text).length).toBeGreaterThan(0);
  });
});

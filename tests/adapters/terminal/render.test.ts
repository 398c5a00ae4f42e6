import { describe, expect, it, test } from 'vitest';
import { renderAnswer } from '../../../src/adapters/terminal/render-answer.ts';
import { renderArticle } from '../../../src/adapters/terminal/render-article.ts';
import { describeCorpus } from '../../../src/adapters/describe-corpus.ts';
import { renderSources } from '../../../src/adapters/terminal/render-sources.ts';
import { terminalText, type TerminalText } from '../../../src/adapters/terminal/terminal-text.ts';
import { PLAIN, viewOf } from '../../../src/adapters/terminal/view.ts';
import { fakeAnswer, fakeArticle, fakeNotFound } from '../../support/fake-library.ts';

const qin = fakeArticle('qin', ['秦刚说，希望美方与中方相向而行。', '布林肯预计6月18日访问中国。'], {
  title: '美中外长通话',
});
const wang = fakeArticle('wang', ['Wang Yi and Blinken met.'], { outlet: null, date: null, url: null, digest: true });

describe('renderAnswer', () => {
  it('quotes with the speaker, then lists the sources that the numbers refer to', () => {
    const answer = fakeAnswer([qin], { lang: 'zh-Hans' });
    const [point] = answer.points;
    const spoken = { ...answer, points: point === undefined ? [] : [{ ...point, speaker: '秦刚' }] };
    expect(renderAnswer(spoken, PLAIN)).toBe(
      [
        '  “秦刚说，希望美方与中方相向而行。” [1]',
        '',
        '出处',
        '[1] 自由亚洲电台 · 2023-06-14 · 美中外长通话',
        '    https://example.org/qin',
      ].join('\n'),
    );
  });

  it('says so when a source is a digest, has no outlet and no date', () => {
    expect(renderAnswer(fakeAnswer([wang]), PLAIN)).toContain('[1] digest of outlet unknown · undated · Title of wang');
  });

  it('shows what another outlet also reported below the point that it repeats', () => {
    const answer = fakeAnswer([qin, wang]);
    const points = answer.points.map((point, at) => ({ ...point, sameAs: at === 1 ? 0 : null }));
    expect(renderAnswer({ ...answer, points }, PLAIN)).toContain(
      '[1]\n  Also reported:\n    “Wang Yi and Blinken met.” [2]',
    );
  });

  it('loses no point, not even what repeats a repetition', () => {
    const answer = fakeAnswer([qin, wang, qin]);
    const points = answer.points.map((point, at) => ({ ...point, sameAs: at === 0 ? null : at - 1 }));
    expect(renderAnswer({ ...answer, points }, PLAIN)).toMatch(
      / \[1\] \[3\]\n {2}Also reported:\n {4}“Wang Yi and Blinken met\.” \[2\]\n\n/u,
    );
  });

  it('says what was not found, which words the corpus lacks, and what is nearest', () => {
    const nearest = [{ articleId: qin.id, title: qin.title, outlet: qin.outlet, date: qin.date }];
    expect(renderAnswer(fakeNotFound({ nearest, unmatched: ['bitcoin'] }), PLAIN)).toBe(
      [
        'The coverage in this corpus does not answer that.',
        'Not mentioned anywhere in the corpus: bitcoin.',
        '',
        'Nearest in the corpus:',
        '  1. 自由亚洲电台 · 2023-06-14 · 美中外长通话',
      ].join('\n'),
    );
  });

  it('shows the filters as they were understood', () => {
    const filters = { outlet: '自由亚洲电台', since: '2023-06-01', until: null };
    expect(renderAnswer(fakeAnswer([qin], { filters }), PLAIN)).toMatch(
      /^Only 自由亚洲电台, since 2023-06-01\.\nThe quotes are in Chinese, [^\n]*\n\n/,
    );
  });

  it('keeps a quotation over two paragraphs in two lines', () => {
    const answer = fakeAnswer([qin]);
    const points = answer.points.map((point) => ({ ...point, quote: qin.text }));
    expect(renderAnswer({ ...answer, points }, PLAIN)).toContain('相向而行。\n  布林肯');
  });

  it('lets nothing through that an article or a question holds against a terminal', () => {
    const hostile = '\u001b]0;owned\u0007\u001b[2J\u202etext';
    const evil = fakeArticle('evil', [hostile], { title: hostile, outlet: hostile, author: hostile });
    const filters = { outlet: hostile, since: null, until: null };
    const answers = [
      fakeAnswer([evil], { filters }),
      fakeNotFound({ filters, unmatched: [hostile], nearest: [{ ...evil, articleId: evil.id }] }),
      { ...fakeNotFound(), kind: 'rejected' as const, reason: { code: 'bad-date' as const, given: hostile } },
    ];
    for (const answer of answers) expect(renderAnswer(answer, PLAIN)).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });
});

describe('renderArticle', () => {
  it('prints metadata and text', () => {
    expect(renderArticle(qin, { view: PLAIN, lang: 'en' })).toBe(
      [
        '美中外长通话',
        '',
        'qin',
        'Outlet  自由亚洲电台',
        'Date    2023-06-14',
        'Link    https://example.org/qin',
        '',
        qin.text,
      ].join('\n'),
    );
  });

  it('points an arrow at the lines that were quoted', () => {
    const second = qin.blocks[1] ?? { start: 0, end: 0 };
    const shown = renderArticle(qin, { view: PLAIN, lang: 'en', marks: [second] });
    expect(shown).toContain('\n  秦刚说，希望美方与中方相向而行。\n\n> 布林肯预计6月18日访问中国。');
  });

  it('marks exactly the quotation, over line breaks too', () => {
    const view = { ...PLAIN, width: 14, marked: (quoted: TerminalText) => terminalText(`<${quoted}>`) };
    const shown = renderArticle(qin, { view, lang: 'en', marks: [{ start: 4, end: 12 }] });
    expect(shown).toContain('> 秦刚说，<希望>\n> <美方与中方相>\n  向而行。');
  });
});

test('renderSources aligns the outlets and lists what was left out', () => {
  const fault = { path: '/articles/bad.md', line: 3, severity: 'error' as const, reason: 'No text.' };
  const corpus = describeCorpus({ articles: [qin, qin, wang], faults: [fault, { ...fault, severity: 'warning' }] });
  expect(renderSources(corpus, { view: PLAIN, lang: 'en' })).toBe(
    [
      '自由亚洲电台    2 articles  2023-06-14',
      'outlet unknown   1 article  undated',
      '',
      '1 file was left out; the list of sources says why.',
      '  - /articles/bad.md:3: No text.',
    ].join('\n'),
  );
});

describe('viewOf', () => {
  const terminal = { isTTY: true, columns: 72 };
  const text = terminalText('text');
  it.each([
    ['a pipe is plain, even where links are forced', {}, { FORCE_HYPERLINK: '1' }, Number.POSITIVE_INFINITY, 'text'],
    ['a terminal has colour', terminal, {}, 72, '\u001b[1mtext\u001b[22m'],
    ['NO_COLOR has none', terminal, { NO_COLOR: '1' }, 72, 'text'],
    ['an empty NO_COLOR counts as unset', terminal, { NO_COLOR: '' }, 72, '\u001b[1mtext\u001b[22m'],
    ['a dumb terminal has none', terminal, { TERM: 'dumb' }, 72, 'text'],
    ['lines are never longer than the eye follows', { isTTY: true, columns: 300 }, { TERM: 'dumb' }, 100, 'text'],
    ['a terminal without columns is taken for a usual one', { isTTY: true, columns: 0 }, { TERM: 'dumb' }, 80, 'text'],
  ])('%s', (_, screen, env, width, bold) => {
    const view = viewOf(screen, env);
    expect([view.width, view.bold(text)]).toEqual([width, bold]);
  });
});

describe('links', () => {
  const link = (shown: TerminalText, url: string): TerminalText => terminalText(`<${url}|${shown}>`);
  const clickable = { ...PLAIN, width: 30, link };

  it('are shown in full where they cannot be clicked, however narrow the window', () => {
    const url = `https://example.org/${'x'.repeat(60)}`;
    expect(renderAnswer(fakeAnswer([fakeArticle('a', ['Text.'], { url })]), PLAIN)).toContain(`    ${url}`);
  });

  it('are cut to the width of the window where they can be clicked', () => {
    const url = `https://example.org/${'x'.repeat(60)}`;
    const shown = renderAnswer(fakeAnswer([fakeArticle('a', ['Text.'], { url })]), clickable);
    expect(shown).toContain(`<${url}|https://example.org/xxxxx…>`);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import * as bylines from '../../../../src/core/corpus/markup/bylines.ts';
import * as credits from '../../../../src/core/corpus/markup/credits.ts';
import { datelineLength } from '../../../../src/core/corpus/markup/datelines.ts';
import * as pageLines from '../../../../src/core/corpus/markup/page-lines.ts';
import { linesOf, wordsOf, wordsUnder } from '../../../../src/core/corpus/markup/phrases.ts';
import { loadMarkup, markup } from '../../../../src/core/corpus/markup/markup.ts';
import { langLines } from '../../../../src/core/text/lang-data.ts';
import { entriesOf, templateExamples } from '../../../../src/core/text/templates.ts';
import { shippedKnowledge } from '../../../support/shipped-data.ts';

// Every line of every list: an example made of it is told for what the list says.
const { pageParts } = shippedKnowledge();
const recognise = { ...bylines, ...credits, datelineLength, ...pageLines };
await loadMarkup();

const examplesOf = (templates: readonly string[]): string[] =>
  templates.flatMap((template) =>
    templateExamples(template.replace(/\$$/u, ''), linesOf).map((text) => text.replace(/[…‥]/gu, '某人')),
  );

describe('credits', () => {
  test.each(wordsOf('agencies'))('%s', (agency) => expect(recognise.isCredit(agency)).toBe(true));

  test.each(wordsOf('picture-words', ['zh']))('新華社%s', (word) => {
    expect(recognise.isCredit(`新華社${word}`)).toBe(true);
    expect(recognise.isCaptionCredit(`某人${word}`)).toBe(true);
  });

  test.each(examplesOf(wordsUnder('credits', ['any'])))('anywhere: %s', (credit) =>
    expect(recognise.isCredit(credit)).toBe(true),
  );

  test.each(examplesOf(wordsUnder('credits', ['caption'])))('under a picture only: %s', (credit) => {
    expect(recognise.isCaptionCredit(credit)).toBe(true);
    expect(recognise.isCredit(credit)).toBe(false);
  });
});

describe('bylines', () => {
  const rolesOf = (...keys: string[]): readonly string[] => wordsUnder('byline-roles', keys);

  test.each(rolesOf('desk'))('%s: edits', (role) => {
    expect(recognise.isEditorLine(`${role}：陳小明`)).toBe(true);
    expect(recognise.editorStart(`雙方發言。（${role}：陳小明）`)).toBe(5);
  });

  test.each(rolesOf('writer'))('%s: writes', (role) => {
    expect(recognise.isByline(`${role}：陳小明`)).toBe(true);
    expect(recognise.isEditorLine(`【${role}：陳小明】`)).toBe(true);
  });

  test.each(rolesOf('second'))('文／%s: is joined to another', (role) => {
    expect(recognise.isByline(`文／${role}：陳小明`)).toBe(true);
    expect(recognise.isByline(`${role}：陳小明`)).toBe(false);
  });

  test.each(examplesOf(wordsOf('contributions')))('%s: who else worked on a report', (line) => {
    expect(recognise.isContribution(line)).toBe(true);
    expect(recognise.isContribution(`（${line}）`)).toBe(true);
    expect(recognise.isContribution(`${line} that the minister read out. He said nothing.`)).toBe(false);
  });

  test.each(rolesOf('tail'))('%s: behind a sentence', (role) =>
    expect(recognise.editorStart(`雙方發言。${role}：陳小明`)).toBe(5),
  );
});

describe('datelines', () => {
  const under = (key: string): readonly string[] => wordsUnder('datelines', [key], ['zh']);
  const isDateline = (text: string): boolean => recognise.datelineLength(`${text}雙方發言。`) === text.length;

  test.each(under('reporter'))('%s', (word) => expect(isDateline(`〔${word}陳小明／台北〕`)).toBe(true));
  test.each([...under('report'), ...under('wire')])('【某某%s】', (word) =>
    expect(isDateline(`【某某${word}】`)).toBe(true),
  );
  test.each(under('not-wire'))('【某某%s】 is none', (word) => expect(isDateline(`【某某${word}】`)).toBe(false));
  test.each(under('outlet'))('某某%s北京10月28日電', (word) =>
    expect(isDateline(`某某${word}北京10月28日電`)).toBe(true),
  );
  test.each(under('sent'))('某某社北京10月28日%s', (word) =>
    expect(isDateline(`某某社北京10月28日${word}`)).toBe(true),
  );
  test.each(entriesOf(langLines('zh/datelines')).flatMap(({ key, entry }) => (key === 'sent' ? [entry] : [])))(
    '某某社北京10月28日%s, as it is written',
    (word) => expect(isDateline(`某某社北京10月28日${word}`)).toBe(true),
  );
  test.each(wordsOf('dateline-cities', ['zh']))('%s —', (city) => expect(isDateline(`${city} — `)).toBe(true));
  test.each(wordsOf('agencies', ['en']))('LISBON (%s) -', (agency) =>
    expect(isDateline(`LISBON (${agency}) - `)).toBe(true),
  );
});

describe('what pages print below a report', () => {
  test.each(examplesOf(wordsOf('footers')))('%s', (line) => expect(recognise.isFooter(line)).toBe(true));
  test.each(wordsOf('author-boxes'))('%s | 某人', (line) => expect(recognise.isFooter(`${line} | 某人`)).toBe(true));
  test('a line of such a heading and links', () => {
    const links = [{ text: '渡輪加價' }, { text: '碼頭關閉' }];
    expect(recognise.isLinksLine('相關新聞：渡輪加價 碼頭關閉', links)).toBe(true);
    expect(recognise.isLinksLine('相關新聞：渡輪加價 碼頭關閉，工會說', links)).toBe(false);
    expect(recognise.isLinksLine('部長說：渡輪加價', links)).toBe(false);
  });
  test.each(examplesOf(wordsOf('links-headings')))('%s:', (line) =>
    expect(recognise.isLinksHeading(`${line}：`)).toBe(true),
  );
});

describe('parts of a page', () => {
  const lines = readFileSync('data/page-parts.txt', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [role = '', name = ''] = line.replace(/#.*/u, '').split(':');
      return name === '' ? [] : [[role, name.trim()] as const];
    });
  const kinds = (name: string): string[] =>
    markup()
      .readHtml(`<article><p>雙方發言。</p><p class="${name}">某人某事</p></article>`, pageParts)
      .blocks.map(({ role }) => role);

  test.each(lines.filter(([role]) => role !== 'kept' && role !== 'author'))('%s: %s', (role, name) => {
    const classes = [
      name.replaceAll('*', 'x'),
      ...(name.startsWith('*-') ? [name.slice(2), `a_${name.slice(2)}`] : []),
    ];
    for (const each of classes) expect(kinds(each)).toEqual(role === 'dropped' ? ['text'] : ['text', role]);
  });

  test.each(lines.filter(([role]) => role === 'author'))('%s: %s', (_, name) => {
    const byline = (page: string): unknown => markup().readHtml(page, pageParts).meta['byline'];
    const author = `<div class="${name}"><span>By</span> Jane Doe</div>`;
    expect(byline(`<article>${author}<p>雙方發言。</p></article>`)).toBe('By Jane Doe');
    expect(byline(`<article><p>${'雙方發言。'.repeat(100)}</p>${author}</article>`)).toBeUndefined();
    expect(byline(`<article><div class="comments">${author}</div><p>雙方發言。</p></article>`)).toBeUndefined();
  });

  test.each(lines.filter(([role]) => role === 'kept'))('%s: %s', (_, name) =>
    expect(kinds(`${name} comment`)).toEqual(['text', 'text']),
  );
});

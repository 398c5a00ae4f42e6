import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, test } from 'vitest';
import { Failure } from '../../../src/adapters/cli/failure.ts';
import { runCli } from '../../../src/adapters/cli/program.ts';
import type { CliContext } from '../../../src/adapters/cli/context.ts';
import type { Answer, Article, Ask, CorpusSurvey, Question } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle, fakeNotFound } from '../../support/fake-library.ts';
import { fakeContext } from '../../support/fake-context.ts';

const ferry = fakeArticle('ferry', ['沈若海說，渡輪不會加價。'], { outlet: '海灣晚報', lang: 'zh-Hant' });
const bridge = fakeArticle('bridge', ['The bridge opens on Friday.'], { outlet: 'Hill News', date: '2024-02-03' });
const articles: readonly Article[] = [ferry, bridge];

interface Run {
  readonly status: number | string;
  readonly out: string;
  readonly err: string;
  readonly asked: readonly Question[];
}

/** Runs one command line over fakes; a Failure is its status and its sentence. */
async function run(
  argv: readonly string[],
  parts: { typed?: string; answer?: Answer } & Partial<CliContext> = {},
): Promise<Run> {
  const { typed = '', answer = fakeAnswer([bridge]), ...more } = parts;
  const [stdout, stderr] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })];
  const say = (sentence: string): void => void stderr.write(`${sentence}\n`);
  const asked: Question[] = [];
  const ask: Ask = async (question) => {
    asked.push(question);
    return answer;
  };
  const context = fakeContext({ ask, articles, stdout, stdin: Readable.from(typed === '' ? [] : [typed]) });
  const status = await runCli(argv, { ...context, stderr, say, ...more }).catch((fault: unknown) => {
    if (!(fault instanceof Failure)) throw fault;
    return `${fault.status}: ${fault.message}`;
  });
  return { status, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? ''), asked };
}

describe('readout ask', () => {
  it('prints the answer as text', async () => {
    const { status, out, asked } = await run([
      'ask',
      'When',
      'does',
      'it',
      'open?',
      '--outlet',
      'Hill',
      '--limit',
      '2',
    ]);
    expect(status).toBe(0);
    expect(out).toMatch(/^ {2}“The bridge opens on Friday\.” \[1\]\n\nSources\n\[1\] Hill News · 2024-02-03/);
    expect(asked).toMatchObject([{ text: 'When does it open?', outlet: 'Hill', limit: 2 }]);
  });

  it('breaks lines and marks them on a terminal, but for who wants it plain', async () => {
    const narrow = () => Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true, columns: 20 });
    const printed = async (...options: readonly string[]): Promise<string> => {
      const stdout = narrow();
      await run(['ask', 'When?', ...options], { stdout });
      return String(stdout.read());
    };
    expect(await printed()).toContain('\u001b[');
    expect(await printed()).not.toContain('“The bridge opens on Friday.” [1]');
    const plain = await printed('--plain');
    expect(plain).not.toContain('\u001b[');
    expect(plain).toContain('“The bridge opens on Friday.” [1]');
  });

  it('prints one object with --json', async () => {
    const { out } = await run(['ask', '--json', 'When?']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'answered', points: [{ citation: 1 }] });
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  it('reads the question from standard input where none is given', async () => {
    expect((await run(['ask'], { typed: '\uFEFF 何時重開？\n' })).asked).toMatchObject([{ text: '何時重開？' }]);
  });

  it('says how to ask where there is no question and a person would have to type it', async () => {
    const stdin = Object.assign(Readable.from([]), { isTTY: true });
    expect((await run(['ask'], { stdin })).status).toMatch(/^2: There is no question\./);
  });

  it.each<[string, Answer, number, object]>([
    [
      'a refusal, with code and sentence',
      { ...fakeNotFound(), kind: 'rejected', reason: { code: 'bad-date', given: '13月' } },
      2,
      { kind: 'rejected', code: 'bad-date', reason: expect.stringContaining('13月') },
    ],
    [
      'a question back, with code and sentence',
      fakeNotFound({ reason: { code: 'no-context' } }),
      0,
      { kind: 'not-found', code: 'no-context', reason: expect.stringMatching(/^Who/) },
    ],
    ['not found', fakeNotFound(), 0, { kind: 'not-found', reason: null }],
    [
      'a question on the archive, with its facts',
      {
        ...fakeNotFound(),
        kind: 'about',
        reason: { code: 'articles' },
        facts: { articles: 2, outlets: ['A', 'B'], since: null, until: null },
      },
      0,
      { kind: 'about', code: 'articles', reason: 'The corpus has 2 articles from 2 outlets.', facts: { articles: 2 } },
    ],
  ])('gives %s', async (_, answer, status, data) => {
    const answered = await run(['ask', '--json', 'x'], { answer });
    expect(JSON.parse(answered.out)).toMatchObject(data);
    expect(answered.status).toBe(status);
  });

  it('writes a refusal to standard error, and from when to when there are reports to standard output', async () => {
    const answer: Answer = { ...fakeNotFound(), kind: 'rejected', reason: { code: 'empty' } };
    const refused = await run(['ask', ' '], { answer });
    expect(refused).toMatchObject({ status: 2, out: '' });
    expect(refused.err).toContain('Please ask a question');
    const filters = { outlet: null, since: '2030-01-01', until: null };
    expect((await run(['ask', 'x'], { answer: fakeNotFound({ filters }) })).out).toContain(
      'from 2023-06-14 to 2024-02-03',
    );
  });
});

describe('readout article', () => {
  it('prints its metadata and its text', async () => {
    const { status, out } = await run(['article', 'ferry', '--lang', 'zh-Hant']);
    expect(status).toBe(0);
    for (const part of ['Title of ferry', '海灣晚報', '2023-06-14', '沈若海說，渡輪不會加價。'])
      expect(out).toContain(part);
  });

  it('prints one object with --json', async () => {
    const { id, text, blocks, outlet } = ferry;
    expect(JSON.parse((await run(['article', 'ferry', '--json'])).out)).toMatchObject({ id, text, blocks, outlet });
  });

  it('names what is near an unknown id, or says where ids are found', async () => {
    expect((await run(['article', 'fery'])).status).toMatch(/^1: .*“fery”.*ferry/);
    expect((await run(['article', 'qqqqqqqqqqqqqqqqq'])).status).toMatch(/^1: .*readout ask --json/);
  });
});

describe('readout sources', () => {
  it('prints a table of outlets', async () => {
    const { status, out } = await run(['sources']);
    expect(status).toBe(0);
    expect(out).toMatch(/海灣晚報 +1 article +2023-06-14/u);
    expect(out).toMatch(/Hill News +1 article +2024-02-03/);
  });

  it('prints one object with --json', async () => {
    expect(JSON.parse((await run(['sources', '--json'])).out)).toMatchObject({
      articles: 2,
      since: '2023-06-14',
      until: '2024-02-03',
      leftOut: [],
      indexedAt: '1970-01-01T00:00:00.000Z',
    });
  });
});

describe('readout check', () => {
  const nothing = { count: 0, examples: [] };
  const survey: CorpusSurvey = {
    articles: 2,
    stubs: 0,
    faults: [],
    without: { date: nothing, outlet: nothing, author: nothing, url: nothing },
    kinds: [],
    unread: [],
    passedOver: [],
    stories: [],
    copies: [],
    characters: 60,
  };
  const faults = [
    { path: '/articles/bad.md', line: 3, severity: 'error' as const, reason: 'No text.' },
    { path: '/articles/odd.md', line: null, severity: 'warning' as const, reason: 'No date.' },
  ];
  const surveyed = (more: Partial<CorpusSurvey>): Partial<CliContext> => ({
    surveyCorpus: async () => ({ ...survey, ...more }),
  });

  it('reports every fault with file and line, and fails where an article was unusable', async () => {
    const { status, out } = await run(['check'], surveyed({ faults }));
    expect(out).toBe(
      '/articles/bad.md:3: error: No text.\n/articles/odd.md: warning: No date.\n2 articles, 1 error, 1 warning\n',
    );
    expect(status).toBe(1);
  });

  it('prints one object with --json', async () => {
    expect(JSON.parse((await run(['check', '--json'], surveyed({ faults, articles: 1 }))).out)).toMatchObject({
      articles: 1,
      errors: 1,
      warnings: 1,
    });
  });

  it('ends well where there is nothing to report', async () =>
    expect(await run(['check'], surveyed({}))).toMatchObject({ status: 0, out: '2 articles, 0 errors, 0 warnings\n' }));
});

describe('readout bot', () => {
  it('says which tokens to set where there is none', async () =>
    expect((await run(['bot'])).status).toMatch(/^2: No chat platform is set up\.[^]*DISCORD_TOKEN[^]*TELEGRAM_TOKEN/));
});

describe('usage', () => {
  test.each([
    [['--help'], 0, /Usage: readout/],
    [['--version'], 0, /^0\.0\.0\n$/],
    [['ask', '--help'], 0, /--batch/],
  ])('%j is said on standard output', async (argv, status, text) => {
    const { out, ...ended } = await run(argv);
    expect(ended.status).toBe(status);
    expect(out).toMatch(text);
  });

  test.each([
    [['soruces'], /did you mean "sources"\?/],
    [['何時重開？'], /to ask a question: readout ask/u],
    [['ask', '--limit', 'many', 'x'], /limit/],
    [['ask', '--lang', 'klingon', 'x'], /klingon/],
    [['ask', '--batch', '-', 'too much'], /--batch takes one file/],
    [['article'], /missing required argument/],
  ])('%j is wrong, with a reason on standard error', async (argv, text) => {
    const { status, out, err } = await run(argv);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(text);
  });

  test('a filter that nothing can have is refused before a single question is asked', async () => {
    const { ask, ...context } = { ask: async () => fakeNotFound(), articles };
    const { openLibrary } = fakeContext({ ask, ...context });
    const fault = { code: 'unknown-outlet', given: 'Mars Daily', known: ['Hill News'] } as const;
    const { status, asked } = await run(['ask', '--batch', '-', '--outlet', 'Mars Daily'], {
      openLibrary: async (dirs) => ({ ...(await openLibrary(dirs)), checkFilters: () => fault }),
    });
    expect(status).toMatch(/^2: No outlet called “Mars Daily”.*Hill News/);
    expect(asked).toEqual([]);
  });

  test.each<[string, number, readonly string[], RegExp]>([
    [
      'a large archive is offered a saved index, once',
      5_000,
      [],
      /^To read about 5,000 articles takes about 1 min\. .*readout index --index FILE\n$/,
    ],
    [
      'in its reader’s language',
      47_000,
      ['--lang', 'zh-Hant'],
      /^每次啟動都要讀取約 47,000 篇報道，約需 7 分鐘和 8 GB 記憶體。/,
    ],
    ['a small one is not', 4_999, [], /^$/],
    ['nor is one that has an index', 47_000, ['--index', 'saved.index'], /^$/],
  ])('%s', async (_, files, options, said) => {
    const { openLibrary } = fakeContext({ ask: async () => fakeNotFound(), articles });
    const { err } = await run(['ask', 'x', ...options], {
      openLibrary: async (source, onProgress) => {
        for (const done of [1, 2]) onProgress?.('read', done, files);
        return openLibrary(source);
      },
    });
    expect(err).toMatch(said);
  });

  test('a corpus without a single article is refused, with what to do', async () => {
    const { openLibrary } = fakeContext({ ask: async () => fakeNotFound(), articles: [] });
    expect((await run(['ask', 'x'], { openLibrary })).status).toMatch(/^1: There is no usable article in "\/articles"/);
  });
});

describe('readout without a command', () => {
  it('answers the lines of a pipe, one after the other', async () => {
    const { status, out, asked } = await run([], { typed: 'one?\ntwo?\n' });
    expect(status).toBe(0);
    expect(asked.map(({ text }) => text)).toEqual(['one?', 'two?']);
    expect(out.match(/The bridge opens on Friday/g)).toHaveLength(2);
  });
});

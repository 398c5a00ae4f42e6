import type { CorpusFault, CorpusSurvey } from '../../core/index.ts';
import type { CliContext } from './context.ts';
import type { ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { opened } from './open.ts';
import type { CommonOptions } from './options.ts';
import { write } from '../terminal/output.ts';

/** Reports what is wrong with some folders and what is lacking; fails when an article could not be used. */
export async function runCheck(
  dirs: readonly string[],
  options: CommonOptions & { readonly json?: boolean },
  context: CliContext,
): Promise<ExitStatus> {
  const survey = await opened(
    context,
    dirs.length === 0 ? options : { ...options, corpus: dirs },
    context.surveyCorpus,
  );
  const { faults } = survey;
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  // An article that cannot be cited by day or by outlet is one warning each.
  const warnings = faults.length - errors + survey.without.date.count + survey.without.outlet.count;
  if (options.json === true) {
    await write(context.stdout, jsonLine({ ...survey, errors, warnings, estimate: estimateOf(survey) }));
  } else {
    const { terminalLine } = await import('../terminal/terminal-text.ts');
    const lines = [...faultLines(faults), ...lackLines(survey), ...formatLines(survey), ...estimateLines(survey)];
    const summary = [counted(survey.articles, 'article'), counted(errors, 'error'), counted(warnings, 'warning')];
    for (const line of [...lines, summary.join(', ')]) await write(context.stdout, `${terminalLine(line)}\n`);
  }
  return errors > 0 ? 1 : 0;
}

const locate = (path: string, line: number | null): string => (line === null ? path : `${path}:${line}`);
const counted = (count: number, thing: string, things = `${thing}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? thing : things}`;
const suchAs = (count: number, examples: readonly string[]): string =>
  `${examples.join(', ')}${count > examples.length ? ', …' : ''}`;

// Faults of one kind that are listed one by one; of more, the first few are named.
const LISTED = { error: 20, warning: 3 } as const;
const EXAMPLES = 3;

// One line a fault, or a line for all that differ only in what they name.
function faultLines(faults: readonly CorpusFault[]): readonly string[] {
  const kinds = new Map<string, CorpusFault[]>();
  for (const fault of faults) {
    const kind = `${fault.severity} ${fault.reason.replace(/"[^"]*"|\d+/gu, '…')}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), fault]);
  }
  return [...kinds.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    if (all.length <= LISTED[first.severity])
      return all.map(({ path, line, severity, reason }) => `${locate(path, line)}: ${severity}: ${reason}`);
    const examples = all.slice(0, EXAMPLES).map(({ path, line }) => locate(path, line));
    return [`${counted(all.length, first.severity)}: ${first.reason} (${suchAs(all.length, examples)})`];
  });
}

const LACKS = { date: 'no day', outlet: 'no outlet', url: 'no link', author: 'no author' } as const;

function lackLines({ articles, without, stories, unread }: CorpusSurvey): readonly string[] {
  const lacks = (Object.keys(LACKS) as (keyof typeof LACKS)[]).flatMap((field) => {
    const { count, examples } = without[field];
    return count === 0
      ? []
      : [
          `${count.toLocaleString('en')} of ${counted(articles, 'article')} ${count === 1 ? 'has' : 'have'} ${LACKS[field]}: ${suchAs(count, examples)}`,
        ];
  });
  const keys = unread.map(({ key, count }) => `${key} (${counted(count, 'article')})`);
  const earlier = stories.reduce((sum, story) => sum + story.earlier.length, 0);
  const examples = stories.slice(0, EXAMPLES).map(({ latest }) => latest);
  return [
    ...lacks,
    ...(keys.length === 0 ? [] : [`${counted(keys.length, 'key is', 'keys are')} not read: ${keys.join(', ')}`]),
    ...(stories.length === 0
      ? []
      : [
          `${counted(stories.length, 'story stands', 'stories stand')} there in several versions; the latest speaks, and ${counted(earlier, 'earlier one is', 'earlier ones are')} kept: ${suchAs(stories.length, examples)}`,
        ]),
  ];
}

// What to do about formats that archives come in and that are not read.
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['.pdf', 'save them as text or HTML'],
  ['.warc', 'unpack them into HTML files'],
  ['.gz', 'unpack them'],
  ['.zip', 'unpack them'],
  ['.mbox', 'save each letter as .eml'],
  ['.docx', 'save them as HTML'],
  ['.doc', 'save them as HTML'],
]);

function formatLines({ passedOver }: CorpusSurvey): readonly string[] {
  if (passedOver.length === 0) return [];
  const files = passedOver.reduce((sum, { count }) => sum + count, 0);
  const formats = passedOver.map(({ extension, count, examples }) => {
    const advice = ADVICE.get(extension);
    return `${count.toLocaleString('en')} ${extension || 'without an extension'} (${suchAs(count, examples)}${advice === undefined ? '' : `; ${advice}`})`;
  });
  return [
    `${counted(files, 'file')} of other formats ${files === 1 ? 'was' : 'were'} passed over: ${formats.join(', ')}`,
  ];
}

// A line through two measurements of `readout ask` without a saved index, 27 November 2026, Node 20.20, two cores: 988 articles of a Hong
// Kong outlet, 1,647,379 UTF-16 units: 380 MB resident at most and 13.3 s of processor time; 1,995 articles, 3,248,201 units: 545 MB
// and 21.1 s. It has not been checked on larger archives.
const BASE_MEGABYTES = 210;
const BYTES_A_UNIT = 103;
const BASE_SECONDS = 5;
const SECONDS_A_UNIT = 4.9e-6;
const WORTH_SAYING = 500; // megabytes

function estimateOf({ characters }: CorpusSurvey) {
  return {
    megabytes: Math.round(BASE_MEGABYTES + (characters * BYTES_A_UNIT) / 1e6),
    seconds: Math.round(BASE_SECONDS + characters * SECONDS_A_UNIT),
  };
}

function estimateLines(survey: CorpusSurvey): readonly string[] {
  const { megabytes, seconds } = estimateOf(survey);
  if (megabytes < WORTH_SAYING) return [];
  return [
    `To ask this archive takes about ${(megabytes / 1000).toFixed(1)} GB of memory and ${counted(seconds, 'second')} to start. A saved index takes less of both: readout index --index FILE`,
  ];
}

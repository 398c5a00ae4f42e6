// Second step of `npm run train`: the weights that rank passages and sentences, and those that tell an answer from none.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { confidenceFeatures } from '../../src/core/reading/confidence.ts';
import { score, softmax, type Model } from '../../src/core/reading/linear-model.ts';
import type { RankedSentence } from '../../src/core/reading/ranking.ts';
import { createLibrary, type Library } from '../../src/core/index/library.ts';
import type { Article } from '../../src/core/model/article.ts';
import { archiveQuestions, coverageQuestions } from './coverage.ts';
import { archiveSample, articlesOf, SHARED, shippedNames } from './data.ts';
import { prepare, type Example } from './prepare.ts';
import { readSquad, type LabelledQuestion } from './squad.ts';
import { randomFrom, trainEnsemble, type List } from './train-model.ts';

const OPTIONS = { hidden: 12, epochs: 14, rate: 0.01, decay: 1e-4, seed: 1 };

const names = shippedNames();
const drcd = readSquad(join(SHARED, 'eval', 'drcd-dev.json'), 'd');
const cmrc = readSquad(join(SHARED, 'eval', 'cmrc-trial.json'), 'c');
const drcdLibrary = await createLibrary(drcd.articles, names);
const cmrcLibrary = await createLibrary(cmrc.articles, names);
const wiki = [...(await prepare(drcd.questions, drcdLibrary)), ...(await prepare(cmrc.questions, cmrcLibrary))];

// News is another world than an encyclopedia: reports of few words for much, people who say things, offices for people. What
// there is of it counts several times.
const REPEATED = 3;
const shipped = await createLibrary(await articlesOf(fileURLToPath(new URL('../../corpus', import.meta.url))), names);
const newsCorpora = [shipped];
if (existsSync(join(SHARED, 'originals'))) {
  newsCorpora.push(await createLibrary(await articlesOf(join(SHARED, 'originals')), names));
}
const coverage: Example[] = [];
for (const library of newsCorpora) coverage.push(...(await prepare(coverageQuestions(library.articles), library)));

// A headline asked as a question is answered by its own report.
const archive = await archiveSample();
const asked = archiveQuestions();
const wanted = new Set(asked.flatMap(({ about }) => (about === null ? [] : [about])));
const sample = archive.filter((article, i) => i % 8 === 0 || wanted.has(article.id));
const sampleLibrary = await createLibrary(sample, names);
const headlines = sample
  .filter((article, i) => i % 2 === 0 && article.blocks.some((block) => block.kind === 'paragraph'))
  .map((article): LabelledQuestion => ({ text: article.title, articles: [article.id], must: [] }));
const headlined = await prepare(headlines, sampleLibrary);
const answerableAsked = asked.filter(({ articles }) => articles.length > 0);
const unanswerableAsked = asked.filter(({ articles }) => articles.length === 0);
const archived = await prepare(answerableAsked, sampleLibrary);

const repeat = <T>(list: readonly T[], times: number): T[] => Array.from({ length: times }, () => list).flat();
const examples = [...wiki, ...repeat(coverage, REPEATED), ...repeat(archived, REPEATED)];

const sentenceLists = (of: readonly Example[]): List[] =>
  of.flatMap((example) =>
    example.passages.flatMap((passage, p) => {
      const right = example.right[p] ?? [];
      return right.length === 0 ? [] : [{ items: passage.sentences.map((sentence) => sentence.features), right }];
    }),
  );
const passageLists = (of: readonly Example[]): List[] =>
  of.map((example) => ({
    items: example.passages.map((passage) => passage.features),
    right: example.right.flatMap((right, p) => (right.length > 0 ? [p] : [])),
  }));

const sentenceModel = trainEnsemble(sentenceLists(examples), OPTIONS, 2);
const passageModel = trainEnsemble(passageLists([...examples, ...headlined]), OPTIONS, 2);

// --- Is there an answer at all? -----------------------------------------------------------------------------------------

interface Case {
  readonly features: Float64Array;
  readonly answerable: boolean;
  readonly kind: string;
}

const rank = (example: Example): RankedSentence[] => {
  const ofPassage = softmax(example.passages.map((evidence) => score(passageModel, evidence.features)));
  return example.passages
    .flatMap((evidence, p) => {
      const ofSentence = softmax(evidence.sentences.map((sentence) => score(sentenceModel, sentence.features)));
      return evidence.sentences.map((sentence, position) => ({
        evidence,
        sentence,
        position,
        probability: (ofPassage[p] ?? 0) * (ofSentence[position] ?? 0),
      }));
    })
    .sort((a, b) => b.probability - a.probability);
};

async function casesOf(
  kind: string,
  asked: readonly LabelledQuestion[],
  library: Library,
  answerable: boolean,
  withoutGold = false,
): Promise<Case[]> {
  const prepared = await prepare(asked, library, withoutGold);
  return prepared.flatMap((example) => {
    const ranked = rank(example);
    if (ranked.length === 0) return [];
    return [{ features: confidenceFeatures(example.weighted, ranked, library), answerable, kind }];
  });
}

// Encyclopedias are asked what they hold, news archives also what they do not.
const WIKI = 3;
const every = <T>(list: readonly T[], n: number, from = 0): T[] => list.filter((_, i) => i % n === from);
const cases: Case[] = [];
cases.push(...repeat(await casesOf('drcd, answerable', drcd.questions, drcdLibrary, true), WIKI));
cases.push(...repeat(await casesOf('cmrc, answerable', cmrc.questions, cmrcLibrary, true), WIKI));

cases.push(...(await casesOf('drcd, gold article gone', every(drcd.questions, 4), drcdLibrary, false, true)));
cases.push(...(await casesOf('cmrc, gold article gone', every(cmrc.questions, 2), cmrcLibrary, false, true)));
cases.push(...(await casesOf('drcd asked of cmrc', every(drcd.questions, 4, 1), cmrcLibrary, false)));
cases.push(...(await casesOf('cmrc asked of drcd', every(cmrc.questions, 2, 1), drcdLibrary, false)));
cases.push(...(await casesOf('drcd asked of news', every(drcd.questions, 3, 2), sampleLibrary, false)));
cases.push(...(await casesOf('headlines', headlines, sampleLibrary, true)));
cases.push(...(await casesOf('headlines, report gone', every(headlines, 2), sampleLibrary, false, true)));
for (const library of newsCorpora) {
  const questions = coverageQuestions(library.articles);
  const answerable = questions.filter(({ articles }) => articles.length > 0);
  const unanswerable = questions.filter(({ articles }) => articles.length === 0);
  cases.push(...repeat(await casesOf('coverage', answerable, library, true), REPEATED));
  cases.push(...repeat(await casesOf('coverage, unanswerable', unanswerable, library, false), REPEATED));
}
cases.push(...repeat(await casesOf('archive', answerableAsked, sampleLibrary, true), REPEATED));
cases.push(...repeat(await casesOf('archive, unanswerable', unanswerableAsked, sampleLibrary, false), REPEATED));
cases.push(...(await casesOf('archive, report gone', answerableAsked, sampleLibrary, false, true)));
cases.push(...(await casesOf('drcd asked of the shipped corpus', every(drcd.questions, 3, 1), shipped, false)));

// A corpus of a handful of articles is another world: every word is rare in it. So handfuls are drawn, half of them from
// one subject, and asked what they hold and what only their neighbours hold.
const random = randomFrom(7);
for (const set of [drcd, cmrc]) {
  for (let n = 0; n < 60; n++) {
    const at = Math.floor(random() * (set.articles.length - 12));
    const neighbours = set.articles.slice(at, at + 12);
    const drawn: Article[] = neighbours.filter((_, i) => i % 2 === 0).slice(0, 4);
    for (let k = 0; k < 2; k++) drawn.push(set.articles[Math.floor(random() * set.articles.length)] as Article);
    const handful = [...new Set(drawn)];
    const held = new Set(handful.map((article) => article.id));
    const near = new Set(neighbours.map((article) => article.id));
    const library = await createLibrary(handful, names);
    const inside = set.questions.filter((question) => question.articles.some((id) => held.has(id)));
    const outside = set.questions.filter(
      (question) => question.articles.some((id) => near.has(id)) && !question.articles.some((id) => held.has(id)),
    );
    cases.push(...(await casesOf('handful, answerable', inside, library, true)));
    cases.push(...(await casesOf('handful, neighbours', every(outside, 2), library, false)));
  }
}

// The same with reports: six that questions are about.
const reports = archive.filter(({ id }) => wanted.has(id));
for (let n = 0; n < 60; n++) {
  const drawn = new Set(Array.from({ length: 6 }, () => reports[Math.floor(random() * reports.length)] as Article));
  const held = new Set([...drawn].map(({ id }) => id));
  const library = await createLibrary([...drawn], names);
  const inside = asked.filter(({ about }) => about !== null && held.has(about));
  cases.push(
    ...(await casesOf(
      'reports, answerable',
      inside.filter(({ articles }) => articles.length > 0),
      library,
      true,
    )),
  );
  cases.push(
    ...(await casesOf(
      'reports, unanswerable',
      inside.filter(({ articles }) => articles.length === 0),
      library,
      false,
    )),
  );
  const elsewhere = answerableAsked.filter(({ about }) => about !== null && !held.has(about));
  cases.push(...(await casesOf('reports, others asked', every(elsewhere, 10, n % 10), library, false)));
}

const items = cases.map((one) => one.features);
const asLists = cases.map((one, i): List => ({ items: [items[i] as Float64Array], right: one.answerable ? [0] : [] }));
if (process.env['DUMP']) {
  const fs = await import('node:fs');
  fs.writeFileSync(process.env['DUMP'], JSON.stringify(cases.map((c) => [c.kind, c.answerable, [...c.features]])));
}
const confidenceModel = trainEnsemble(asLists, { ...OPTIONS, epochs: 12, loss: 'odds' }, 4);

// The threshold keeps this share of the answerable questions of the large sets.
const KEPT = 0.99;
const scores = (kind: string): number[] =>
  cases.flatMap((one) => (one.kind === kind ? [score(confidenceModel, one.features)] : [])).toSorted((a, b) => a - b);
const cut = Math.min(
  ...['drcd, answerable', 'cmrc, answerable'].map((kind) => {
    const sorted = scores(kind);
    return sorted[Math.floor(sorted.length * (1 - KEPT))] ?? 0;
  }),
);
for (const kind of new Set(cases.map((one) => one.kind))) {
  const all = scores(kind);
  console.log(
    `${kind}: answered ${((100 * all.filter((value) => value >= cut).length) / all.length).toFixed(1)} % of ${all.length}`,
  );
}

const constant = (name: string, comment: string, model: Model): string =>
  `/** ${comment} */\nexport const ${name}: Model = ${JSON.stringify(model)};\n`;
await writeFile(
  new URL('../../src/core/reading/weights.generated.ts', import.meta.url),
  `// Made by scripts/train/models.ts from the development splits. Do not edit.
import type { Model } from './model.ts';

${constant('SENTENCE_MODEL', 'Ranks the sentences of a passage.', sentenceModel)}
${constant('PASSAGE_MODEL', 'Ranks the passages of a question.', passageModel)}
${constant('CONFIDENCE_MODEL', 'The log-odds of there being an answer.', confidenceModel)}
/** Moves the threshold that was chosen to even odds. */
export const CONFIDENCE_BIAS: number = ${(-cut).toFixed(4)};
`,
);
console.log(`${examples.length} questions, ${cases.length} cases`);

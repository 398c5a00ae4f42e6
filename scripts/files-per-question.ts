// How many files of core a plain question runs through: those with a function that V8 counts as called (precise coverage) between
// the question and its answer, once the library is made. A question asked before it loads what is imported when it is needed.
import { Session } from 'node:inspector/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAsk, createLibrary, readCorpus, readGazetteer, statementsOf } from '../src/core/index.ts';
import { shippedKnowledge, shippedOutlets } from '../tests/support/shipped-data.ts';
import { readNameFiles } from '../src/data-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const question = process.argv[2] ?? '布林肯和王毅會談了多久？';
const { articles } = await readCorpus([`${root}/corpus`], { knowledge: shippedKnowledge() });
const library = await createLibrary(articles, readGazetteer(readNameFiles(`${root}/data`)));
const ask = createAsk(library, shippedOutlets());
// Statements belong to an article, and are read once, when it is first needed.
for (const article of articles) statementsOf(article, library.names);
await ask({ text: '阿拉斯加會談有沒有聯合聲明？' });

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
await session.post('Profiler.takePreciseCoverage');
await ask({ text: question });
const { result } = await session.post('Profiler.takePreciseCoverage');
session.disconnect();

const ran = result.flatMap(({ url, functions }) => {
  const file = url.startsWith('file:') ? relative(root, fileURLToPath(url)) : '';
  const called = functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0);
  return file.startsWith('src/core/') && called.length > 0 ? [{ file, called: called.length }] : [];
});
for (const { file, called } of ran.toSorted((a, b) => (a.file < b.file ? -1 : 1))) console.log(`${called}\t${file}`);
console.log(`${ran.length} files of core, ${ran.reduce((sum, { called }) => sum + called, 0)} functions: ${question}`);

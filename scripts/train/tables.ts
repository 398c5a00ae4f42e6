// First step of `npm run train`: what the search knows of Chinese text at large.
import { join } from 'node:path';
import { writeBackground } from './background.ts';
import { archiveSample, SHARED } from './data.ts';
import { writeBigramRecall } from './bigram-recall.ts';
import { readSquad } from './squad.ts';
import { readGazetteer } from '../../src/core/names/gazetteer.ts';

const drcd = readSquad(join(SHARED, 'eval', 'drcd-dev.json'), 'd');
const cmrc = readSquad(join(SHARED, 'eval', 'cmrc-trial.json'), 'c');
const news = (await archiveSample()).filter((_, i) => i % 4 === 0);
const bigrams = await writeBackground([drcd.articles, cmrc.articles, news]);
await writeBigramRecall([drcd, cmrc], readGazetteer([]));
console.log(`${bigrams} common bigrams of ${drcd.articles.length + cmrc.articles.length + news.length} articles`);

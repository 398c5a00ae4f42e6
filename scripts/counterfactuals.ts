// Makes unanswerable questions of answered ones and counts how many are refused: another person, place, body, year or figure is put
// in the place of one that the question names, such that no article that the question is about holds it.
// usage: counterfactuals.ts SET… [--most N] [--index FILE] [--show]   sets as scripts/train/sets.ts names them; each is asked of its own
// articles, or of a saved index that has them among others
import { join } from 'node:path';
import { createLibrary } from '../src/core/index/library.ts';
import { openSavedLibrary } from '../src/core/index/saved-index.ts';
import { readKnowledge } from '../src/core/corpus/knowledge.ts';
import { createAsk } from '../src/core/ask.ts';
import { readKnowledgeFiles, readNameFiles } from '../src/data-files.ts';
import { namesFingerprint } from '../src/refresh-index.ts';
import { parseIn } from '../src/core/question/understand.ts';
import { shippedNames } from './train/data.ts';
import { counterfactualsOf, namesByKind } from './train/make-counterfactuals.ts';
import { isNamed, SETS } from './train/sets.ts';

const argv = process.argv.slice(2);
const option = (name: string): string | undefined => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const most = Number(option('--most') ?? 1000);
const index = option('--index');
const shows = argv.includes('--show');
const data = join(import.meta.dirname, '..', 'data');
const names = shippedNames();
const { outlets } = readKnowledge(readKnowledgeFiles(data));
const saved = index === undefined ? null : await openSavedLibrary(index, names, namesFingerprint(readNameFiles(data)));

const counts = { asked: 0, answered: 0, made: 0, refused: 0 };
for (const set of argv.filter((one) => SETS[one] !== undefined)) {
  const { articles, questions } = SETS[set]?.() ?? { articles: () => [], questions: [] };
  const library = saved ?? (await createLibrary(await articles(), names));
  const byKind = namesByKind(library, names);
  const ask = createAsk(library, outlets);
  const isAnswered = async (text: string): Promise<boolean> => {
    const { kind } = await ask({ text });
    return kind !== 'not-found';
  };
  for (const [number, question] of questions.entries()) {
    if (!question.answerable || question.articles.length === 0 || counts.made >= most) continue;
    const texts = library.articles
      .filter((one) => isNamed(one, question.articles))
      .map(({ title, text }) => title + text);
    const made = counterfactualsOf(question.text, parseIn(library, question.text).terms, { texts, byKind, number });
    if (made.length === 0) continue;
    counts.asked += 1;
    if (await isAnswered(question.text)) counts.answered += 1;
    for (const { text, from, to } of made) {
      counts.made += 1;
      const answered = await isAnswered(text);
      if (!answered) counts.refused += 1;
      else if (shows) console.log(`answered: ${text}   (${to} for ${from})`);
    }
  }
}
console.log(
  `${counts.made} made of ${counts.asked} questions: ${counts.refused} refused; of the true ones ${counts.answered} answered`,
);

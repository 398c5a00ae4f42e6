// Makes unanswerable questions of answered ones and counts how many are refused: another person, place, body, year or figure is put
// in the place of one that the question names, such that no article that the question is about holds it.
// usage: counterfactuals.ts SET… [--most N] [--show]   sets as scripts/train/sets.ts names them
import { createLibrary } from '../src/core/index/library.ts';
import { ANSWER_THRESHOLD, find } from '../src/core/reading/find.ts';
import { parseIn } from '../src/core/question/understand.ts';
import { shippedNames } from './train/data.ts';
import { counterfactualsOf, namesByKind } from './train/make-counterfactuals.ts';
import { isNamed, SETS } from './train/sets.ts';

const argv = process.argv.slice(2);
const most = Number(argv[argv.indexOf('--most') + 1] ?? 1000);
const shows = argv.includes('--show');
const names = shippedNames();

const counts = { asked: 0, answered: 0, made: 0, refused: 0 };
for (const set of argv.filter((one) => SETS[one] !== undefined)) {
  const { articles, questions } = SETS[set]?.() ?? { articles: () => [], questions: [] };
  const library = await createLibrary(await articles(), names);
  const byKind = namesByKind(library, names);
  const isAnswered = async (text: string): Promise<boolean> => {
    const { confidence } = await find(parseIn(library, text), library, { filter: null });
    return confidence >= ANSWER_THRESHOLD;
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

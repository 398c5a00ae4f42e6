import { longestRun, novelty, shareFound, unitCoverage } from '../similarity.ts';
import { characterSetOf } from '../character-set.ts';
import { clausesOf } from '../clauses.ts';
import { charactersIn, shareWhere, type FeatureContext, type SentenceView } from './sentence-view.ts';

/**
 * How a sentence holds the question's characters, in the order of what `characterFeatures` returns. Two Chinese words for one thing
 * mostly share a character, 囚禁 and 判囚, 減刑 and 扣減, so that characters find what words miss.
 */
export const CHARACTER_FEATURES = [
  'characters', // share of the characters, names and numbers counted whole
  'rareCharacters', // share, where a character counts more the fewer candidates hold it
  'nearCharacters', // the same near the question word
  'charactersOffTitle', // share by those that the headline lacks
  'charactersOffLead', // and that the lead lacks
  'charactersInContext', // share by sentence, sentence before and headline
  'charactersWithLead', // share by sentence, headline and lead
  'charactersOfLead', // share by headline and lead alone
  'charactersOfTitle', // share by the headline
  'clauseCharacters', // share by the best two clauses in a row
  'clauseNearCharacters', // the same near the question word
  'run', // the longest stretch of the question that stands here unbroken, as a share of it
  'trigrams', // share of the question's runs of three characters
  'novelty', // logarithm of the characters that are not the question's own
  'brevity', // logarithm of the length
] as const;

/** Measures what of the question's characters a sentence holds. */
export function characterFeatures(view: SentenceView, context: FeatureContext): number[] {
  const { question, characterWeights, nearCharacters } = context;
  const { folded, held, characters, passage, position, matches } = view;
  const { titleCharacters, leadCharacters } = passage.context;
  const previous = passage.sentences[position - 1]?.characters;
  const share = (test: (u: number) => boolean): number => shareWhere(characterWeights, test);
  const present = characterSetOf(folded);
  const [clause, clauseNear] = bestClauses(view, context);
  return [
    unitCoverage(question, present, held),
    share((u) => characters[u] === 1),
    shareWhere(nearCharacters, (u) => characters[u] === 1),
    share((u) => characters[u] === 1 && titleCharacters[u] !== 1),
    share((u) => characters[u] === 1 && leadCharacters[u] !== 1),
    share((u) => characters[u] === 1 || titleCharacters[u] === 1 || previous?.[u] === 1),
    share((u) => characters[u] === 1 || leadCharacters[u] === 1),
    share((u) => leadCharacters[u] === 1),
    share((u) => titleCharacters[u] === 1),
    clause,
    clauseNear,
    longestRun(question.parsed, folded, present),
    shareFound(question.trigrams, folded, present),
    Math.log(1 + novelty(folded, matches)) / 5,
    Math.log(1 + folded.length) / 5,
  ];
}

function bestClauses(
  { folded }: SentenceView,
  { question, characterWeights, nearCharacters }: FeatureContext,
): [number, number] {
  const clauses = clausesOf(folded);
  let [all, near] = [0, 0];
  clauses.forEach(({ start }, c) => {
    const end = clauses[c + 1]?.end ?? clauses[c]?.end;
    const own = charactersIn(question.parsed.units, folded.slice(start, end));
    all = Math.max(
      all,
      shareWhere(characterWeights, (u) => own[u] === 1),
    );
    near = Math.max(
      near,
      shareWhere(nearCharacters, (u) => own[u] === 1),
    );
  });
  return [all, near];
}

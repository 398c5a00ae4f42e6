// The file that `npm run train` writes the weights to.
import type { TokenOdds } from '../../src/core/reading/features/word-features.ts';
import type { Model, Trees } from '../../src/core/reading/scorers.ts';

/** What is learnt for ranking and for the confidence. */
export interface Weights {
  readonly ranking: Model;
  readonly trees: Trees;
  readonly tokens: TokenOdds;
  readonly bias: number;
}

/** What src/core/reading/weights.generated.ts has. */
export function weightsSource({ ranking, trees, tokens, bias }: Weights): string {
  const constant = (name: string, comment: string, type: string, value: Model | Trees | TokenOdds): string =>
    `/** ${comment} */\nexport const ${name}: ${type} = ${JSON.stringify(value)};\n`;
  return `// Made by scripts/train/models.ts from the development sets. Do not edit.
import type { Model, Trees } from './scorers.ts';
import type { TokenOdds } from './features/word-features.ts';

${constant('RANKING_MODEL', 'Ranks the sentences that may answer.', 'Model', ranking)}
${constant('CONFIDENCE_TREES', 'The log-odds of there being an answer.', 'Trees', trees)}
${constant('TOKEN_ODDS', 'What the tokens of a question tell of there being an answer.', 'TokenOdds', tokens)}
/** Moves the threshold that was chosen to even odds. */
export const CONFIDENCE_BIAS: number = ${bias};
`;
}

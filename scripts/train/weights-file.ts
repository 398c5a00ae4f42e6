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
  const constant = (name: string, comment: string, value: Model | Trees | TokenOdds): string =>
    `/** ${comment} */\nexport const ${name} = ${JSON.stringify(value)};\n`;
  return `// Made by scripts/train/models.ts from the development sets. Do not edit.
import type { Model, Trees } from './scorers.ts';
import type { TokenOdds } from './features/word-features.ts';

${constant('RANKING_MODEL: Model', 'Ranks the sentences that may answer.', ranking)}
${constant('CONFIDENCE_TREES: Trees', 'The log-odds of there being an answer.', trees)}
${constant('TOKEN_ODDS: TokenOdds', 'What the tokens of a question tell of there being an answer.', tokens)}
/** Moves the threshold that was chosen to even odds. */
export const CONFIDENCE_BIAS: number = ${bias};
`;
}

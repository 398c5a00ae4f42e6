import type { Verdict } from '../../reading/claims.ts';
import { anyEnglishWord, anyOf, formsOf, langTable } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import type { Candidate } from './speaker-verdict.ts';

const KINDS = [...new Set(langTable('zh/attributes-asked').values())];

const patternOf = (part: 'asked' | 'told', kind: string): RegExp => {
  const words = (lang: string): string[] => formsOf(langTable(`${lang}/attributes-${part}`), kind);
  const english = words('en');
  return new RegExp([anyOf(words('zh')), ...(english.length > 0 ? [anyEnglishWord(english)] : [])].join('|'));
};

const ATTRIBUTES = KINDS.map((kind) => ({ asked: patternOf('asked', kind), told: patternOf('told', kind) }));

/**
 * Whether what is somebody's own, and is asked for, is told of at all: a sentence that, with its passage, has no word of a salary says
 * nothing of one, however much it says of whom is asked about.
 */
export function attributeVerdict({ question: { parsed }, article, ranked: { sentence } }: Candidate): Verdict {
  const asked = ATTRIBUTES.filter((attribute) => attribute.asked.test(parsed.folded));
  if (asked.length === 0) return 'absent';
  const { start, end } = sentence.passage.passage;
  const around = foldScript(article.text.slice(start, end));
  if (asked.some(({ told }) => !told.test(around))) return 'contradicted';
  return asked.every(({ told }) => told.test(sentence.folded)) ? 'met' : 'absent';
}

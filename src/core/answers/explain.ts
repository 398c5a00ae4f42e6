import type { Explanation, ExplainedSlot } from '../model/explanation.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { Found } from '../reading/find.ts';

const CANDIDATES = 3;

/** Tells how an answer was come by: the slots of the question, and the sentences that were ranked first. */
export const explanationOf = ({ question: { parsed }, ranked }: Found): Explanation => ({
  slots: slotsOf(parsed),
  candidates: ranked.slice(0, CANDIDATES).map(({ sentence: { passage, start, end }, probability }) => {
    const { article } = passage.passage;
    return { articleId: article.id, start, end, quote: article.text.slice(start, end), probability };
  }),
});

function slotsOf({ text, frame, terms }: ParsedQuestion): ExplainedSlot[] {
  const { wanted, act } = frame;
  const { speaker, addressee, focus, claim } = frame;
  const spans = { speaker, addressee, focus, claim, participation: frame.participation?.verbs[0] ?? null };
  return [
    ...(wanted === null ? [] : [{ slot: 'wanted', value: wanted }]),
    ...(act === null ? [] : [{ slot: 'act', value: act }]),
    ...Object.entries(spans).flatMap(([slot, span]) =>
      span === null ? [] : [{ slot, value: text.slice(span.start, span.end) }],
    ),
    ...terms.map(({ start, end }) => ({ slot: 'term', value: text.slice(start, end) })),
  ];
}

// A speaker's name or office on a line of its own, bold or not, without a mark; and the end of what they say on the line below it.
const LABEL = /^(?:\*\*)?[^\p{P}\p{S}\s][^\p{P}\p{S}]{1,15}(?:\*\*)?$/u;
const SAID = /^[^#>|*-].*[。！？…!?.」』”"]$/u;
// A single one may be the first line of anything.
const LABELS = 2;

/** Ends the paragraph behind each line that is the label of a turn, in a transcript without colons, so that it is not run together with what is said. */
export function separateTurns(text: string): string {
  const lines = text.split('\n');
  const isLabel = (at: number): boolean =>
    LABEL.test(lines[at]?.trimEnd() ?? '') &&
    (lines[at - 1] ?? '').trim() === '' &&
    SAID.test((lines[at + 1] ?? '').trim());
  const labels = lines.flatMap((_, at) => (isLabel(at) ? [at] : []));
  if (labels.length < LABELS) return text;
  for (const at of labels) lines[at] += '\n';
  return lines.join('\n');
}

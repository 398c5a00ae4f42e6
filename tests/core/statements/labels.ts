// The form of labelled sentences. A paragraph is a block of lines, one sentence a line: `sentence | speaker | d or i | by=… |
// to=…`, `-` where the text names no speaker. A speaker is written as the article names them, with the office where it stands
// before the name.

export interface LabelledSentence {
  readonly text: string;
  readonly speaker: string | null;
  readonly mode: 'direct' | 'indirect' | null;
  readonly reportedBy: string | null;
  readonly addressee: string | null;
}

export interface LabelledParagraph {
  readonly style: string;
  readonly heldOut: boolean;
  readonly sentences: readonly LabelledSentence[];
}

/** The paragraphs of each style; those of one style make an article, in this order. Every third one is held out. */
export const readLabels = (styles: Readonly<Record<string, string>>): readonly LabelledParagraph[] =>
  Object.entries(styles).flatMap(([style, text]) =>
    text
      .trim()
      .split('\n\n')
      .map((block, i) => ({ style, heldOut: i % 3 === 2, sentences: block.split('\n').map(sentenceOf) })),
  );

function sentenceOf(line: string): LabelledSentence {
  const [text = '', speaker = '-', mode, ...rest] = line.split(' | ').map((field) => field.trim());
  const field = (key: string): string | null => rest.find((one) => one.startsWith(key))?.slice(key.length) ?? null;
  return {
    text,
    speaker: speaker === '-' ? null : speaker,
    mode: mode === 'd' ? 'direct' : mode === 'i' ? 'indirect' : null,
    reportedBy: field('by='),
    addressee: field('to='),
  };
}

let segmenter: Intl.Segmenter | null = null;

/** The words and other parts of a text in Chinese, as its locale's dictionary parts it; made when it is first asked for, which takes time. */
export const segmentsOf = (text: string): Intl.Segments =>
  (segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })).segment(text);

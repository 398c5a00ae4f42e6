/** A stretch of a text in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether one span lies within another, or is the same. */
export const isWithin = (one: Span, other: Span): boolean => one.start >= other.start && one.end <= other.end;

// JSON.stringify leaves these as they are, and a terminal would obey them: C1 controls, bidi overrides, separators of lines.
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** One value as one line of JSON, harmless on a terminal: what could steer it is written as `\uXXXX`, which reads the same. */
export const jsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(UNSAFE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLine } from '../../../src/adapters/cli/json.ts';

test('a line of JSON is one line, steers no terminal and reads as what it was', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\u009b2J', '\u202eabc', '\u2028', '\u007f', '\ufeff', 'a\nb'),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const line = jsonLine({ text });
      expect(JSON.parse(line)).toEqual({ text });
      expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
      expect(line.endsWith('\n')).toBe(true);
    }),
  );
});

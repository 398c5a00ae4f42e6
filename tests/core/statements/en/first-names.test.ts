import { expect, test } from 'vitest';
import { mayBeOne } from '../../../../src/core/statements/en/first-names.ts';

test.each([
  ['celia vance', 'celia vance', true],
  ['celia vance', 'c. vance', true],
  ['william vance', 'bill vance', true],
  ['mayor vance', 'celia vance', true],
  ['celia vance', 'maria vance', false],
  ['celia vance', 'celia kowalska', false],
  ['celia m. vance', 'celia m. kowalska', false],
  ['vance', 'celia vance', false],
])('%s and %s may be one person: %s', (one, other, expected) => {
  expect(mayBeOne(one, other)).toBe(expected);
  expect(mayBeOne(other, one)).toBe(expected);
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { terminalText } from '../../../src/adapters/terminal/terminal-text.ts';
import { viewOf } from '../../../src/adapters/terminal/view.ts';

afterEach(() => vi.unstubAllEnvs());

// supports-hyperlinks asks the process's own environment.
function linkOn(variables: Readonly<Record<string, string>>): (url: string) => string | undefined {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const { link } = viewOf({ isTTY: true, columns: 80 }, process.env);
  return (url) => link?.(terminalText('text'), url);
}

describe('links that can be clicked', () => {
  it('are there where the terminal is known to have them, and only there', () => {
    expect(linkOn({ FORCE_HYPERLINK: '1', TERM: 'xterm' })('https://example.org/a')).toBe(
      '\u001b]8;;https://example.org/a\u001b\\text\u001b]8;;\u001b\\',
    );
    expect(linkOn({ FORCE_HYPERLINK: '0' })('https://example.org/a')).toBeUndefined();
  });

  it.each([
    'https://example.org/\u001b\\\u001b[2J',
    'https://example.org/\u0007\u009c',
    'https://example.org/新聞?q=\u202e',
    'https://example.org/ \n',
  ])('cannot be ended by the address: %j', (url) => {
    expect(linkOn({ FORCE_HYPERLINK: '1', TERM: 'xterm' })(url)).toMatch(
      /^\S{5}https:\/\/example\.org\/[!-~]*\S{2}text\S+$/,
    );
  });

  it('are plain text for what is no address', () => {
    expect(linkOn({ FORCE_HYPERLINK: '1', TERM: 'xterm' })('not an address')).toBe('text');
  });
});

import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from '../../../src/core/corpus/encoding.ts';
import { loadMarkup } from '../../../src/core/corpus/markup/markup.ts';
import { langLines } from '../../../src/core/text/lang-data.ts';

// A third of a text is frequent; the rest is not, so that without the line nothing would tell the two tables apart.
test.each(langLines('zh/frequent-characters'))('the encoding of a text is told by %s', async (line) => {
  await loadMarkup();
  for (const [encoding, name] of [
    ['gb18030', 'GB18030'],
    ['big5hkscs', 'Big5'],
  ] as const) {
    const text = iconv.decode(iconv.encode(line, encoding), encoding).replaceAll(/[?\ufffd]/g, '');
    const decoded = decodeText(iconv.encode(text, encoding));
    expect(decoded?.text).toBe(text);
    expect(decoded?.assumed).toContain(name);
  }
});

import { posix } from 'node:path';
import { Parser } from 'htmlparser2';

import type { Source } from '../metadata/fields.ts';
import { lost, type BulkReader } from './record.ts';
import { openZip, ZipFault, type Zip } from './zip.ts';

/** Reads an EPUB: each document of its spine is an article, its contents list excepted. */
export const readEpub: BulkReader = async function* (path) {
  let zip: Zip;
  try {
    zip = await openZip(path);
  } catch {
    yield lost(null, 'The file is no EPUB that can be read.');
    return;
  }
  try {
    const root = attributeIn(await zip.text('META-INF/container.xml'), 'rootfile', 'full-path');
    const book = root === null ? null : packageOf(await zip.text(root));
    if (root === null || book === null || book.spine.length === 0) {
      yield lost(null, 'The EPUB has no spine, so that the order of its documents is not known.');
      return;
    }
    for (const href of book.spine) {
      const text = await zip.text(posix.join(posix.dirname(root), href));
      yield { kind: 'record', fields: book.shared, body: { text, type: 'html' }, line: null };
    }
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    yield lost(null, error.message);
  } finally {
    zip.close();
  }
};

interface Package {
  readonly spine: readonly string[];
  readonly shared: Source;
}

function packageOf(xml: string): Package {
  const hrefs = new Map<string, string>();
  const order: string[] = [];
  const said = new Map<string, string>();
  let [tag, text] = ['', ''];
  eachElement(xml, {
    open(name, attributes) {
      [tag, text] = [name, ''];
      const { id = '', href = '', idref = '', properties = '' } = attributes;
      if (name === 'item' && !properties.split(' ').includes('nav')) hrefs.set(id, decodeURIComponent(href));
      if (name === 'itemref') order.push(idref);
    },
    text: (data) => void (text += data),
    close() {
      if (tag.startsWith('dc:') && text.trim() !== '' && !said.has(tag)) said.set(tag, text.trim());
      tag = '';
    },
  });
  return {
    spine: order.flatMap((id) => hrefs.get(id) ?? []),
    shared: {
      outlet: said.get('dc:publisher'),
      author: said.get('dc:creator'),
      date: said.get('dc:date'),
      lang: said.get('dc:language'),
      category: said.get('dc:title'),
    },
  };
}

function attributeIn(xml: string, element: string, attribute: string): string | null {
  let found: string | null = null;
  eachElement(xml, {
    open(name, attributes) {
      if (name === element) found ??= attributes[attribute] ?? null;
    },
  });
  return found;
}

function eachElement(
  xml: string,
  on: {
    open(name: string, attributes: Readonly<Record<string, string>>): void;
    text?(data: string): void;
    close?(): void;
  },
): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => on.open(name, attributes),
      ontext: (data) => on.text?.(data),
      onclosetag: () => on.close?.(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

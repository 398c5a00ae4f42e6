import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

import { encodingOf } from '../encoding.ts';
import { markup } from '../markup/markup.ts';
import { stripControls } from '../markup/white-space.ts';

const SAMPLE = 64 * 1024; // bytes
const CHUNK = 1024 * 1024; // bytes

/** The text of a file, piece by piece, in the encoding that its beginning shows; a piece may end anywhere. Empty for a binary file. */
export async function* textChunks(path: string): AsyncGenerator<string> {
  const encoding = await sampleEncoding(path);
  if (encoding === null) return;
  const decoder = encoding === 'big5' ? markup().big5Decoder() : new TextDecoder(encoding);
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK }))
    yield stripControls(decoder.decode(bytes as Uint8Array, { stream: true }));
  yield stripControls(decoder.decode());
}

async function sampleEncoding(path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return encodingOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

import { open as openWith, type Entry, type ZipFile } from 'yauzl';

import { decodeText } from '../encoding.ts';

// Bytes once unpacked, of one document and of all, and how many documents.
const ENTRY_LIMIT = 8 * 1024 * 1024;
const TOTAL_LIMIT = 256 * 1024 * 1024;
const COUNT_LIMIT = 20_000;

/** A sentence on a zip that cannot be read. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault';
}

/** The texts within a zip, each unpacked when it is asked for. */
export interface Zip {
  /** Throws a ZipFault for a name that is not there, and for what unpacks to more than any book holds. */
  text(name: string): Promise<string>;
  close(): void;
}

/** Opens a zip. Rejects for what is none. */
export async function openZip(path: string): Promise<Zip> {
  const file = await new Promise<ZipFile>((resolve, reject) => {
    openWith(path, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const entries = await entriesOf(file);
  let total = 0;
  return {
    async text(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new ZipFault(`"${name.slice(0, 60)}" is missing from the file.`);
      const bytes = await unpack(file, entry);
      total += bytes.length;
      if (total > TOTAL_LIMIT) throw new ZipFault('The file unpacks to more than any book holds.');
      return decodeText(bytes)?.text ?? '';
    },
    close: () => file.close(),
  };
}

async function entriesOf(file: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > COUNT_LIMIT) resolve();
      else file.readEntry();
    });
    file.on('end', () => resolve());
    file.on('error', reject);
    file.readEntry();
  });
  return entries;
}

async function unpack(file: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    file.openReadStream(entry, (error, opened) =>
      error ? reject(new ZipFault('A document of the file cannot be unpacked.')) : resolve(opened),
    );
  });
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > ENTRY_LIMIT) throw new ZipFault('A document of the file unpacks to more than any article is.');
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof ZipFault
      ? error
      : new ZipFault('A document of the file cannot be unpacked.', { cause: error });
  }
  return Buffer.concat(parts);
}

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Article } from '../../model/article.ts';
import type { Entry } from '../../model/entry.ts';
import type { Span } from '../../model/span.ts';
import type { Party, Statement } from '../../model/statement.ts';
import { cutsOf, type Cuts } from '../passages.ts';
import { createByteReader, createByteWriter } from './bytes.ts';

/** What of an article is read only when it is asked for. */
export interface Content extends Pick<Article, 'text' | 'blocks'> {
  /** Where it is cut into passages. */
  readonly cuts: Cuts;
  /** Bytes of memory that all of it takes, about. */
  readonly size: number;
}

// Of zlib's levels, one that takes half of the usual one's time for a fiftieth more bytes.
const LEVEL = { level: 3 } as const;

const pack = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value), LEVEL);
const unpack = (bytes: Uint8Array): unknown => JSON.parse(inflateRawSync(bytes).toString());

/**
 * Text, cuts and blocks as bytes, the text as it is in memory: most articles of which a question looks at a passage are read for that
 * passage alone, and neither decoded as UTF-8 nor cut again, nor are their blocks parsed.
 */
export function packContent({ text, blocks }: Pick<Article, 'text' | 'blocks'>): Uint8Array {
  const encoding = encodingOf(text);
  const parts = [Buffer.from(text, encoding), packCuts(cutsOf({ text, blocks })), Buffer.from(JSON.stringify(blocks))];
  const head = createByteWriter(HEAD);
  head.varint(encoding === 'latin1' ? 1 : 0);
  for (const { length } of parts) head.varint(length);
  head.bytes(deflateRawSync(Buffer.concat(parts), LEVEL));
  return head.take();
}

// Bytes that are there at first for what is written.
const HEAD = 8192;

// What has only Latin letters takes half of the memory as well.
const encodingOf = (text: string): 'latin1' | 'utf16le' => (/[^\0-\xff]/.test(text) ? 'utf16le' : 'latin1');

export function unpackContent(bytes: Uint8Array): Content {
  const head = createByteReader(bytes);
  const isLatin = head.varint() === 1;
  const [text, cuts, blocks] = [head.varint(), head.varint(), head.varint()];
  // In one piece: zlib would otherwise make one of 16 kB after the other.
  const parts = inflateRawSync(bytes.subarray(head.at), { chunkSize: Math.max(LEAST_PIECE, text + cuts + blocks) });
  const packedBlocks = parts.toString('utf8', text + cuts);
  let [knownCuts, knownBlocks]: [Cuts | null, Article['blocks'] | null] = [null, null];
  // Bytes of their own, which do not keep the text's in memory.
  const packedCuts = new Uint8Array(parts.subarray(text, text + cuts));
  return {
    size: text + PARSED * (cuts + blocks),
    text: parts.toString(isLatin ? 'latin1' : 'utf16le', 0, text),
    get cuts() {
      return (knownCuts ??= unpackCuts(packedCuts));
    },
    get blocks() {
      return (knownBlocks ??= JSON.parse(packedBlocks) as Article['blocks']);
    },
  };
}

// What is made of a byte of cuts or blocks, as it is and parsed, takes so many.
const PARSED = 3;
// Fewer zlib does not take.
const LEAST_PIECE = 64;

function packCuts({ captions, bodies }: Cuts): Uint8Array {
  const bytes = createByteWriter();
  const write = (spans: readonly Span[]): void => {
    bytes.varint(spans.length);
    for (const { start, end } of spans) {
      bytes.varint(start);
      bytes.varint(end - start);
    }
  };
  write(captions);
  for (const { sentences, context } of bodies) {
    write(sentences);
    write(context);
  }
  return bytes.take();
}

function unpackCuts(packed: Uint8Array): Cuts {
  const bytes = createByteReader(packed);
  const read = (): Span[] => {
    const spans: Span[] = [];
    for (let left = bytes.varint(); left > 0; left--) {
      const start = bytes.varint();
      spans.push({ start, end: start + bytes.varint() });
    }
    return spans;
  };
  const captions = read();
  const bodies: Cuts['bodies'][number][] = [];
  while (!bytes.done) {
    const sentences = read();
    bodies.push({ sentences, context: read() });
  }
  return { captions, bodies };
}

// As it is stored: the number of its name instead of the name.
type StoredParty = Omit<Party, 'entry'> & { readonly entry: number | null };

const PARTIES = ['speaker', 'addressee', 'reportedBy'] as const;

/** Statements as bytes. Their names stand there by their numbers, which hold for one reading of the names. */
export const packStatements = (statements: readonly Statement[]): Uint8Array =>
  pack(
    statements.map((one) => ({
      ...withParties(one, (party) => ({ ...party, entry: party.entry?.id ?? null })),
      day: undefined,
    })),
  );

/** Statements from their bytes; `day` is that of their report. */
export const unpackStatements = (
  bytes: Uint8Array,
  { entryOf, day }: { readonly entryOf: (id: number) => Entry; readonly day: string | null },
): readonly Statement[] =>
  (unpack(bytes) as readonly Statement[]).map((one) =>
    Object.assign(
      withParties(one, (party) => {
        const { entry } = party as unknown as StoredParty;
        return { ...party, entry: entry === null ? null : entryOf(entry) };
      }),
      { day },
    ),
  );

function withParties(statement: Statement, change: (party: Party) => unknown): Statement {
  const changed = PARTIES.map((role) => {
    const party = statement[role];
    return [role, party === null ? null : change(party)] as const;
  });
  return { ...statement, ...(Object.fromEntries(changed) as Pick<Statement, (typeof PARTIES)[number]>) };
}

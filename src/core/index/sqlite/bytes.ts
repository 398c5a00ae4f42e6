/** A growing run of bytes, written from the front. */
export interface ByteWriter {
  /** Writes an unsigned integer below 2³² in groups of seven bits, the lowest first (LEB128). */
  varint(value: number): void;
  bytes(run: Uint8Array): void;
  /** A text in UTF-8, with its length in bytes before it. */
  text(value: string): void;
  readonly length: number;
  /** A copy of what was written. */
  take(): Uint8Array;
  clear(): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function createByteWriter(size = 1024): ByteWriter {
  let buffer = new Uint8Array(size);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  const writer: ByteWriter = {
    varint: (value) => {
      reserve(5);
      let rest = value;
      for (; rest > 0x7f; rest >>>= 7) buffer[length++] = (rest & 0x7f) | 0x80;
      buffer[length++] = rest;
    },
    bytes: (run) => {
      reserve(run.length);
      buffer.set(run, length);
      length += run.length;
    },
    text: (value) => {
      const run = encoder.encode(value);
      writer.varint(run.length);
      writer.bytes(run);
    },
    get length() {
      return length;
    },
    take: () => buffer.slice(0, length),
    clear: () => {
      length = 0;
    },
  };
  return writer;
}

/** Reads what a `ByteWriter` wrote, from the front. */
export interface ByteReader {
  varint(): number;
  bytes(length: number): Uint8Array;
  text(): string;
  /** Goes on behind a text, and says whether it is this one, given in UTF-8. */
  isText(value: Uint8Array): boolean;
  /** Whether the text that comes next, which is not read by that, stands before another in UTF-8 (below 0), after it, or is it (0). */
  compareText(value: Uint8Array): number;
  skip(length: number): void;
  /** How many bytes have been read. */
  readonly at: number;
  readonly done: boolean;
}

export function createByteReader(buffer: Uint8Array): ByteReader {
  let at = 0;
  const reader: ByteReader = {
    varint: () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = buffer[at++] as number;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value >>> 0;
      }
    },
    bytes: (length) => buffer.subarray(at, (at += length)),
    text: () => decoder.decode(reader.bytes(reader.varint())),
    isText: (value) => {
      const length = reader.varint();
      let same = length === value.length;
      for (let i = 0; same && i < length; i++) same = buffer[at + i] === value[i];
      at += length;
      return same;
    },
    compareText: (value) => {
      const before = at;
      const length = reader.varint();
      let order = 0;
      for (let i = 0; order === 0 && i < length && i < value.length; i++)
        order = (buffer[at + i] as number) - (value[i] as number);
      at = before;
      return order === 0 ? length - value.length : order;
    },
    skip: (length) => {
      at += length;
    },
    get at() {
      return at;
    },
    get done() {
      return at >= buffer.length;
    },
  };
  return reader;
}

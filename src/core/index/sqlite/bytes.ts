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
      const bytes = value.length > SHORT ? -1 : utf8Length(value);
      if (bytes === -1) {
        const run = encoder.encode(value);
        writer.varint(run.length);
        writer.bytes(run);
        return;
      }
      writer.varint(bytes);
      reserve(bytes);
      for (let i = 0; i < value.length; i++) length = putUnit(buffer, length, value.charCodeAt(i));
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

// UTF-16 units. A term has two of them mostly, for which an encoder takes ten times as long.
const SHORT = 16;

// How many bytes of UTF-8 a text takes; -1 where it has surrogates.
function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xe000) return -1;
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

// Writes a UTF-16 unit that is no surrogate in UTF-8 (RFC 3629, 3), and gives the place behind it.
function putUnit(buffer: Uint8Array, at: number, unit: number): number {
  if (unit < 0x80) {
    buffer[at] = unit;
    return at + 1;
  }
  if (unit < 0x800) {
    buffer[at] = 0xc0 | (unit >> 6);
    buffer[at + 1] = 0x80 | (unit & 0x3f);
    return at + 2;
  }
  buffer[at] = 0xe0 | (unit >> 12);
  buffer[at + 1] = 0x80 | ((unit >> 6) & 0x3f);
  buffer[at + 2] = 0x80 | (unit & 0x3f);
  return at + 3;
}

// Two characters of three bytes each, as most terms are; null where it is another text.
function bigramAt(buffer: Uint8Array, at: number, length: number): string | null {
  if (length !== 6 || !isThreeBytes(buffer, at) || !isThreeBytes(buffer, at + 3)) return null;
  return String.fromCharCode(unitAt(buffer, at), unitAt(buffer, at + 3));
}

const isThreeBytes = (buffer: Uint8Array, at: number): boolean => ((buffer[at] as number) & 0xf0) === 0xe0;

const unitAt = (buffer: Uint8Array, at: number): number =>
  (((buffer[at] as number) & 0x0f) << 12) |
  (((buffer[at + 1] as number) & 0x3f) << 6) |
  ((buffer[at + 2] as number) & 0x3f);

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
    text: () => {
      const length = reader.varint();
      const from = at;
      at += length;
      return bigramAt(buffer, from, length) ?? decoder.decode(buffer.subarray(from, at));
    },
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

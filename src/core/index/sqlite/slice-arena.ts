import { addRow, createNumberTable } from './number-table.ts';

/** Many runs of bytes that grow side by side in few large buffers. */
export interface SliceArena {
  /** Begins a run, and gives its number: 0, 1, 2, … */
  open(): number;
  /** Appends an unsigned integer below 2³² in groups of seven bits, the lowest first (LEB128). */
  append(run: number, value: number): void;
  appendBytes(run: number, bytes: Uint8Array): void;
  /** A run; it may change when something is appended. */
  read(run: number): Uint8Array;
  /** Bytes that are held. */
  readonly size: number;
}

// As in Lucene's indexer (ByteBlockPool): a run is a chain of slices, each larger than the one before, so that neither a run of three
// bytes nor one of a hundred thousand wastes much. Behind each slice stands the address of the next.
const SLICES = [6, 12, 20, 36, 68, 132, 260, 516, 1028] as const;
const LINK = 4;
const LARGEST = SLICES.length - 1;
const PAGE_BITS = 20;
const PAGE = 1 << PAGE_BITS;

/** The memory of an arena: bytes by their addresses. */
interface Pages {
  /** Takes a slice of a level, and gives its address. */
  readonly allocate: (level: number) => number;
  /** The page that an address is on. */
  readonly at: (address: number) => Uint8Array;
  readonly link: (from: number, to: number) => void;
  readonly linked: (from: number) => number;
  readonly size: () => number;
}

function createPages(): Pages {
  const pages: Uint8Array[] = [];
  let end = 0;
  const pageAt = (address: number): Uint8Array => pages[address >>> PAGE_BITS] as Uint8Array;
  return {
    allocate: (level) => {
      const size = (SLICES[level] as number) + LINK;
      const page = end >>> PAGE_BITS;
      if (pages.length === 0 || (end + size) >>> PAGE_BITS !== page || end >>> PAGE_BITS === pages.length) {
        end = pages.length * PAGE;
        pages.push(new Uint8Array(PAGE));
      }
      const at = end;
      end += size;
      return at;
    },
    at: pageAt,
    link: (from, to) => {
      const page = pageAt(from);
      for (let i = 0; i < LINK; i++) page[(from + i) & (PAGE - 1)] = to >>> (8 * i);
    },
    linked: (from) => {
      const page = pageAt(from);
      let to = 0;
      for (let i = LINK - 1; i >= 0; i--) to = to * 256 + (page[(from + i) & (PAGE - 1)] as number);
      return to;
    },
    size: () => pages.length * PAGE,
  };
}

/** An empty arena; it holds up to 4 GB. */
export function createSliceArena(): SliceArena {
  const pages = createPages();
  const { allocate, at: pageAt, link } = pages;
  const runs = createNumberTable(RUN);
  // Begins the next slice of a run that is full.
  const extend = (values: Uint32Array, row: number, at: number): number => {
    const level = Math.min(LARGEST, (values[row + LEVEL] as number) + 1);
    const next = allocate(level);
    link(at, next);
    values[row + LEVEL] = level;
    values[row + LIMIT] = next + (SLICES[level] as number);
    return next;
  };

  return {
    open: () => {
      const [at, run] = [allocate(0), addRow(runs)];
      const row = run * RUN;
      runs.values[row + HEAD] = at;
      runs.values[row + PLACE] = at;
      runs.values[row + LIMIT] = at + SLICES[0];
      return run;
    },
    append: (run, value) => {
      const { values } = runs;
      const row = run * RUN;
      let at = values[row + PLACE] as number;
      for (let rest = value; ; rest >>>= 7) {
        if (at === values[row + LIMIT]) at = extend(values, row, at);
        pageAt(at)[at & (PAGE - 1)] = rest > 0x7f ? (rest & 0x7f) | 0x80 : rest;
        at += 1;
        if (rest <= 0x7f) break;
      }
      values[row + PLACE] = at;
    },
    appendBytes: (run, bytes) => {
      const { values } = runs;
      const row = run * RUN;
      let at = values[row + PLACE] as number;
      for (let next = 0; next < bytes.length; next++) {
        if (at === values[row + LIMIT]) at = extend(values, row, at);
        pageAt(at)[at & (PAGE - 1)] = bytes[next] as number;
        at += 1;
      }
      values[row + PLACE] = at;
    },
    read: (run) => readRun(pages, runs.values.subarray(run * RUN, (run + 1) * RUN)),
    get size() {
      return pages.size();
    },
  };
}

function readRun({ at: pageAt, linked }: Pages, row: Uint32Array): Uint8Array {
  const last = row[PLACE] as number;
  const parts: Uint8Array[] = [];
  for (let level = 0, at = row[HEAD] as number; ; level = Math.min(LARGEST, level + 1)) {
    const limit = at + (SLICES[level] as number);
    const isLast = last >= at && last <= limit;
    const within = at & (PAGE - 1);
    parts.push(pageAt(at).subarray(within, within + (isLast ? last : limit) - at));
    if (isLast) break;
    at = linked(limit);
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}

// What is known of a run, side by side, since it is all wanted at once: where it begins, where it goes on, where its slice ends, and
// which size that has.
const RUN = 4;
const [HEAD, PLACE, LIMIT, LEVEL] = [0, 1, 2, 3];

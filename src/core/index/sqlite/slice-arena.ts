/** Many runs of bytes that grow side by side in few large buffers. */
export interface SliceArena {
  /** Begins a run, and gives its number: 0, 1, 2, … */
  open(): number;
  /** Appends an unsigned integer below 2³² in groups of seven bits, the lowest first (LEB128). */
  append(run: number, value: number): void;
  /** A copy of a run. */
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

/** An empty arena; it holds up to 4 GB. */
export function createSliceArena(): SliceArena {
  const pages: Uint8Array[] = [];
  let end = 0;
  // Of each run: where it begins, where it goes on, where its slice ends, and which size that has.
  const heads = createColumn();
  const places = createColumn();
  const limits = createColumn();
  const levels = createColumn();

  const allocate = (level: number): number => {
    const size = (SLICES[level] as number) + LINK;
    const page = end >>> PAGE_BITS;
    if (pages.length === 0 || (end + size) >>> PAGE_BITS !== page || end >>> PAGE_BITS === pages.length) {
      end = pages.length * PAGE;
      pages.push(new Uint8Array(PAGE));
    }
    const at = end;
    end += size;
    return at;
  };
  const pageAt = (address: number): Uint8Array => pages[address >>> PAGE_BITS] as Uint8Array;
  const link = (from: number, to: number): void => {
    const page = pageAt(from);
    for (let i = 0; i < LINK; i++) page[(from + i) & (PAGE - 1)] = to >>> (8 * i);
  };
  const linked = (from: number): number => {
    const page = pageAt(from);
    let to = 0;
    for (let i = LINK - 1; i >= 0; i--) to = to * 256 + (page[(from + i) & (PAGE - 1)] as number);
    return to;
  };
  const extend = (run: number, at: number): number => {
    const level = Math.min(LARGEST, levels.at(run) + 1);
    const next = allocate(level);
    link(at, next);
    levels.set(run, level);
    limits.set(run, next + (SLICES[level] as number));
    return next;
  };

  return {
    open: () => {
      const at = allocate(0);
      heads.push(at);
      places.push(at);
      limits.push(at + SLICES[0]);
      return levels.push(0);
    },
    append: (run, value) => {
      let at = places.at(run);
      let limit = limits.at(run);
      for (let rest = value; ; rest >>>= 7) {
        if (at === limit) {
          at = extend(run, at);
          limit = limits.at(run);
        }
        pageAt(at)[at & (PAGE - 1)] = rest > 0x7f ? (rest & 0x7f) | 0x80 : rest;
        at += 1;
        if (rest <= 0x7f) break;
      }
      places.set(run, at);
    },
    read: (run) => {
      const parts: Uint8Array[] = [];
      const last = places.at(run);
      for (let level = 0, at = heads.at(run); ; level = Math.min(LARGEST, level + 1)) {
        const limit = at + (SLICES[level] as number);
        const isLast = last >= at && last <= limit;
        const within = at & (PAGE - 1);
        parts.push(pageAt(at).subarray(within, within + (isLast ? last : limit) - at));
        if (isLast) return Buffer.concat(parts);
        at = linked(limit);
      }
    },
    get size() {
      return pages.length * PAGE;
    },
  };
}

interface Column {
  push(value: number): number;
  at(row: number): number;
  set(row: number, value: number): void;
}

/** A list of unsigned integers below 2³² that grows at its end. */
export function createColumn(): Column {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const larger = new Uint32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      return length++;
    },
    at: (row) => values[row] as number,
    set: (row, value) => {
      values[row] = value;
    },
  };
}

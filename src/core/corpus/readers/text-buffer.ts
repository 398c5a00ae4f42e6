import { EDGE, normaliseSpace } from '../markup/white-space.ts';

// A line that breaks off here goes on in the next one.
const CLAUSE_ENDS = new Set(['，', '、', ',']);

/** One block's text, with normalised white space. */
interface Taken {
  readonly text: string;
  /** Its length without white space. */
  readonly solid: number;
  readonly bold: boolean;
  readonly linked: boolean;
  readonly timed: boolean;
  readonly stressed: boolean;
}

/** How a piece of text stands. */
interface Style {
  readonly bold: boolean;
  readonly linked: boolean;
  readonly timed: boolean;
  /** In italics, or what else emphasis is shown by. */
  readonly stressed: boolean;
}

/** Gathers the pieces of one block's text, and how much of it is bold or a link. */
export function createTextBuffer() {
  let [buffer, bold, linked, timed, stressed] = ['', 0, 0, 0, 0];
  let goesOn = false; // whether the buffer ends with a clause; looked for in each piece alone
  return {
    add(line: string, style: Style): void {
      buffer += line;
      const last = line.trimEnd().at(-1);
      if (last !== undefined) goesOn = CLAUSE_ENDS.has(last);
      if (style.bold) bold += solidLength(line);
      if (style.linked) linked += solidLength(line);
      if (style.timed) timed += solidLength(line);
      if (style.stressed) stressed += solidLength(line);
    },
    /** Marks where a link or an emphasis begins or ends. */
    edge(): void {
      buffer += EDGE;
      goesOn = false;
    },
    /** Breaks the line; false where that ends the block. */
    breakLine(): boolean {
      if (goesOn) buffer += '\n';
      return goesOn;
    },
    /** What has been gathered; null where it is nothing. */
    take(): Taken | null {
      const text = buffer === '' ? '' : normaliseSpace(buffer);
      const solid = text === '' ? 0 : solidLength(buffer);
      const isAll = (length: number): boolean => length === solid;
      const style = { bold: isAll(bold), linked: isAll(linked), timed: isAll(timed), stressed: isAll(stressed) };
      [buffer, bold, linked, timed, stressed, goesOn] = ['', 0, 0, 0, 0, false];
      return text === '' ? null : { text, solid, ...style };
    },
  };
}

export type TextBuffer = ReturnType<typeof createTextBuffer>;

/** The length without white space and edges. Beside the ASCII ones, only the spaces that web pages use count as white. */
export function solidLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x20 && unit !== 0xa0 && unit !== 0x3000 && unit !== 0xfdd0) length++;
  }
  return length;
}

import type { Quotation } from './quotations.ts';

/** Stands for each unit of quoted words. */
export const QUOTED = '\ue000';
/** Stands for each unit of a bracket, marks included. */
export const BRACKETED = '\ue001';
/** Stands for each unit between 《 and 》. */
export const TITLED = '\ue002';

/**
 * The folded text with what is quoted, in brackets or the title of a work made opaque, so that nobody is taken to say what
 * stands there. Every unit becomes one unit; quotation marks and 《》 stay.
 */
export function quoteMask(folded: string, quotations: readonly Quotation[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, closed } of quotations) {
    const last = closed ? end - 1 : end;
    if (last <= start + 1) continue;
    result += plain(folded.slice(at, start + 1)) + QUOTED.repeat(last - start - 1);
    at = last;
  }
  return result + plain(folded.slice(at));
}

const plain = (text: string): string => (/[([〔《]/.test(text) ? withoutAsides(text) : text);

const withoutAsides = (text: string): string =>
  text
    .replace(/\([^()\n]{0,120}\)|〔[^〕\n]{0,60}〕|\[[^\]\n]{0,60}\]/g, (bracket) => BRACKETED.repeat(bracket.length))
    .replace(/《([^《》\n]{1,40})》/g, (_, title: string) => `《${TITLED.repeat(title.length)}》`);

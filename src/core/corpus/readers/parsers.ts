// All that stands on a parser of somebody else's, to be loaded together; see markup.ts.
export { parseMatter } from '../metadata/matter.ts';
export { big5Decoder, decodeBig5 } from './big5.ts';
export { readHtml, textOf } from './html.ts';
export { readBody } from './markdown.ts';

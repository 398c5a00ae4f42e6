import iconv from 'iconv-lite';

const HKSCS = 'big5-hkscs';

/** Decodes Big5 with Hong Kong's supplementary characters (HKSCS); what is none of them becomes U+FFFD. */
export const decodeBig5 = (bytes: Uint8Array): string => iconv.decode(Buffer.from(bytes), HKSCS);

/** The same for bytes that come in pieces, used as a `TextDecoder` is. */
export function big5Decoder(): { decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string } {
  const decoder = iconv.getDecoder(HKSCS);
  return { decode: (bytes) => (bytes === undefined ? (decoder.end() ?? '') : decoder.write(Buffer.from(bytes))) };
}

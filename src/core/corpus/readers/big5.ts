import iconv from 'iconv-lite';

/** Decodes Big5 with Hong Kong's supplementary characters (HKSCS); what is none of them becomes U+FFFD. */
export const decodeBig5 = (bytes: Uint8Array): string => iconv.decode(Buffer.from(bytes), 'big5-hkscs');

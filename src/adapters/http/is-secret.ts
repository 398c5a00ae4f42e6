import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Whether a header holds a secret, compared in a time that tells nothing of it. */
export const isSecret = (given: IncomingHttpHeaders[string], secret: string): boolean =>
  timingSafeEqual(hash(String(given ?? '')), hash(secret));

// Hashes are of one length, which the comparison asks for.
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

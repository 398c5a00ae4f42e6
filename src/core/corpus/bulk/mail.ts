import { readFileSync, statSync } from 'node:fs';
import PostalMime from 'postal-mime';

import { lost, type BulkFault, type BulkReader, type BulkRecord } from './record.ts';

// Bytes: a saved page has its pictures within it.
const MAIL_LIMIT = 64 * 1024 * 1024;

/** Reads a page saved as MHTML, or a letter (`.eml`). */
export const readMail: BulkReader = async function* (path) {
  if (statSync(path).size > MAIL_LIMIT)
    yield lost(null, `The file is larger than ${MAIL_LIMIT / 1024 / 1024} MB, which no page is.`);
  else yield await mailRecord(readFileSync(path));
};

async function mailRecord(bytes: Uint8Array): Promise<BulkRecord | BulkFault> {
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    mail = await PostalMime.parse(bytes);
  } catch {
    return lost(null, 'The file is neither a saved page nor a letter that can be read.');
  }
  const header = (name: string): string | undefined => mail.headers.find(({ key }) => key === name)?.value;
  // Browsers write where a page was saved from; then the sender is the browser.
  const page =
    header('snapshot-content-location') ??
    (/^https?:/u.test(header('content-location') ?? '') ? header('content-location') : undefined);
  const isPage = page !== undefined || /multipart\/related/iu.test(header('content-type') ?? '');
  const { html, text } = mail;
  if (html === undefined && text === undefined) return lost(null, 'The file holds no text.');
  return {
    kind: 'record',
    fields: {
      ...(!isPage && { title: mail.subject, author: mail.from?.name || mail.from?.address, date: mail.date }),
      ...(page !== undefined && { url: page }),
    },
    shared: { title: mail.subject },
    body: html === undefined ? { text: text ?? '', type: 'text' } : { text: html, type: 'html' },
    line: null,
  };
}

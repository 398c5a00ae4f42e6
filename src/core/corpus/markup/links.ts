/** Longest address that is kept, in characters; the common limit of browsers and of link previews. */
const LINK_LIMIT = 2048;

const WAYBACK = /^https?:\/\/(?:web\.)?archive\.org\/web\/(\d{1,14}|\*)(?:[a-z]{2}_)?\/(.+)$/iu;
const ARCHIVE_TODAY = /^https?:\/\/archive\.(?:today|is|ph|fo|li|md|vn)\/(?:o\/\w+\/|\d{4,14}\/)?(https?:\/\/.+)$/iu;

/**
 * A link made absolute and usable, or null where it is not an http(s) address. An archived link stays one, since the live
 * page may be gone: prefix, timestamp, original. Where a slug was destroyed on its way (it decodes to U+FFFD or not at all),
 * the path ends before it: `…/article/37948/` is what such sites, and the archive's redirects, find an article by.
 */
export function cleanLink(written: string): string | null {
  const text = written.trim();
  const wayback = WAYBACK.exec(text);
  if (wayback !== null) {
    const original = cleanLink(withScheme(wayback[2] ?? ''));
    return original === null ? null : within(`https://web.archive.org/web/${wayback[1]}/${original}`);
  }
  if (!/^https?:\/\//iu.test(text)) return text.startsWith('//') ? cleanLink(`https:${text}`) : null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (!url.hostname.includes('.') && url.hostname !== 'localhost') return null;
  // A name and a password in a link can only deceive.
  url.username = '';
  url.password = '';
  const segments = url.pathname.split('/');
  const broken = segments.findIndex(isDestroyed);
  if (broken !== -1) {
    url.pathname = `${segments.slice(0, broken).join('/')}/`;
    url.search = '';
    url.hash = '';
  }
  return within(url.href);
}

/** The address of the page itself, without the archive that kept it. */
function originalOf(link: string): string {
  const wayback = WAYBACK.exec(link);
  if (wayback !== null) return withScheme(wayback[2] ?? '');
  return ARCHIVE_TODAY.exec(link)?.[1] ?? link;
}

/** The host of the page that a link leads to, in lower case; null where there is none. */
export function hostOf(link: string): string | null {
  return pageAt(link)?.host ?? null;
}

/** The path of the page that a link leads to; empty where there is none. */
export function pathOf(link: string): string {
  return pageAt(link)?.path ?? '';
}

interface Page {
  readonly host: string | null;
  readonly path: string;
}

// Whoever asks for the host of a link asks for its path as well.
let last: { readonly link: string; readonly page: Page | null } = { link: '', page: null };

function pageAt(link: string): Page | null {
  if (last.link !== link) last = { link, page: readPage(link) };
  return last.page;
}

function readPage(link: string): Page | null {
  try {
    const { hostname, pathname } = new URL(originalOf(link.startsWith('//') ? `https:${link}` : link));
    return { host: hostname.toLowerCase() || null, path: pathname };
  } catch {
    return null;
  }
}

/** A host as one would say it, to stand for an outlet that is not known: without `www.` or `m.` */
export const bareHost = (host: string): string => host.replace(/^(?:www\d?|m|amp)\.(?=[^.]+\.)/u, '');

const withScheme = (link: string): string => (/^https?:\/\//iu.test(link) ? link : `https://${link}`);

const within = (link: string): string | null => (link.length <= LINK_LIMIT ? link : null);

function isDestroyed(segment: string): boolean {
  try {
    return decodeURIComponent(segment).includes('\uFFFD');
  } catch {
    return true;
  }
}

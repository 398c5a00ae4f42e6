import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { extname, join } from 'node:path';

import { bulkFormatOf, isArticleFile } from './formats.ts';
import { CorpusError, errorIn, type CorpusFault } from './faults.ts';
import { TAKEDOWNS_FILE } from './takedowns.ts';

/** The files that may hold articles, and the folders and links that could not be followed. */
export interface Listing {
  /** Paths within the folder, with `/` between their parts, in the order of their UTF-16 units. */
  readonly paths: readonly string[];
  readonly faults: readonly CorpusFault[];
  /** The folders in which files were looked for, themselves and what is in them. */
  readonly folders: readonly string[];
  /** Files that may hold articles in a format that is not read. */
  readonly passedOver: readonly string[];
}

// What pages are made of beside their text: pictures, styles, fonts, scripts. Nobody expects an article there.
const ASSETS: ReadonlySet<string> = new Set(
  [
    'jpg jpeg png gif webp avif svg ico bmp tif tiff css scss less js mjs cjs ts map woff woff2 ttf otf eot',
    'mp3 mp4 m4a webm ogg wav mov avi yaml yml toml lock ini cfg sh py rb php go',
  ].flatMap((names) => names.split(' ').map((name) => `.${name}`)),
);
// Hidden ones, and what a folder says of itself, in any language: readme.zh-Hant.md. A report may begin with either word.
const OF_A_FOLDER = String.raw`readme|licen[cs]e|package(?:-lock)?|tsconfig|composer|manifest|sitemap[\w-]*`;
const LANGUAGE = String.raw`[._][a-z]{2,3}(?:-[a-z0-9]{2,4})*`;
const NOT_ARTICLES = new RegExp(String.raw`^(?:\.|(?:${OF_A_FOLDER})(?:${LANGUAGE})?(?:\.[a-z]+)?$)`, 'iu');
const isOfFolder = (name: string): boolean => NOT_ARTICLES.test(name) || name.toLowerCase() === TAKEDOWNS_FILE;

/**
 * Lists a folder's article files at any depth; links are followed, each folder once. Throws a CorpusError where the folder itself
 * cannot be read.
 */
export function listFiles(dir: string): Listing {
  if (!statOf(dir).isDirectory()) throw new CorpusError('not-a-directory', dir);
  const paths: string[] = [];
  const faults: CorpusFault[] = [];
  const passedOver: string[] = [];
  const folders: string[] = [];
  const seen = new Set<string>();
  const visit = (within: string): void => {
    const folder = join(dir, within);
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    folders.push(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (isOfFolder(entry.name)) continue;
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      try {
        const kind = entry.isSymbolicLink() ? statSync(join(dir, path)) : entry;
        if (kind.isDirectory()) visit(path);
        else if (kind.isFile()) {
          const extension = extname(entry.name);
          if (isArticleFile(extension) || bulkFormatOf(extension) !== null) paths.push(path);
          else if (extension !== '' && !ASSETS.has(extension.toLowerCase())) passedOver.push(path);
        }
      } catch (error) {
        const reason =
          codeOf(error) === 'ENOENT' || codeOf(error) === 'ELOOP'
            ? 'The link leads nowhere.'
            : 'It cannot be read; check its permissions.';
        faults.push(errorIn(join(dir, path), null, reason));
      }
    }
  };
  try {
    visit('');
  } catch (error) {
    throw new CorpusError('unreadable', dir, { cause: error });
  }
  return { paths: paths.sort(), faults, folders, passedOver: passedOver.sort() };
}

function statOf(dir: string): Stats {
  try {
    return statSync(dir);
  } catch (error) {
    const isMissing = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
    throw new CorpusError(isMissing ? 'missing' : 'unreadable', dir, { cause: error });
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

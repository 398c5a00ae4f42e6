import { foldScript } from '../../text/script.ts';

/** The outlets that are known by name or by host. */
export interface OutletDirectory {
  /** The canonical name of the outlet that a host with a path belongs to: of the nearest domain above it, the longest path. */
  byHost(host: string, path?: string): string | null;
  /** The canonical name for any alias, in either script, in any case and spacing. */
  byName(name: string): string | null;
  /** All canonical names, in the order of the file. */
  readonly names: readonly string[];
  /** What else an outlet is called, its canonical name and hosts not included; empty for an unknown one. */
  aliasesOf(name: string): readonly string[];
  /** The other outlets that have a name in common with one: the services of its house in other languages. */
  sistersOf(name: string): readonly string[];
}

/**
 * Reads a list of outlets: one a line, comma-separated, `#` begins a comment. The first item is the name as it is shown;
 * items that look like host names, with or without a path, are hosts; the others are aliases. Where two lines claim one name or host, the
 * first has it; an alias is listed with both.
 */
export function parseOutlets(text: string): OutletDirectory {
  const hosts = new Map<string, string>();
  const paths = new Map<string, string[]>();
  const names = new Map<string, string>();
  const aliases = new Map<string, string[]>();
  const isElsewhere = (item: string, known: string): boolean => names.get(nameKey(item)) !== known;
  for (const line of text.split(/\r?\n/u)) {
    const items = line
      .replace(/^\uFEFF/u, '')
      .replace(/(?:^|\s)#.*$/u, '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    const [name, ...others] = items;
    if (name === undefined) continue;
    const known = names.get(nameKey(name)) ?? name;
    const also = aliases.get(known) ?? [];
    aliases.set(known, also);
    claim(names, nameKey(name), known);
    const addHost = (item: string): void => {
      const address = item.toLowerCase().replace(/\/$/u, '');
      if (!claim(hosts, address, known) || !address.includes('/')) return;
      const host = address.slice(0, address.indexOf('/'));
      paths.set(
        host,
        [...(paths.get(host) ?? []), address].sort((a, b) => b.length - a.length),
      );
    };
    if (isHost(name)) addHost(name);
    for (const item of others) {
      if (isHost(item)) addHost(item);
      else if (nameKey(item) !== '' && (claim(names, nameKey(item), known) || isElsewhere(item, known)))
        also.push(item);
    }
  }
  return {
    byHost: (host, path = '') => outletAt(host, path, { hosts, paths }),
    byName: (name) => names.get(nameKey(name)) ?? null,
    names: [...aliases.keys()],
    aliasesOf: (name) => aliases.get(names.get(nameKey(name)) ?? name) ?? [],
    sistersOf: (name) => sistersAmong(aliases, names.get(nameKey(name)) ?? name),
  };
}

function sistersAmong(aliases: ReadonlyMap<string, readonly string[]>, outlet: string): string[] {
  const keysOf = (name: string): string[] => [name, ...(aliases.get(name) ?? [])].map(nameKey);
  const own = new Set(keysOf(outlet));
  return [...aliases.keys()].filter((name) => name !== outlet && keysOf(name).some((key) => own.has(key)));
}

// The nearest domain that is known decides, and of its paths the longest.
function outletAt(
  host: string,
  path: string,
  {
    hosts,
    paths,
  }: { readonly hosts: ReadonlyMap<string, string>; readonly paths: ReadonlyMap<string, readonly string[]> },
): string | null {
  if (host.length > HOST_LIMIT) return null;
  const labels = host.toLowerCase().replace(/\.$/u, '').split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    const domain = labels.slice(from).join('.');
    const address = `${domain}${path.toLowerCase()}/`;
    const own = paths.get(domain)?.find((each) => address.startsWith(`${each}/`));
    const known = hosts.get(own ?? domain);
    if (known !== undefined) return known;
  }
  return null;
}

/** The longest host name, in characters: RFC 1035, 2.3.4. */
const HOST_LIMIT = 255;

function claim(map: Map<string, string>, key: string, name: string): boolean {
  if (map.has(key)) return false;
  map.set(key, name);
  return true;
}

const isHost = (item: string): boolean => /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w./-]*)?$/iu.test(item);

/** What two spellings of one name have in common: script, case, width, spaces and punctuation are set aside. */
export function nameKey(name: string): string {
  const folded = foldScript(name);
  // Nearly all names, and three times as fast as to look for what is to be taken out.
  return /^[a-z0-9\u3400-\u9fff]*$/.test(folded) ? folded : folded.replace(/[^\p{L}\p{N}]+/gu, '');
}

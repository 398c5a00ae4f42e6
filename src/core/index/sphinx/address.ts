import { SavedIndexError } from '../saved-index-error.ts';

/** Where an index is that other machines hold. */
export interface ClusterAddress {
  /** In the order in which they are asked. */
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  /** What the names of its tables begin with. */
  readonly name: string;
}

const SCHEME = 'sphinx://';
// Of SphinxQL, in Sphinx and in Manticore Search.
const PORT = 9306;
const NAME = 'readout';

/** Whether what is given as an index is the address of one on other machines, and no file. */
export const isClusterAddress = (index: string): boolean => index.startsWith(SCHEME);

/** Reads `sphinx://host:port,host:port/name`; port and name may be left out. Throws a SavedIndexError where it is written otherwise. */
export function readClusterAddress(given: string): ClusterAddress {
  const [listed = '', name = NAME, ...more] = given.slice(SCHEME.length).replace(/\/$/, '').split('/');
  const hosts = listed.split(',').map((each) => {
    const url = URL.canParse(`http://${each}`) ? new URL(`http://${each}`) : null;
    // A URL of HTTP does not show port 80 where it is given.
    const port = each.endsWith(':80') ? 80 : Number(url?.port === '' ? PORT : url?.port);
    return url === null || url.pathname !== '/' || url.username !== '' || url.search !== '' || url.hash !== ''
      ? null
      : { host: url.hostname.replace(/^\[|\]$/g, ''), port };
  });
  const known = hosts.filter((host) => host !== null);
  if (known.length < hosts.length || !/^[a-z][a-z0-9_]*$/.test(name) || more.length > 0)
    throw new SavedIndexError(
      `"${given}" is no address of an index; it should look like sphinx://host:9306,host:9306/readout.`,
    );
  return { hosts: known, name };
}

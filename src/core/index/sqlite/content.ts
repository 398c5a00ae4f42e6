import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Article } from '../../model/article.ts';
import type { Entry } from '../../model/entry.ts';
import type { Party, Statement } from '../../model/statement.ts';

/** What of an article is read only when it is asked for. */
export type Content = Pick<Article, 'text' | 'blocks'>;

// Of zlib's levels, one that takes half of the usual one's time for a fiftieth more bytes.
const LEVEL = { level: 3 } as const;

const pack = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value), LEVEL);
const unpack = (bytes: Uint8Array): unknown => JSON.parse(inflateRawSync(bytes).toString());

export const packContent = ({ text, blocks }: Content): Uint8Array => pack([text, blocks]);

export function unpackContent(bytes: Uint8Array): Content {
  const [text, blocks] = unpack(bytes) as [string, Article['blocks']];
  return { text, blocks };
}

// As it is stored: the number of its name instead of the name.
type StoredParty = Omit<Party, 'entry'> & { readonly entry: number | null };

const PARTIES = ['speaker', 'addressee', 'reportedBy'] as const;

/** Statements as bytes. Their names stand there by their numbers, which hold for one reading of the names. */
export const packStatements = (statements: readonly Statement[]): Uint8Array =>
  pack(
    statements.map((one) => ({
      ...withParties(one, (party) => ({ ...party, entry: party.entry?.id ?? null })),
      day: undefined,
    })),
  );

/** Statements from their bytes; `day` is that of their report. */
export const unpackStatements = (
  bytes: Uint8Array,
  { entryOf, day }: { readonly entryOf: (id: number) => Entry; readonly day: string | null },
): readonly Statement[] =>
  (unpack(bytes) as readonly Statement[]).map((one) =>
    Object.assign(
      withParties(one, (party) => {
        const { entry } = party as unknown as StoredParty;
        return { ...party, entry: entry === null ? null : entryOf(entry) };
      }),
      { day },
    ),
  );

function withParties(statement: Statement, change: (party: Party) => unknown): Statement {
  const changed = PARTIES.map((role) => {
    const party = statement[role];
    return [role, party === null ? null : change(party)] as const;
  });
  return { ...statement, ...(Object.fromEntries(changed) as Pick<Statement, (typeof PARTIES)[number]>) };
}

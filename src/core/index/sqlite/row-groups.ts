import type { Database, Value } from './database.ts';

/** Numbers of articles that follow one another and are read, and published, together. */
const GROUP = 512;

/**
 * What the file has of articles beside their texts stands there twice: as rows, by which they are changed, and as texts of some hundred
 * rows each, by which all of them are read in a third of the time. Earlier versions of stories are texts of their own: who asks does not
 * need them. Triggers note which of the texts are not of the rows any more.
 */
export const ROW_GROUPS = `
  CREATE TABLE row_group (number INTEGER PRIMARY KEY, latest TEXT, earlier TEXT);
  CREATE TABLE stale_group (number INTEGER PRIMARY KEY);
  CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    INSERT OR IGNORE INTO stale_group VALUES (NEW.seq / ${GROUP});
  END;
  CREATE TRIGGER article_changed AFTER UPDATE ON article BEGIN
    INSERT OR IGNORE INTO stale_group VALUES (NEW.seq / ${GROUP});
  END;
  CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
    INSERT OR IGNORE INTO stale_group VALUES (OLD.seq / ${GROUP});
  END;
`;

/** The columns of a stored row; `tags` is a list in JSON, and `lengths`, the last, bytes. */
export const COLUMNS = `seq, id, title, outlet, author, date, url, lang, tags, digest, path, kind, section, updated, versions, superseded,
  copies, dir, place, han, passages, lengths`;

/** Writes the texts of all groups of which some row has changed; within the transaction that changed them. */
export function writeRowGroups(database: Database): void {
  const select = database.prepare(
    `SELECT ${COLUMNS} FROM article WHERE stub = 0 AND seq >= ? AND seq < ? ORDER BY seq`,
  );
  const write = database.prepare('INSERT OR REPLACE INTO row_group VALUES (?, ?, ?)');
  for (const [number] of database.prepare('SELECT number FROM stale_group ORDER BY number').all()) {
    const first = (number as number) * GROUP;
    const rows = select.all(first, first + GROUP);
    const [latest, earlier] = [true, false].map((isLatest) =>
      JSON.stringify(rows.filter((row) => (row[SUPERSEDED] === null) === isLatest).map(packRow)),
    );
    write.run(number as number, latest ?? '', earlier ?? '');
  }
  database.exec('DELETE FROM stale_group');
}

/** Whether some row has changed since the groups were written. */
export const hasStaleGroups = (database: Database): boolean =>
  database.prepare('SELECT 1 FROM stale_group LIMIT 1').get() !== undefined;

const [TAGS, URL, SUPERSEDED] = ['tags', 'url', 'superseded'].map((name) => COLUMNS.split(/,\s+/).indexOf(name)) as [
  number,
  number,
  number,
];

const packRow = (row: readonly Value[]): readonly unknown[] => {
  const lengths = row.at(-1) ?? null;
  const packed: unknown[] = row.slice();
  packed[TAGS] = JSON.parse(row[TAGS] as string);
  if (row[URL] !== null) packed[URL] = NOT_HERE;
  packed[row.length - 1] = lengths === null ? null : Buffer.from(lengths as Uint8Array).toString('base64');
  return packed;
};

/** Articles, but no stubs, in groups by their numbers, as texts: the latest versions of stories, or those that they supersede. */
export const readRowGroups = (database: Database, which: 'latest' | 'earlier'): readonly string[] =>
  database
    .prepare(`SELECT ${which} FROM row_group ORDER BY number`)
    .all()
    .map(([rows]) => rows as string);

/** All rows of both. */
export const readAllRows = (database: Database): readonly (readonly Value[])[] =>
  [...readRowGroups(database, 'latest'), ...readRowGroups(database, 'earlier')].flatMap(rowsOfGroup);

/** Stands in a group for an address, which is read when somebody asks for it: Chinese ones are half of what there is of an article. */
export const NOT_HERE = 0;

/** The groups with all that is in the rows, for those who have nothing else. */
export function* readWholeGroups(database: Database): Generator<string> {
  const urls = database.prepare('SELECT url FROM article WHERE seq = ?');
  for (const [latest, earlier] of database.prepare('SELECT latest, earlier FROM row_group ORDER BY number').all()) {
    const both = [latest, earlier].flatMap((group) => rowsOfGroup(group as string));
    const rows = both.map((row) => row.with(URL, urls.get(row[0] as number)?.[0] ?? null));
    yield JSON.stringify(rows);
  }
}

/** The rows of a group; `lengths` is text, and `tags` a list. */
export const rowsOfGroup = (group: string): readonly (readonly Value[])[] => JSON.parse(group) as Value[][];

/** What is read of a table: an expression of SQL that makes a JSON list of a row, and the column by whose numbers rows are told apart. */
interface Selection {
  readonly row: string;
  readonly from: string;
  readonly by: string;
}

/** Reads all rows of a table, some hundred at a time as one text: to be handed over one by one takes a row longer. */
export function* rowsInGroups(database: Database, { row, from, by }: Selection): Generator<readonly Value[]> {
  const last = database.prepare(`SELECT max(${by}) FROM ${from}`).get()?.[0] ?? -1;
  const query = database.prepare(`SELECT group_concat(${row}) FROM ${from} WHERE ${by} >= ? AND ${by} < ?`);
  for (let first = 0; first <= (last as number); first += GROUP) {
    const rows = query.get(first, first + GROUP)?.[0] ?? null;
    if (rows !== null) yield* rowsOfGroup(`[${rows as string}]`);
  }
}

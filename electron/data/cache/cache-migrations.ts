import type { CacheConnection } from './cache-connection';

/**
 * Each entry leads from the version that is its index to the next one. Entries are never edited
 * once released; `pragma user_version` says how many a file has behind it.
 *
 * `series`: one row for each instrument and interval; made-up bars are refused. `chunk`: sealed runs of bars, columnar, ten
 * calendar years of daily bars each, from `t0`. `tail`: the newest bars as rows, so that the last
 * price, a sparkline or one more bar costs no decoding. `level`: the chunks of a long series once
 * more, every `stride` bars as one, in blocks from the bucket with the index `first` on; a block
 * covers `covered` bars. Times are UTC seconds of a session's key, `tf` is the interval in seconds,
 * `imported_at` is in UTC milliseconds, as is `whole_at`, when a source last gave all that it has.
 * `findings` is what checking the bars found, `currency` the unit of their prices, null where the
 * source stated none.
 */
export const CACHE_MIGRATIONS: readonly string[] = [
  `
  create table series(
    id integer primary key,
    instrument text not null,
    tf integer not null,
    source text not null check (source <> 'simulated'),
    imported_at integer not null,
    fingerprint text not null,
    report text not null,
    unique(instrument, tf)
  );
  create table chunk(
    id integer primary key,
    s integer not null references series(id),
    tf integer not null,
    t0 integer not null,
    n integer not null,
    codec integer not null,
    data blob not null,
    unique(s, tf, t0)
  );
  create table tail(
    s integer not null references series(id),
    tf integer not null,
    t integer not null,
    o real not null,
    h real not null,
    l real not null,
    c real not null,
    v real not null,
    a real,
    primary key(s, tf, t)
  ) without rowid;
  `,
  `
  create table level(
    id integer primary key,
    s integer not null references series(id),
    tf integer not null,
    first integer not null,
    stride integer not null,
    covered integer not null,
    n integer not null,
    codec integer not null,
    data blob not null,
    unique(s, tf, first)
  );
  `,
  `
  alter table series add column currency text;
  alter table series add column findings text not null default 'null';
  alter table series add column whole_at integer;
  `,
];

/** Says that the file comes from a version of the app that is newer than this one. */
export class NewerCacheError extends Error {
  override readonly name = 'NewerCacheError';
}

/**
 * Brings the file to the newest version, in one transaction.
 *
 * @throws NewerCacheError where the file is newer than this code
 */
export function migrateCache(
  connection: CacheConnection,
  migrations: readonly string[] = CACHE_MIGRATIONS,
): void {
  const version = cacheVersion(connection);
  if (version > migrations.length) {
    throw new NewerCacheError(`cache version ${version}, known up to ${migrations.length}`);
  }
  if (version === migrations.length) return;
  connection.transaction(() => {
    for (const migration of migrations.slice(version)) connection.execute(migration);
    connection.execute(`pragma user_version = ${migrations.length}`);
  });
}

export function cacheVersion(connection: CacheConnection): number {
  return Number(connection.rows('pragma user_version')[0]?.['user_version']);
}

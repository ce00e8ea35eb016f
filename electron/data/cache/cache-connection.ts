import type Database from 'libsql';

export type SqlValue = number | string | Uint8Array | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

type Statement = ReturnType<InstanceType<typeof Database>['prepare']>;

/**
 * The part of libsql that the cache uses, with its traps evened out: blobs are always `Uint8Array`s
 * (`all()` gives ArrayBuffers, `get()` Buffers), values are always bound as one array (a single blob
 * would be taken for named parameters), and rows hold nothing but their columns (`get()` adds
 * `_metadata`).
 */
export class CacheConnection {
  private readonly statements = new Map<string, Statement>();

  constructor(private readonly database: InstanceType<typeof Database>) {}

  rows(sql: string, ...values: SqlValue[]): SqlRow[] {
    const rows = this.statement(sql).all(values) as Record<string, SqlValue | ArrayBuffer>[];
    return rows.map((row) => {
      for (const [name, value] of Object.entries(row)) {
        if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value);
      }
      return row as SqlRow;
    });
  }

  run(sql: string, ...values: SqlValue[]): void {
    this.statement(sql).run(values);
  }

  /** Runs statements without values and without rows, separated by semicolons. */
  execute(sql: string): void {
    this.database.exec(sql);
  }

  /** All or nothing; takes the write lock at once, so that it cannot fail for a lock half-way. */
  transaction<T>(work: () => T): T {
    return this.database.transaction(work).immediate();
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private statement(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }
}

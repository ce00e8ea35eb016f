import type Database from 'libsql';

export type SqlValue = string | number | null;

/** One statement's effect; `lastId` is the row id of an inserted row. */
export interface SqlEffect {
  readonly changes: number;
  readonly lastId: number;
}

/**
 * The open `user.db`. Statements are prepared once and kept. A commit is on the disk when it returns.
 */
export class UserDatabase {
  private readonly statements = new Map<string, ReturnType<Database.Database['prepare']>>();

  constructor(private readonly connection: Database.Database) {}

  run(sql: string, values: readonly SqlValue[]): SqlEffect {
    const { changes, lastInsertRowid } = this.statement(sql).run([...values]);
    return { changes, lastId: Number(lastInsertRowid) };
  }

  /** The first row, or undefined. */
  get<Row>(sql: string, values: readonly SqlValue[]): Row | undefined {
    return this.statement(sql).get([...values]) as Row | undefined;
  }

  all<Row>(sql: string, values: readonly SqlValue[]): readonly Row[] {
    return this.statement(sql).all([...values]) as Row[];
  }

  /** Runs SQL text; several statements are parted by semicolons. */
  exec(sql: string): void {
    this.connection.exec(sql);
  }

  /** All of `work` or nothing. */
  transaction<Result>(work: () => Result): Result {
    this.connection.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.connection.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors, for example a full disk.
      if (this.connection.inTransaction) this.connection.exec('ROLLBACK');
      throw error;
    }
  }

  /** Leaves one self-contained file behind, and nothing to do for the next start. */
  dispose(): void {
    if (!this.connection.open) return;
    this.statements.clear();
    try {
      this.connection.exec('PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      this.connection.close();
    }
  }

  private statement(sql: string): ReturnType<Database.Database['prepare']> {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.connection.prepare(sql);
    this.statements.set(sql, prepared);
    return prepared;
  }
}

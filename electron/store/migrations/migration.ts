/** Runs SQL text; several statements are parted by semicolons. Answers nothing. */
export interface SqlRunner {
  exec(sql: string): unknown;
}

/**
 * One step of `user.db` from the version before to `version`. Once released it is never edited: a
 * correction is a new step. It runs inside the transaction that also raises `user_version`.
 */
export interface Migration {
  readonly version: number;
  /** Only `exec`: a prepared statement would keep the file open after `close`. */
  up(database: SqlRunner): void;
}

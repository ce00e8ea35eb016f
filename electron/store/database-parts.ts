/** The write-ahead log of a database and the index of that log, beside the database. */
export const LOG_SUFFIX = '-wal';
export const LOG_PARTS: readonly string[] = [LOG_SUFFIX, '-shm'];
export const ALL_PARTS: readonly string[] = ['', ...LOG_PARTS];

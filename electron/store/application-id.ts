/** Stands in the header of `user.db`, `TPOT` in ASCII, and tells it from any other SQLite file. */
export const APPLICATION_ID = 0x54504f54;

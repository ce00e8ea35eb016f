/** What one list can hold, and how much of a file is looked at. Lengths in UTF-16 code units. */
export const LIST_LIMITS = {
  items: 5_000,
  sections: 200,
  /** Rows of a file that are looked at one by one; the others are counted. */
  rows: 20_000,
  name: 80,
  symbol: 64,
  note: 10_000,
  label: 200,
  comment: 1_000,
  targets: 50,
  lots: 500,
  /** Of a row that is shown. */
  rowText: 200,
  /** Of one cell or one line. */
  cell: 65_536,
  columns: 200,
  /** Of a file that is read at all, in bytes. */
  fileBytes: 32 * 1024 * 1024,
  /** Of a text whose parts cannot be read one by one. */
  wholeText: 16 * 1024 * 1024,
  yamlText: 1024 * 1024,
  jsonDepth: 16,
} as const;

/** What the app writes for its user; each is also the extension of its file's name. */
export const FILE_KINDS = [
  'png',
  'svg',
  'csv',
  'md',
  'json',
  'html',
  'ics',
  'tapeout.json',
  'txt',
  'blk',
  'yaml',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

import type { PackError, PackFileError, PackFormat, PackScope } from '../../../domain/packs/pack';

const formats: Record<PackFormat, string> = {
  tapeout: 'Tapeout JSON',
  csv: 'CSV for spreadsheets',
  timelinejs: 'TimelineJS JSON',
  icalendar: 'iCalendar',
};

const scopes: Record<PackScope, string> = {
  shown: 'What the list shows',
  all: 'Everything',
  mine: 'My entries and edits only',
};

const errors: Record<PackError | PackFileError, string> = {
  'not-readable': 'The file cannot be read. Check that it is still there and that you may read it.',
  'too-large': 'The file is larger than 8 MB. Split it and import the parts.',
  'not-text': 'The file is no UTF-8 text. Save it as UTF-8 and try again.',
  'not-json': 'The JSON in the file is damaged. Fetch or export it again.',
  'too-deep': 'The file is nested deeper than any pack of announcements.',
  'not-a-pack': 'The file holds no announcements in a known form.',
  'newer-version': 'The file was made by a newer version of Tapeout. Update the app.',
  'too-many': 'The file holds more than 5,000 announcements. Split it and import the parts.',
  empty: 'The file holds no announcements.',
};

/** Texts of announcements that come from files and go into them. */
export const enPacks = {
  importTitle: 'Import announcements',
  exportTitle: 'Export announcements',
  format: 'Form',
  formats,
  scope: 'Which',
  scopes,
  exportAction: 'Save as …',
  exported: 'The announcements were saved.',
  saveFailed: {
    'disk-full': 'The announcements were not saved: the disk is full. Nothing was written.',
    'not-writable':
      'The announcements were not saved: the place cannot be written to. Choose another one.',
  },
  errors,
  fileRefused: (file: string, why: string) => `${file} was not imported. ${why}`,
  verdicts: { new: 'new', changes: 'changes', same: 'same', refused: 'refused' },
  verdictCount: (verdict: string, n: number) => `${verdict}: ${n}`,
  take: (title: string) => `Take “${title}”`,
  changesWhat: (parts: string) => `changes ${parts}`,
  remarks: 'note',
  repeatedRow: 'The file says it again under the same identity.',
  leftOut: (names: string) => `Left out, not known here: ${names}`,
  fileLeftOut: (names: string) => `Fields of the file that are left out: ${names}`,
  onlyPackConfirms: 'confirmed by this file only',
  commit: (n: number) => (n === 1 ? 'Import 1 announcement' : `Import ${n} announcements`),
  nothingToImport: 'Nothing to import',
  imported: (file: string) => `Imported from ${file}.`,
  rowsMore: (n: number) => (n === 1 ? 'and 1 more row' : `and ${n} more rows`),
  noTitle: '(no title)',
};

export type PacksMessages = typeof enPacks;

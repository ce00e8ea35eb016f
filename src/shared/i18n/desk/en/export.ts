/** Texts of taking a chart out of the app, and of its table. */
export const enExport = {
  button: 'Picture, CSV and table',
  copyPicture: 'Copy as picture',
  savePicture: 'Save as picture (PNG)',
  saveBars: 'Save visible bars (CSV)',
  saveBarsBom: 'Save visible bars for spreadsheets (CSV, UTF-8 mark)',
  showTable: 'Table of the visible bars',
  copied: 'The picture is on the clipboard.',
  notCopied:
    'The picture could not be copied; the clipboard is as it was. Save it as a file instead.',
  saved: 'Saved.',
  notSaved: {
    'disk-full': 'The disk is full; nothing was written. Free some space, or choose another disk.',
    'not-writable': 'That place cannot be written to; nothing was written. Choose another folder.',
  },
  nothingShown:
    'No bars are shown, so there is nothing to take out. Try again once they are there.',
  comparedWith: (names: string) => `compared with ${names}`,
  session: (zone: string) => `Session (${zone})`,
  start: (zone: string) => `Start (${zone})`,
  open: 'Open',
  high: 'High',
  low: 'Low',
  close: 'Close',
  volume: 'Volume (units)',
  bases: {
    adjusted: 'adjusted for dividends',
    raw: 'not adjusted for dividends',
    'as-given': 'as the source gives them',
  },
  adjustedClose: (currency: string) => `Adjusted close (${currency})`,
  tableCaption: (name: string, length: string) => `${name}, bars of ${length}`,
  tableCount: (shown: string, all: string) =>
    shown === all
      ? `${all} visible bars, newest first`
      : `the newest ${shown} of ${all} visible bars`,
  change: 'Change',
  closeTable: 'Close the table',
};

export type ExportMessages = typeof enExport;

/** English texts of what main itself shows: dialogs, menus, titles. */
export const enNative = {
  appName: 'Tapeout',

  chooseFolderTitle: 'Choose a folder of CSV files',
  chooseFolderButton: 'Read this folder',
  chooseImportTitle: 'Choose files of bars to import',
  chooseImportFolderTitle: 'Choose a folder of bars to import',
  chooseImportButton: 'Look at them',
  barsFiles: 'Tables of bars',
  choosePackTitle: 'Choose a file of announcements to import',
  packFiles: 'Files of announcements',
  chooseListTitle: 'Choose a list to import',
  listFiles: 'Lists',
  backupFiles: 'Tapeout: everything in one file',
  exportAllTitle: 'Export everything',
  importAllTitle: 'Import everything from a file',
  allFiles: 'All files',
  saveTitle: 'Save as',
  pngFiles: 'Pictures (PNG)',
  svgFiles: 'Drawings (SVG)',
  csvFiles: 'Tables (CSV)',
  markdownFiles: 'Texts (Markdown)',
  jsonFiles: 'Data (JSON)',
  pageFiles: 'Page (HTML)',
  calendarFiles: 'Calendars (iCalendar)',
  textFiles: 'Texts',
  blockFiles: 'Blocks (TDX)',
  yamlFiles: 'YAML',
  openFeedListTitle: 'Choose a list of feeds',
  saveFeedListTitle: 'Save the list of feeds',
  feedLists: 'Lists of feeds (OPML)',

  storeNewerTitle: 'Your data comes from a newer Tapeout',
  storeNewerDetail:
    'This version cannot read it and has changed nothing. Install the newer version again, or start with another folder: --user-data DIR.',
  storeFailedTitle: 'Tapeout cannot open its data',
  storeInaccessibleDetail:
    'The folder or a file in it cannot be read or written. Nothing was changed. Correct its permissions, or start with another folder: --user-data DIR.',
  storeDiskFullDetail:
    'The disk is full. Nothing was lost. Free some space and start Tapeout again.',
  storeLockedDetail:
    'Another program holds the data open. Nothing was changed. Close that program and start Tapeout again.',
  storeMigrationDetail:
    'The data could not be brought to the form that this version needs. It is as it was, and a copy is in its folder “backups”. Install the version that you had before, and tell us.',
  pageBrokenTitle: 'Tapeout cannot show its window',
  pageBrokenDetail:
    'A part of the installation is missing. Your data is untouched; install Tapeout again.',
  crashTitle: 'Tapeout has to close',
  crashDetail: (logFolder: string): string =>
    `Something went wrong that Tapeout did not expect. What you saved is kept. The log is in:\n\n${logFolder}`,

  menuFile: '&File',
  menuEdit: '&Edit',
  menuView: '&View',
  menuWindow: '&Window',
  menuHelp: '&Help',
  about: 'About Tapeout',
  services: 'Services',
  hide: 'Hide Tapeout',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  quit: 'Quit Tapeout',
  importFiles: 'Import Bars …',
  importFolder: 'Import a Folder of Bars …',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  reload: 'Reload',
  developerTools: 'Developer Tools',
  minimize: 'Minimize',
  close: 'Close',
  projectPage: 'Tapeout on the Web',
  chartingLibrary: 'Charting Library by TradingView',
};

type Loosened<Message> = Message extends (...args: infer Args) => string
  ? (...args: Args) => string
  : string;

/** What every language of {@link enNative} must hold: the same keys, functions with the same arguments. */
export type NativeMessages = {
  readonly [Key in keyof typeof enNative]: Loosened<(typeof enNative)[Key]>;
};

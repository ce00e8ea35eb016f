/** Texts of the frame around the panes: top bar, footer, banner, notices. */
export const enShell = {
  search: 'Search tickers, chips, announcements, commands',
  showWatchlist: 'Watchlist',
  showTimeline: 'Timeline',
  toDark: 'Switch to the dark theme',
  toLight: 'Switch to the light theme',
  switchLanguage: 'Switch to Chinese',
  dataSimulated: 'Simulated market',
  dataFolder: (folder: string) => `Folder ${folder}`,
  dataStored: 'Stored prices',
  dataLive: 'Network prices',
  dataSilent: 'No source answers',
  settings: 'Settings',
  dataImporting: 'Reading the folder …',
  simulatedBanner: 'Every price on this desk is simulated. No market data is stored yet.',
  simulatedAskedBanner: 'Every price on this desk is simulated.',
  chooseFolder: 'Use a folder of CSV files',
  stopSimulation: 'Show real prices again',
  footSimulated: 'Simulated prices: all',
  footReal: 'Simulated prices: none',
  attribution: 'Charts by TradingView Lightweight Charts',
  disclaimer: 'Not investment advice',
  dismiss: 'Dismiss',
  resizeWatchlist: 'Resize the watchlist',
  resizeTimeline: 'Resize the timeline',
  resizeDrawer: 'Resize the panel under the chart',
  actionFailed: 'That did not work; nothing was changed. Try it again.',
  startFailed: 'The desk could not start',
  startFailedHelp: 'Close this window and start Tapeout again; your lists are kept.',
  linkRefused: 'The page could not be opened in a browser.',
  storeRecovered: {
    backup: (keptAs: string, takenAt: string) =>
      `The user database was damaged. The backup of ${takenAt} has been restored; later edits are missing. The damaged file is kept as ${keptAs}.`,
    'first-set': (keptAs: string) =>
      `The user database was damaged and there was no backup. The first set of lists stands in its place. The damaged file is kept as ${keptAs}.`,
    log: (keptAs: string) =>
      `The last edits before this start could not be read and may be missing. The damaged file is kept as ${keptAs}.`,
  },
};

export type ShellMessages = typeof enShell;

import type { ShortcutName, ShortcutSection } from '../../../domain/keys/shortcuts';

type Names = { readonly [Section in ShortcutSection]: Record<ShortcutName<Section>, string> };

const names: Names = {
  desk: {
    palette: 'Search and commands',
    overlay: 'This list of shortcuts',
    industry: 'Roadmap and table of all chips',
    copyPicture: 'Copy the chart as a picture',
    savePicture: 'Save the chart as a picture',
    saveBars: 'Save the visible bars as CSV',
  },
  chart: {
    older: 'Previous bar',
    newer: 'Next bar',
    olderFar: 'Half a screen back',
    newerFar: 'Half a screen forward',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    oldest: 'First bar',
    newest: 'Newest bar',
    reset: 'Reset the view',
    compare: 'Compare with another instrument',
    table: 'Table of the visible bars',
    interval: 'Length of a bar, for example 5 minutes',
  },
  watchlist: {
    up: 'Line above',
    down: 'Line below',
    pageUp: 'Ten lines up',
    pageDown: 'Ten lines down',
    first: 'First line',
    last: 'Last line',
    open: 'Show on the chart, or open and close a section',
    remove: 'Remove',
    rename: 'Rename a section',
    collapse: 'Collapse a section, or go to it',
    expand: 'Expand a section',
    moveUp: 'Move up',
    moveDown: 'Move down',
  },
  timeline: {
    up: 'Newer announcement',
    down: 'Older announcement',
    pageUp: 'Five announcements up',
    pageDown: 'Five announcements down',
    first: 'Newest announcement',
    last: 'Oldest announcement',
  },
  palette: {
    up: 'Result above',
    down: 'Result below',
    run: 'Open',
    close: 'Close',
  },
};

/** Texts of the list of shortcuts. */
export const enShortcuts = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  open: 'Keyboard shortcuts',
  or: 'or',
  then: 'then',
  sections: {
    desk: 'Everywhere',
    chart: 'In the chart',
    watchlist: 'In the watchlist',
    timeline: 'In the timeline',
    palette: 'In the search',
  } satisfies Record<ShortcutSection, string>,
  names,
};

export type ShortcutMessages = typeof enShortcuts;

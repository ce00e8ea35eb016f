export const enDrawings = {
  toolbar: 'Drawing tools',
  /** A tool with its keys. */
  withKeys: (name: string, keys: string): string => `${name} (${keys})`,
  pointer: 'Pointer',
  kinds: {
    'horizontal-line': 'Horizontal line',
    'trend-line': 'Trend line',
    ray: 'Ray',
    rectangle: 'Rectangle',
    measure: 'Measure',
    'text-note': 'Note',
  },
  undo: 'Undo drawing',
  redo: 'Redo drawing',
  removeAll: 'Remove all drawings',
  removed: (count: number): string =>
    count === 1 ? '1 drawing removed' : `${count} drawings removed`,
  lockedStay: 'Locked drawings stay. Unlock them to remove them.',
  undoRemoval: 'Undo',
  /** A selected drawing where several stand. */
  placed: (what: string, place: number, count: number): string => `${what}, ${place} of ${count}`,
  noneToSelect: 'No drawings on this chart',
  selected: (name: string): string => `Selected: ${name}`,
  colour: 'Colour',
  colours: {
    accent: 'Blue',
    amber: 'Amber',
    violet: 'Violet',
    cyan: 'Cyan',
    green: 'Green',
    red: 'Red',
    grey: 'Grey',
  },
  width: 'Width',
  widths: { thin: 'Thin', medium: 'Medium', thick: 'Thick' },
  editNote: 'Edit the text',
  duplicate: 'Duplicate',
  lock: 'Lock',
  unlock: 'Unlock',
  remove: 'Delete',
  noteLabel: 'Text of the note',
  noteHint: 'Enter keeps it, Shift+Enter begins a line, Escape leaves it as it was.',
  toolHint: (name: string): string =>
    `${name}: click or drag on the chart, or arrow keys and Enter. Escape gives it up.`,
  cursorAt: (when: string, price: string): string => `${when}, ${price}`,
  bars: (count: string): string => `${count} ${/^\u2212?1$/.test(count) ? 'bar' : 'bars'}`,
  barsAndTime: (bars: string, span: string): string => `${bars}, ${span}`,
  /** A span of time; parts that are zero are null. */
  span: (days: string | null, hours: string | null, minutes: string | null): string =>
    [days && `${days} d`, hours && `${hours} h`, minutes && `${minutes} min`]
      .filter(Boolean)
      .join(' '),
  notRead: (name: string): string =>
    `The drawings of ${name} could not be read. They are kept as they are, and nothing new can be drawn until they are read.`,
  notSaved: (name: string): string =>
    `The drawings of ${name} could not be saved. They stay on the chart until the app ends; the next change saves all of them.`,
  tooMany: (name: string): string =>
    `${name} has as many drawings as are kept. Remove one, then draw again.`,
  tryAgain: 'Try again',
};

export type DrawingMessages = typeof enDrawings;

export const enLayout = {
  button: 'Charts on the desk and saved layouts',
  counts: { 1: 'One chart', 2: 'Two charts', 4: 'Four charts' },
  linkCrosshair: 'Crosshair on all charts',
  linkInstrument: 'Same instrument on all charts',
  saved: 'Saved layouts …',
  title: 'Saved layouts',
  help: 'A layout keeps how many charts there are, what each shows and how they are linked.',
  close: 'Close',
  nameLabel: 'Name of the layout',
  save: 'Save the charts of now',
  replaces: (name: string): string => `Replaces the layout “${name}”.`,
  tooMany: (most: number): string =>
    `There are ${String(most)} saved layouts, more are not kept. Remove one, then save again.`,
  none: 'None is saved yet.',
  use: (name: string): string => `Show the layout “${name}”`,
  remove: (name: string): string => `Remove the layout “${name}”`,
};

export type LayoutMessages = typeof enLayout;

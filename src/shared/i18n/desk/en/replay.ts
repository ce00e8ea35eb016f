/** Texts of the replay of a chart's past. */
export const enReplay = {
  name: 'Replay',
  start: 'Replay the past bar by bar',
  badge: 'REPLAY',
  controls: 'Replay',
  chooseHelp: 'Click the bar to begin with, or choose its date',
  choose: 'Choose another start',
  cancel: 'Cancel',
  date: 'Date that is known last',
  atAnnouncement: 'Session of the selected announcement',
  back: 'One bar back (Shift+Left)',
  play: 'Play (Space)',
  pause: 'Pause (Space)',
  forward: 'One bar on (Shift+Right)',
  speed: 'Bars a second',
  speedName: (bars: number) => (bars === 1 ? '1 bar a second' : `${bars} bars a second`),
  speedLabel: (bars: string) => `${bars}×`,
  leave: 'Back to now',
  leaveHelp: 'Back to now (Escape)',
  hidden: 'Later bars and announcements, and prices of now, are hidden.',
  priceHidden: 'A replay hides the prices of now.',
  asOf: (moment: string, source: string) => `${moment} · replayed · ${source}`,
  knownUntil: (date: string) => `as of ${date}`,
  nothingTitle: (name: string) => `No bar of ${name} was complete by then`,
  nothingHelp: 'Go on in the replay, choose a later start or shorter bars.',
};

export type ReplayMessages = typeof enReplay;

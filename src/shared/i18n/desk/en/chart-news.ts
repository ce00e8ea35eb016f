export const enChartNews = {
  /** What a screen reader says of a stop. */
  stop: (
    place: string,
    count: string,
    date: string,
    company: string,
    title: string,
    state: string,
  ): string => `Announcement ${place} of ${count}, ${date}, ${company}: ${title}, ${state}`,
  noNewer: 'No newer announcement on this chart',
  noOlder: 'No older announcement on this chart',
  pinned: (count: number): string => (count === 1 ? 'Announcement' : `${count} announcements`),
  older: 'Older announcement (Alt+Left)',
  newer: 'Newer announcement (Alt+Right)',
  close: 'Close the card',
  openInTimeline: 'Open in the timeline',
  eventWindow: 'Event window',
  eventWindowKeys: 'Event window (Alt+E)',
  shade: 'Shade the sessions around the selected announcement',
  from: 'From session',
  to: 'To session',
  windowHelp: 'Session 0 is the first that could react: the first one that ends after the news.',
  reaction: (date: string): string => `Session 0 is ${date}.`,
  noSelection: 'Select an announcement to see its window.',
  noWindow: 'The selected announcement has no session of its own on this chart.',
};

export type ChartNewsMessages = typeof enChartNews;

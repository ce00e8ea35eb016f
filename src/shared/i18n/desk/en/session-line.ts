import type { AverageBasis } from '../../../domain/indicators/vwap';

/** Texts of the line of a session. */
export const enSessionLine = {
  label: 'Line of the session',
  oneDay: 'Day',
  oneDayName: 'Line of the last session with its average price',
  fiveDays: '5 days',
  fiveDaysName: 'Line of the last five sessions with their average prices',
  chartLabel: (name: string, sessions: number) =>
    sessions === 1
      ? `Line of the last session of ${name}`
      : `Line of the last ${sessions} sessions of ${name}`,
  price: 'Price',
  average: 'Avg',
  bases: { 'previous-close': 'Prev close', open: 'Open' },
  /** Under several sessions. */
  basesBefore: { 'previous-close': 'Close before', open: 'First open' },
  nothingTraded: 'nothing traded',
  averageBasis: {
    turnover: 'Average price of the session: turnover divided by volume',
    'typical-price':
      'Average price of the session: (high + low + close) / 3 of each bar weighted by its volume, as the source gives no turnover',
    mixed:
      'Average price of the session: turnover divided by volume, in bars without turnover (high + low + close) / 3 weighted by volume',
  } satisfies Record<AverageBasis, string>,
};

export type SessionLineMessages = typeof enSessionLine;

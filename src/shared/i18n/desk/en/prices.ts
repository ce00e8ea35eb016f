import type { ExtendedBars, PriceBasis } from '../../../domain/candle/series-wishes';

/** Texts on what prices and bars of a chart are. */
export const enPrices = {
  adjusted: 'Adjusted for dividends',
  extendedHours: 'Extended hours',
  noneOf: (wish: string) => `${wish} (not in this source)`,
  bases: {
    adjusted: 'Adjusted for splits and dividends',
    raw: 'Raw prices',
    'as-given': 'As the source gives them',
  } satisfies Record<PriceBasis, string>,
  basesHelp: {
    adjusted: 'All four prices are scaled by the adjusted close of the source; volumes are not.',
    raw: 'Not adjusted for dividends. Most sources have counted splits already.',
    'as-given':
      'The source has no adjusted closes of these bars, so that there is nothing to choose.',
  } satisfies Record<PriceBasis, string>,
  extended: {
    'left-out': 'Extended hours hidden',
    shown: 'With extended hours',
  } satisfies Record<Exclude<ExtendedBars, 'none'>, string>,
};

export type PricesMessages = typeof enPrices;

/** How the bars of a series are to be shown. */
export interface SeriesWishes {
  /** Prices before a dividend or split brought to the basis of those after it, where the source tells. */
  readonly adjusted: boolean;
  /** Intraday bars from before the open, over lunch and after the close among the others. */
  readonly extended: boolean;
}

export const NO_WISHES: SeriesWishes = { adjusted: false, extended: false };

export function isSameWishes(one: SeriesWishes, other: SeriesWishes): boolean {
  return one.adjusted === other.adjusted && one.extended === other.extended;
}

/**
 * What prices of a series are: `adjusted` by the adjusted closes of its source, `raw` without them, or
 * `as-given` by a source that has none, so that there is no choice.
 */
export type PriceBasis = 'as-given' | 'raw' | 'adjusted';

/** Whether a series has bars outside the hours of its sessions, and whether they are among those shown. */
export type ExtendedBars = 'none' | 'left-out' | 'shown';

import type { SeriesState } from '../../../state/series-state.svelte';

/** The last price that a replay knows. */
export interface ReplayedPrice {
  readonly price: number;
  /** Close of the session before; null where no bar of it is there. */
  readonly previousClose: number | null;
}

/** @returns null where nothing was known at the moment of the replay */
export function replayedPrice({
  bars,
  sessions,
}: Pick<SeriesState, 'bars' | 'sessions'>): ReplayedPrice | null {
  const price = bars.close[bars.length - 1];
  if (price === undefined) return null;
  const first = sessions.bars.at(-1) ?? 0;
  return { price, previousClose: bars.close[first - 1] ?? null };
}

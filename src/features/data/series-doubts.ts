import { type BarInDoubt, barsInDoubt } from '../../shared/domain/candle/bars-in-doubt';
import type { SeriesState } from '../../state/series-state.svelte';

/** Sessions of the charted series whose price trading cannot explain; of daily bars only. */
export function doubtsOf({
  interval,
  bars,
}: Pick<SeriesState, 'interval' | 'bars'>): readonly BarInDoubt[] {
  return interval === 'D' ? barsInDoubt(bars) : [];
}

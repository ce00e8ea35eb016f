import { benchmarkOf, SEMICONDUCTOR_INDEX } from '../../../shared/domain/instrument/benchmark';
import type { InstrumentId } from '../../../shared/domain/instrument/instrument';
import type { Chart } from '../../../state/chart.svelte';
import type { InstrumentsState } from '../../../state/instruments-state.svelte';

/** What is worth one click: the index of the instrument's own exchange and that of the industry. */
export function comparisonOffers(
  { series, comparisons }: Chart,
  instruments: Pick<InstrumentsState, 'get'>,
): readonly InstrumentId[] {
  const { instrument: id } = series;
  if (id === null || comparisons.isFull) return [];
  const benchmark = benchmarkOf(instruments.get(id) ?? { id });
  return [benchmark, SEMICONDUCTOR_INDEX]
    .filter((offer) => offer !== null)
    .filter((offer) => offer !== id && !comparisons.ids.includes(offer))
    .filter((offer) => instruments.get(offer) !== undefined);
}

import type { Desk } from '../../../state/desk.svelte';
import { benchmarkOf, SEMICONDUCTOR_INDEX } from '../../../shared/domain/instrument/benchmark';
import { comparisonOffers } from './comparison-offers';

export type CompareCommandName =
  'compareInstrument' | 'compareBenchmark' | 'compareSemiconductors' | 'stopComparing';

export interface CompareCommand {
  readonly name: CompareCommandName;
  readonly run: () => void;
}

/** What can be done with the comparison of the active chart. */
export function compareCommands(desk: Desk): readonly CompareCommand[] {
  const chart = desk.charts.active;
  const { comparisons, series } = chart;
  const offers = comparisonOffers(chart, desk.instruments);
  const id = series.instrument;
  const benchmark = id && benchmarkOf(desk.instruments.get(id) ?? { id });
  const add = (name: CompareCommandName, offer: (typeof offers)[number] | null) =>
    offer !== null &&
    offers.includes(offer) && {
      name,
      run: () => void desk.charts.compare(chart, [...comparisons.ids, offer]),
    };
  return [
    id !== null && {
      name: 'compareInstrument' as const,
      run: () => {
        comparisons.choosing = true;
      },
    },
    benchmark !== SEMICONDUCTOR_INDEX && add('compareBenchmark', benchmark),
    add('compareSemiconductors', SEMICONDUCTOR_INDEX),
    comparisons.all.length > 0 && {
      name: 'stopComparing' as const,
      run: () => void desk.charts.compare(chart, []),
    },
  ].filter((command) => command !== false);
}

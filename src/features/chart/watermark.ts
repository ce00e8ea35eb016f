import type { MarketSource } from '../../shared/domain/quote/quote';
import type { Desk } from '../../state/desk.svelte';

/** What stands large behind the candles, so that nobody takes them for the market of now. */
export function watermarkOf(
  desk: Pick<Desk, 'replay' | 't'>,
  source: MarketSource | null,
): string | null {
  const words = [
    ...(source === 'simulated' ? [desk.t.chart.simulated] : []),
    ...(desk.replay.active ? [desk.t.replay.badge] : []),
  ];
  return words.length === 0 ? null : words.join(' · ');
}

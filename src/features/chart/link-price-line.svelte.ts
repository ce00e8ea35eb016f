import type { ChartController } from '../../chart/chart-controller';
import { barCloseAt } from '../../shared/domain/candle/running-bar';
import type { Chart } from '../../state/chart.svelte';
import type { Desk } from '../../state/desk.svelte';
import { countdownText } from './countdown-text';
import { isUnderWay, priceLineOf } from './price-line';
import { replayedPrice } from './replay/replayed-price';
import { SecondClock } from './second-clock.svelte';

/** Keeps the line of the last price, with the time until its bar closes, on a chart. In component init. */
export function linkPriceLine(
  controller: () => ChartController | null,
  { series }: Chart,
  desk: Desk,
): void {
  const clock = new SecondClock(desk);
  const quote = $derived(series.instrument ? desk.quotes.get(series.instrument) : undefined);
  const counts = $derived(quote !== undefined && isUnderWay(quote));
  const note = $derived.by(() => {
    const { calendar, interval } = series;
    const closeAt = counts && calendar ? barCloseAt(interval, calendar, clock.now) : null;
    return closeAt === null ? null : countdownText(closeAt - clock.now);
  });

  $effect(() => (counts ? clock.start() : undefined));
  $effect(() => {
    const replayed = desk.replay.active ? replayedPrice(series) : null;
    controller()?.setPriceLine(priceLineOf(quote ?? replayed, note));
  });
}

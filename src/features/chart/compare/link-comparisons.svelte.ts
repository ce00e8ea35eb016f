import { untrack } from 'svelte';
import type { ChartController } from '../../../chart/chart-controller';
import type { ChartScale } from '../../../chart/chart-types';
import { barAt } from '../../../shared/domain/candle/bar-columns';
import { isSamePeriod } from '../../../shared/domain/candle/compare';
import { isIntraday } from '../../../shared/domain/candle/interval';
import { createQuoteFolder, type RunningBar } from '../../../shared/domain/candle/running-bar';
import type { InstrumentId } from '../../../shared/domain/instrument/instrument';
import type { Quote } from '../../../shared/domain/quote/quote';
import type { Chart } from '../../../state/chart.svelte';
import type { ComparisonProbe } from '../../../state/compared-lines';
import type { Desk } from '../../../state/desk.svelte';
import type { SeriesState } from '../../../state/series-state.svelte';
import { comparedColour } from './compared-colour';

/**
 * Draws what a chart compares, and moves the lines with live quotes. To be called once in the making of
 * its component, after the effects that hand over the bars.
 */
export function linkComparisons(
  controller: () => ChartController | null,
  { comparisons, series }: Chart,
  desk: Desk,
): void {
  const running = new Map<InstrumentId, RunningBar | null>();

  $effect(() => {
    void [series.asked, comparisons.ids];
    untrack(() => void comparisons.load());
  });

  $effect(() => controller()?.setScale(scale()));

  $effect(() => {
    const chart = controller();
    const { lines } = comparisons;
    const { theme, locale } = desk.settings;
    if (!chart || !theme) return;
    running.clear();
    const style = getComputedStyle(document.documentElement);
    chart.setComparisons(
      lines.map(({ id, colour, closes, base }) => ({
        ...{ id, closes, name: desk.instruments.nameOf(id, locale) },
        colour: style.getPropertyValue(comparedColour(colour)).trim(),
        ...(base !== null && { base }),
      })),
    );
    untrack(() => comparisons.noteDrawn(lines.length === 0 ? null : probeOf(chart)));
  });

  $effect(() => {
    const chart = controller();
    // The bar that a line stands at may only just have begun.
    void (series.instrument && desk.quotes.get(series.instrument));
    if (!chart || !comparisons.isLive) return;
    let moved = false;
    for (const { id, series: own } of comparisons.all) {
      const quote = desk.quotes.get(id);
      const isShown = comparisons.lines.some((line) => line.id === id);
      if (quote && isShown && move(chart, id, own, quote)) moved = true;
    }
    if (moved) untrack(() => comparisons.noteDrawn(probeOf(chart)));
  });

  function scale(): ChartScale {
    const { baseTime } = comparisons;
    if (!comparisons.needsPercent) return { kind: desk.settings.current.priceScale };
    return { kind: 'percent', ...(baseTime !== null && { baseKey: baseTime }) };
  }

  function move(chart: ChartController, id: InstrumentId, own: SeriesState, quote: Quote): boolean {
    const { bars, lastTime, interval, calendar } = own;
    if (isIntraday(interval) && !desk.calendars.loaded) return false;
    const fold = createQuoteFolder(interval, calendar ?? undefined);
    const end = { last: barAt(bars, bars.length - 1) ?? null, lastTime };
    const next = fold(running.get(id) ?? null, quote, end);
    running.set(id, next);
    const place = next && placeOf(chart, next.bar.time);
    if (!place) return false;
    chart.updateComparison(id, place.index, next.bar.close);
    return true;
  }

  /** The charted bar that a moment of another exchange belongs to. */
  function placeOf(chart: ChartController, time: number): { readonly index: number } | undefined {
    return [chart.barAtOrBefore(time), chart.barAtOrBefore(Infinity)]
      .filter((bar) => bar !== null)
      .find((bar) => isSamePeriod(bar.time, time, series.interval));
  }
}

function probeOf(chart: ChartController): ComparisonProbe {
  return {
    changeAt: (id, index) => chart.comparisonAt(id, index),
    base: () => chart.percentBase(),
  };
}

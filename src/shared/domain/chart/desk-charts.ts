import type { ChartInterval } from '../candle/interval';
import type { InstrumentId } from '../instrument/instrument';
import type { Settings } from '../settings/settings';
import type { ChartSetup } from './chart-layout';

/** The charts of the desk in reading order, never empty, and which one is active. */
export interface DeskCharts {
  readonly charts: readonly ChartSetup[];
  readonly active: number;
}

/** Bars that some chart shows. */
export interface ShownSeries {
  readonly instrument: InstrumentId;
  readonly interval: ChartInterval;
}

type Remembered = Pick<Settings, 'charts' | 'activeChart' | 'charted' | 'chartInterval'>;

/** The command line may have put another instrument or interval on the active chart. */
export function deskCharts(settings: Remembered): DeskCharts {
  const { charts, charted, chartInterval } = settings;
  const active = Math.min(settings.activeChart, Math.max(0, charts.length - 1));
  const shown = { instrument: charted, interval: chartInterval };
  if (charts.length === 0) return { charts: [{ ...shown, compared: [] }], active };
  return {
    charts: charts.map((chart, at) => (at === active ? withShown(chart, shown) : chart)),
    active,
  };
}

/** Bars of another length than those that the line of a session is made of are wished for themselves. */
function withShown({ sessions, ...chart }: ChartSetup, shown: ShownSeries): ChartSetup {
  const keepsLine = sessions !== undefined && chart.interval === shown.interval;
  return { ...chart, ...shown, ...(keepsLine && { sessions }) };
}

/** What stands on all charts, compared instruments included; that of the active chart first. */
export function shownSeries(settings: Remembered): readonly ShownSeries[] {
  const { charts, active } = deskCharts(settings);
  const first = charts[active] as ChartSetup;
  return [first, ...charts.filter((chart) => chart !== first)].flatMap(
    ({ instrument, interval, compared }) =>
      [instrument, ...compared].map((each) => ({ instrument: each, interval })),
  );
}

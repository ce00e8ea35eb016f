import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packBars, subBars } from '../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { ChartSetup } from '../../../src/shared/domain/chart/chart-layout';
import type { Chart } from '../../../src/state/chart.svelte';
import { ACME, BOLT, KORVO, sampleBars } from '../../helpers/desk-sample';
import {
  type DeskUnderTest,
  type DeskUnderTestOptions,
  startDesk,
} from '../../helpers/desk-under-test';

let made: DeskUnderTest;
let chart: Chart;

async function start(options?: DeskUnderTestOptions): Promise<void> {
  made = await startDesk(options);
  made.data.give(BOLT, sampleBars());
  // Listed ten sessions later, and closed on one day.
  const bars = sampleBars();
  const late = subBars(bars, 10, bars.length);
  made.data.give(KORVO, late);
  chart = made.desk.charts.active;
}

async function compare(...ids: readonly InstrumentId[]): Promise<void> {
  await made.desk.charts.compare(chart, ids);
  await vi.waitFor(() => expect(chart.comparisons.isLoaded).toBe(true));
}

const remembered = () => made.main.argsOf('app.updateSettings').at(-1);
const statuses = () =>
  chart.comparisons.all.map((compared) => chart.comparisons.statusOf(compared));

beforeEach(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  await start();
});
afterEach(() => {
  made.desk.dispose();
  made.data.dispose();
  vi.unstubAllGlobals();
});

describe('what a chart compares', () => {
  it('is loaded in the bars of the chart and remembered with it', async () => {
    expect(chart.comparisons.needsPercent).toBe(false);
    await compare(BOLT, KORVO);
    expect(statuses()).toEqual(['shown', 'shown']);
    expect(chart.comparisons.lines.map(({ id }) => id)).toEqual([BOLT, KORVO]);
    expect(chart.comparisons.needsPercent).toBe(true);
    expect(remembered()).toMatchObject({ charts: [{ instrument: ACME, compared: [BOLT, KORVO] }] });
    await compare();
    expect(remembered()).toMatchObject({ charts: [] });
    expect(chart.comparisons.needsPercent).toBe(false);
  });

  it('comes back with a layout', async () => {
    const setup: ChartSetup = { instrument: ACME, interval: 'D', compared: [BOLT] };
    await made.desk.charts.arrange([setup]);
    expect(made.desk.charts.setups()).toEqual([setup]);
  });

  it('keeps from where its changes count, as long as something is compared', async () => {
    await compare(BOLT);
    await made.desk.charts.countFrom(chart, { kind: 'shared' });
    const [setup] = made.desk.charts.setups();
    expect(setup).toMatchObject({ base: { kind: 'shared' } });
    expect(remembered()).toMatchObject({ charts: [setup] });
    await compare();
    expect(made.desk.charts.setups()[0]).not.toHaveProperty('base');
    await made.desk.charts.arrange([setup as ChartSetup]);
    expect(chart.comparisons.base).toEqual({ kind: 'shared' });
    expect(made.desk.charts.setups()).toEqual([setup]);
  });

  it('follows the length of the bars', async () => {
    await compare(BOLT);
    await made.desk.charts.setInterval('W', chart);
    await chart.comparisons.load();
    const asked = made.data.asked.flatMap((question) =>
      question.kind === 'open-series' && question.instrument === BOLT ? [question.interval] : [],
    );
    expect(asked).toEqual(['D', 'W']);
    expect(statuses()).toEqual(['shown']);
  });

  it('leaves out the charted instrument, whichever that becomes', async () => {
    await compare(ACME, BOLT);
    expect(chart.comparisons.ids).toEqual([BOLT]);
    await made.desk.charts.show(BOLT);
    expect(chart.comparisons.ids).toEqual([ACME]);
  });

  it('takes seven beside the charted one', async () => {
    const many = Array.from({ length: 9 }, (_, at): InstrumentId => `XNAS:N${at}`);
    await compare(...many);
    expect(chart.comparisons.ids).toEqual(many.slice(0, 7));
    expect(chart.comparisons.isFull).toBe(true);
    expect(new Set(chart.comparisons.all.map(({ colour }) => colour)).size).toBe(7);
  });

  it('keeps the colours of those that stay', async () => {
    await compare(BOLT, KORVO);
    await compare(KORVO);
    await compare(KORVO, BOLT);
    expect(chart.comparisons.all.map(({ id, colour }) => [id, colour])).toEqual([
      [KORVO, 1],
      [BOLT, 0],
    ]);
  });

  it('says what has no bars, and what has none in common', async () => {
    const elsewhen = sampleBars();
    elsewhen.time.forEach((time, at) => (elsewhen.time[at] = time - 400 * 86_400));
    made.data.give(KORVO, elsewhen);
    await compare('XNAS:NONE', KORVO);
    expect(statuses()).toEqual(['empty', 'apart']);
    expect(chart.comparisons.lines).toEqual([]);
  });

  it('says what could not be read, and reads it again', async () => {
    vi.spyOn(made.data.client, 'openSeries').mockRejectedValueOnce(new Error('on purpose'));
    await compare(BOLT);
    expect(statuses()).toEqual(['failed']);
    const [failed] = chart.comparisons.all;
    if (failed) await chart.comparisons.retry(failed);
    expect(statuses()).toEqual(['shown']);
  });

  it('is read again where its bars changed', async () => {
    await compare(BOLT);
    made.data.give(BOLT, subBars(sampleBars(), 0, 5));
    await made.desk.charts.reopen([BOLT]);
    expect(chart.comparisons.all[0]?.series.bars.length).toBe(5);
    expect(packBars(chart.series.bars).byteLength).toBeGreaterThan(0);
  });

  it('can be hidden', async () => {
    await compare(BOLT, KORVO);
    chart.comparisons.toggle(BOLT);
    expect(chart.comparisons.lines.map(({ id }) => id)).toEqual([KORVO]);
    expect(chart.comparisons.isHidden(BOLT)).toBe(true);
    chart.comparisons.toggle(BOLT);
    expect(chart.comparisons.lines).toHaveLength(2);
  });
});

describe('where 0 % is', () => {
  it('moves with the view until it is fixed', async () => {
    await compare(BOLT, KORVO);
    expect(chart.comparisons.baseTime).toBeNull();
    expect(chart.comparisons.lines[0]?.base).toBeNull();
    chart.comparisons.setBase({ kind: 'shared' });
    expect(chart.comparisons.baseTime).toBe(chart.series.bars.time[10]);
    expect(chart.comparisons.lines.map(({ base }) => base)).toEqual([100, 100]);
  });

  it('is the session of an announcement', async () => {
    await compare(BOLT);
    const sessionKey = chart.series.bars.time[7] as number;
    chart.comparisons.setBase({ kind: 'announcement', id: 'a', sessionKey });
    expect(chart.comparisons.baseTime).toBe(sessionKey);
    await compare();
    expect(chart.comparisons.base).toEqual({ kind: 'view' });
  });
});

describe('a replay', () => {
  it('sees nothing of what came later', async () => {
    await compare(BOLT);
    const later = chart.series.bars.time[9] as number;
    made.desk.replay.goToBar(chart.series.bars.time[4] as number);
    await vi.waitFor(() => expect(chart.series.bars).toHaveLength(5));
    expect(chart.comparisons.isLive).toBe(false);
    const [line] = chart.comparisons.lines;
    expect([...(line?.closes ?? [])].filter((close) => !Number.isNaN(close))).toHaveLength(5);
    chart.comparisons.setBase({ kind: 'announcement', id: 'a', sessionKey: later });
    expect(chart.comparisons.baseTime).toBeNull();
    made.desk.replay.leave();
    expect(chart.comparisons.baseTime).toBe(later);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChartsState } from '../../../src/state/charts-state.svelte';
import { ACME, BOLT, KORVO, sampleBars } from '../../helpers/desk-sample';
import {
  type DeskUnderTest,
  type DeskUnderTestOptions,
  startDesk,
} from '../../helpers/desk-under-test';

let made: DeskUnderTest;

beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: false })));
afterEach(() => {
  made.desk.dispose();
  made.data.dispose();
  vi.unstubAllGlobals();
});

async function start(options?: DeskUnderTestOptions): Promise<ChartsState> {
  made = await startDesk(options);
  made.data.give(BOLT, sampleBars());
  made.data.give(KORVO, sampleBars());
  return made.desk.charts;
}

const shown = ({ all }: ChartsState) =>
  all.map(({ series }) => `${String(series.instrument)} ${series.asked}`);
const remembered = () => made.main.argsOf('app.updateSettings').at(-1);

describe('the charts of a desk', () => {
  it('are as they were when the app ended', async () => {
    const setups = [
      { instrument: BOLT, interval: 'W', compared: [] },
      { instrument: KORVO, interval: '5m', compared: [] },
    ] as const;
    const settings = {
      charts: setups,
      activeChart: 1,
      charted: KORVO,
      chartInterval: '5m',
    } as const;
    const charts = await start({ settings });
    expect(shown(charts)).toEqual([`${BOLT} W`, `${KORVO} 5m`]);
    expect(charts.active).toBe(charts.all[1]);
    expect(made.desk.series.instrument).toBe(KORVO);
  });

  it('keep the line of a session, over a restart and in a layout', async () => {
    const charts = await start();
    await charts.showSessions(5, '1m');
    expect(charts.active.sessionView).toMatchObject({ sessions: 5, barsBefore: 'D' });
    const setup = { instrument: ACME, interval: '1m', compared: [], sessions: 5 } as const;
    expect(remembered()).toMatchObject({ chartInterval: '1m', charts: [setup] });
    await charts.leaveSessions(charts.active);
    expect(remembered()).toMatchObject({ charts: [] });
    await charts.arrange([{ ...setup, sessions: 1 }]);
    expect(charts.active.sessionView.sessions).toBe(1);
    await charts.setInterval('D');
    expect(charts.active.sessionView.shown).toBe(false);
    expect(charts.setups()).toEqual([{ instrument: ACME, interval: 'D', compared: [] }]);
  });

  it('begin with the line of a session where one stood', async () => {
    const setup = { instrument: BOLT, interval: '1m', compared: [], sessions: 1 } as const;
    const settings = { charts: [setup], charted: BOLT, chartInterval: '1m' } as const;
    const charts = await start({ settings });
    expect(charts.active.sessionView.sessions).toBe(1);
    expect(charts.setups()).toEqual([setup]);
  });

  it('grow by instruments that are not shown yet, and then by the active one', async () => {
    const charts = await start();
    const first = charts.active;
    await charts.setCount(4, [ACME, BOLT, KORVO]);
    expect(shown(charts)).toEqual([`${ACME} D`, `${BOLT} D`, `${KORVO} D`, `${ACME} D`]);
    expect(charts.active).toBe(first);
    expect(remembered()).toMatchObject({ charted: ACME, activeChart: 0 });
    expect(remembered()).toHaveProperty('charts.length', 4);
  });

  it('keep the active one where their number falls', async () => {
    const charts = await start();
    await charts.setCount(4, [BOLT, KORVO]);
    const third = charts.all[2];
    await charts.activate(third ?? charts.active);
    await charts.setCount(2, []);
    expect(shown(charts)).toEqual([`${ACME} D`, `${KORVO} D`]);
    expect(charts.active).toBe(third);
    await charts.setCount(1, []);
    expect(shown(charts)).toEqual([`${KORVO} D`]);
    expect(remembered()).toEqual({
      ...{ charted: KORVO, chartInterval: 'D', charts: [], activeChart: 0 },
    });
  });

  it('chart an instrument on the active one alone, or on all where they are linked', async () => {
    const charts = await start();
    await charts.setCount(2, [BOLT]);
    await charts.setInterval('W', charts.all[1]);
    await charts.show(KORVO);
    expect(shown(charts)).toEqual([`${KORVO} D`, `${BOLT} W`]);
    await made.desk.settings.update({ linkInstrument: true });
    await charts.show(ACME);
    expect(shown(charts)).toEqual([`${ACME} D`, `${ACME} W`]);
  });

  it('are not stored where one stands alone', async () => {
    const charts = await start();
    await charts.show(BOLT);
    expect(remembered()).toEqual({
      ...{ charted: BOLT, chartInterval: 'D', charts: [], activeChart: 0 },
    });
  });

  it('speak of one more where another is activated', async () => {
    const charts = await start();
    await charts.setCount(2, [BOLT]);
    const [, second] = charts.all;
    await charts.activate(second ?? charts.active);
    expect(made.desk.settings.current.charted).toBe(BOLT);
    expect(made.desk.series).toBe(second?.series);
  });
});

describe('a linked crosshair', () => {
  async function two(): Promise<ChartsState> {
    const charts = await start();
    await charts.setCount(2, [BOLT]);
    await vi.waitFor(() =>
      expect(charts.all.every(({ series }) => series.bars.length > 0)).toBe(true),
    );
    return charts;
  }

  it('stands on the same session of the other chart, and not on its own', async () => {
    const charts = await two();
    const [first, second] = charts.all;
    if (!first || !second) throw new Error('two charts are meant');
    const time = first.series.bars.time[3] as number;
    charts.point(first, time);
    expect(charts.pointedOn(second)).toBe(second.series.bars.time[3]);
    expect(charts.pointedOn(first)).toBeNull();
    charts.point(second, null);
    expect(charts.pointedOn(second)).toBe(time);
    charts.point(first, null);
    expect(charts.pointedOn(second)).toBeNull();
  });

  it('stands on one chart where the user wants it so', async () => {
    const charts = await two();
    const [first, second] = charts.all;
    if (!first || !second) throw new Error('two charts are meant');
    await made.desk.settings.update({ linkCrosshair: false });
    charts.point(first, first.series.bars.time[3] as number);
    expect(charts.pointedOn(second)).toBeNull();
  });
});

describe('saved layouts', () => {
  it('come back with what each chart shows and how they are linked', async () => {
    const charts = await start();
    await charts.setCount(2, [BOLT]);
    await made.desk.settings.update({ linkInstrument: true, linkCrosshair: false });
    expect(await made.desk.layouts.save('Two')).toBe(true);
    await charts.setCount(1, []);
    await made.desk.settings.update({ linkInstrument: false, linkCrosshair: true });
    const [layout] = made.desk.layouts.all;
    if (!layout) throw new Error('a layout is meant');
    await made.desk.layouts.use(layout);
    expect(shown(charts)).toEqual([`${ACME} D`, `${BOLT} D`]);
    expect(charts.linksInstrument).toBe(true);
    expect(charts.linksCrosshair).toBe(false);
  });

  it('go when they are removed', async () => {
    await start();
    await made.desk.layouts.save('One');
    await made.desk.layouts.remove('One');
    expect(made.desk.layouts.all).toEqual([]);
  });

  it('are refused where there are too many, and the others stay', async () => {
    await start();
    for (let each = 0; each < 50; each++) await made.desk.layouts.save(`Layout ${String(each)}`);
    expect(await made.desk.layouts.save('One more')).toBe(false);
    expect(made.desk.layouts.all).toHaveLength(50);
    expect(await made.desk.layouts.save('Layout 7')).toBe(true);
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { CalendarsState } from '../../../src/state/calendars-state.svelte';
import { Chart } from '../../../src/state/chart.svelte';
import { DayOverridesState } from '../../../src/state/day-overrides-state.svelte';
import { InstrumentsState } from '../../../src/state/instruments-state.svelte';
import { ACME, KORVO, sampleBars } from '../../helpers/desk-sample';
import { FakeMain } from '../../helpers/fake-client';
import { FakeDataProcess } from '../../helpers/fake-data-process';

let data: FakeDataProcess;
let chart: Chart;

beforeEach(async () => {
  data = new FakeDataProcess().connect();
  data.give(ACME, sampleBars());
  data.give(KORVO, sampleBars(), 'simulated');
  const overrides = new DayOverridesState(new FakeMain().client);
  chart = new Chart(0, data.client, new CalendarsState(new InstrumentsState(), overrides));
  await chart.series.open(ACME);
});

afterEach(() => data.dispose());

it('holds a named range until the view is moved', () => {
  expect(chart.range).toBeNull();
  chart.holdRange('1Y');
  expect(chart.range).toBe('1Y');
  chart.leaveRange();
  expect(chart.range).toBeNull();
});

it('holds a named range of one instrument only', async () => {
  chart.holdRange('6M');
  await chart.series.open(KORVO);
  expect(chart.range).toBeNull();
});

it('counts wishes, so that the same range can be asked for again', () => {
  chart.wishRange('1M');
  const first = chart.rangeWish;
  chart.wishRange('1M');
  expect(chart.rangeWish?.name).toBe('1M');
  expect(chart.rangeWish?.serial).toBeGreaterThan(first?.serial ?? Infinity);
});

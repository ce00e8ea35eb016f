import { CalendarsState } from '../../../src/state/calendars-state.svelte';
import { DayOverridesState } from '../../../src/state/day-overrides-state.svelte';
import { InstrumentsState } from '../../../src/state/instruments-state.svelte';
import { FakeMain } from '../../helpers/fake-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SeriesState } from '../../../src/state/series-state.svelte';
import { ACME, BOLT, KORVO, sampleBars } from '../../helpers/desk-sample';
import type { DataRequest, OverviewAnswer } from '../../../src/shared/ipc/data-port';
import { FakeDataProcess } from '../../helpers/fake-data-process';

const OVERVIEW: OverviewAnswer = {
  ...{ source: 'yahoo', length: 200_000, stride: 16 },
  ...{ buckets: new ArrayBuffer(56), newest: new ArrayBuffer(112) },
};

let data: FakeDataProcess;
let calendars: CalendarsState;
let series: SeriesState;

beforeEach(() => {
  data = new FakeDataProcess().connect();
  data.give(ACME, sampleBars());
  data.give(KORVO, sampleBars(), 'simulated');
  calendars = new CalendarsState(
    new InstrumentsState(),
    new DayOverridesState(new FakeMain().client),
  );
  series = new SeriesState(data.client, calendars);
});

afterEach(() => data.dispose());

describe('the charted series', () => {
  it('waits at first', () => {
    expect(series.status).toBe('loading');
    expect(series.instrument).toBeNull();
    expect(series.bars.length).toBe(0);
  });

  it('comes with its bars and their source', async () => {
    await series.open(ACME);
    expect(series.status).toBe('ready');
    expect(series.source).toBe('csv-folder');
    // 29 days of February and 28 of March are 41 weekdays; one is a holiday.
    expect(series.bars.length).toBe(40);
  });

  it('says so where there are no bars', async () => {
    await series.open(BOLT);
    expect(series.status).toBe('empty');
    expect(series.source).toBeNull();
  });

  it('clears the old bars at once when another instrument is opened', async () => {
    await series.open(ACME);
    const opened = series.open(KORVO);
    expect(series.instrument).toBe(KORVO);
    expect(series.status).toBe('loading');
    expect(series.bars.length).toBe(0);
    await opened;
    expect(series.source).toBe('simulated');
  });

  it('keeps the bars on the screen while the same instrument is read again', async () => {
    await series.open(ACME);
    const opened = series.open(ACME);
    expect(series.bars.length).toBe(40);
    expect(series.status).toBe('ready');
    await opened;
  });

  it('drops what an older question answers', async () => {
    data.hold();
    const first = series.open(ACME);
    const second = series.open(BOLT);
    await vi.waitFor(() => expect(data.asked).toHaveLength(2));
    data.answerAll();
    await Promise.all([first, second]);
    expect(series.instrument).toBe(BOLT);
    expect(series.status).toBe('empty');
    expect(series.bars.length).toBe(0);
  });

  it('has an overview until all of a long series is there', async () => {
    data.hold();
    const opened = series.open(ACME);
    await vi.waitFor(() => expect(data.asked).toHaveLength(1));
    data.tellOverview(data.asked[0] as DataRequest, OVERVIEW);
    await vi.waitFor(() => expect(series.overview).not.toBeNull());
    expect(series.overview).toMatchObject({ length: 200_000, stride: 16 });
    expect(series.overview?.newest.length).toBe(2);
    expect(series.length).toBe(200_000);
    expect(series.source).toBe('yahoo');
    expect(series.status).toBe('loading');
    data.answerAll();
    await opened;
    expect(series.overview).toBeNull();
    expect(series.length).toBe(40);
    expect(series.source).toBe('csv-folder');
  });

  it('drops the overview of another series, and of one that cannot be read', async () => {
    data.hold();
    const first = series.open(ACME);
    const second = series.open(KORVO);
    await vi.waitFor(() => expect(data.asked).toHaveLength(2));
    data.tellOverview(data.asked[0] as DataRequest, { ...OVERVIEW, length: 1 });
    data.tellOverview(data.asked[1] as DataRequest, OVERVIEW);
    await vi.waitFor(() => expect(series.overview).not.toBeNull());
    expect(series.length).toBe(200_000);
    data.tell({ kind: 'failed', request: data.asked[1]?.request ?? 0, message: 'disk is gone' });
    await second;
    expect(series.overview).toBeNull();
    expect(series.status).toBe('failed');
    data.answerAll();
    await first;
  });

  it('needs no overview while bars are on the screen', async () => {
    await series.open(ACME);
    data.hold();
    const again = series.open(ACME);
    await vi.waitFor(() => expect(data.asked).toHaveLength(2));
    data.tellOverview(data.asked[1] as DataRequest, OVERVIEW);
    data.answerAll();
    await again;
    expect(series.overview).toBeNull();
    expect(series.length).toBe(40);
  });

  it('says that it failed, and can be asked again', async () => {
    data.hold();
    const opened = series.open(ACME);
    await vi.waitFor(() => expect(data.asked).toHaveLength(1));
    data.tell({ kind: 'failed', request: data.asked[0]?.request ?? 0, message: 'disk is gone' });
    await opened;
    expect(series.status).toBe('failed');
    data.answerAll();
    await series.open(ACME);
    expect(series.status).toBe('ready');
  });
});

describe('the place of an announcement', () => {
  beforeEach(() => series.open(ACME));

  const key = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

  it('is its own session', () => {
    expect(series.place({ date: '2024-03-05', precision: 'day' })).toMatchObject({
      kind: 'session',
      sessionKey: key('2024-03-05'),
      shifted: false,
    });
  });

  it('is the Monday after a Saturday', () => {
    expect(series.place({ date: '2024-03-09', precision: 'day' })).toMatchObject({
      kind: 'session',
      sessionKey: key('2024-03-11'),
      shifted: true,
    });
  });

  it('is the span of a month that is all that is known', () => {
    expect(series.place({ date: '2024-02-01', precision: 'month' })).toEqual({
      kind: 'span',
      fromKey: key('2024-02-01'),
      toKey: key('2024-02-29'),
    });
  });

  it('is nowhere outside of the history', () => {
    const reasonOf = (date: string) => series.place({ date, precision: 'day' });
    expect(reasonOf('2023-01-10')).toEqual({ kind: 'none', reason: 'before-history' });
    expect(reasonOf('2024-05-01')).toEqual({ kind: 'none', reason: 'after-history' });
  });

  it('knows the calendar of the charted exchange once calendars are there', async () => {
    expect(series.calendar).toBeNull();
    await calendars.load();
    expect(series.calendar?.timezone).toBe('America/New_York');
    expect(calendars.of(BOLT)?.timezone).toBe('Asia/Hong_Kong');
  });
});

it('counts wishes, so that the same one can be repeated', () => {
  expect(series.view).toBeNull();
  series.show({ kind: 'announcement', id: 'acme-a1' });
  const first = series.view;
  series.show({ kind: 'announcement', id: 'acme-a1' });
  expect(series.view?.request).toEqual(first?.request);
  expect(series.view?.serial).not.toBe(first?.serial);
});

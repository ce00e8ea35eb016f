import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toDate, toSessionKey } from '../../../src/shared/domain/calendar/calendar-date';
import { packBars, viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import { paintReport } from '../../../src/state/paint-report';
import type { DeskUnderTest } from '../../helpers/desk-under-test';
import { startDesk } from '../../helpers/desk-under-test';
import { ACME, BOLT, sampleBars } from '../../helpers/desk-sample';

let made: DeskUnderTest;

const lastDate = (): string => toDate(made.desk.series.bars.time.at(-1) ?? NaN);
const replay = () => made.desk.replay;
/** The session that the desk stands behind. */
const goTo = (date: string): void => replay().goToSession(toSessionKey(date));

beforeEach(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  made = await startDesk();
});
afterEach(() => {
  made.desk.dispose();
  vi.unstubAllGlobals();
});

describe('a replay', () => {
  it('begins with the session of a date as the last that is known', () => {
    expect(replay().active).toBe(false);
    goTo('2024-03-08');
    expect(replay().active).toBe(true);
    expect(lastDate()).toBe('2024-03-08');
    // 16:00 in New York, a day before daylight saving time.
    expect(new Date(replay().moment ?? 0).toISOString()).toBe('2024-03-08T21:00:00.000Z');
  });

  it('takes the session before a day without one, and the first bar before all', () => {
    goTo('2024-03-10');
    expect(lastDate()).toBe('2024-03-08');
    goTo('2001-01-01');
    expect(lastDate()).toBe('2024-02-01');
  });

  it('begins with a bar', () => {
    replay().choose();
    expect(replay().choosing).toBe(true);
    replay().goToBar(toSessionKey('2024-03-05'));
    expect(replay().choosing).toBe(false);
    expect(lastDate()).toBe('2024-03-05');
  });

  it('steps over weekends on and back', () => {
    goTo('2024-03-08');
    expect(replay().step(1)).toBe(true);
    expect(lastDate()).toBe('2024-03-11');
    expect(replay().step(-1)).toBe(true);
    expect(lastDate()).toBe('2024-03-08');
  });

  it('stops playing at the newest bar, and goes no further back than the first', () => {
    goTo('2024-03-27');
    replay().play();
    expect(replay().playing).toBe(true);
    expect(replay().step(1)).toBe(true);
    expect(lastDate()).toBe('2024-03-28');
    expect(replay().step(1)).toBe(false);
    expect(replay().playing).toBe(false);
    goTo('2001-01-01');
    expect(replay().step(-1)).toBe(false);
    expect(lastDate()).toBe('2024-02-01');
  });

  it('plays only once it has begun, and is left with everything there again', () => {
    replay().play();
    expect(replay().playing).toBe(false);
    goTo('2024-03-08');
    replay().play();
    replay().leave();
    expect([replay().playing, replay().active]).toEqual([false, false]);
    expect(lastDate()).toBe('2024-03-28');
  });

  it('keeps its place while another start is chosen', () => {
    goTo('2024-03-08');
    replay().play();
    replay().choose();
    expect(replay().playing).toBe(false);
    replay().cancelChoice();
    expect(lastDate()).toBe('2024-03-08');
  });
});

describe('a bar that is not complete yet', () => {
  it('is no past: the moment is never later than now', async () => {
    const { desk, data } = made;
    const bars = sampleBars();
    // The last session of the series ends in a month from now.
    bars.time[bars.length - 1] = Math.floor(desk.now() / 1000 / 86_400 + 30) * 86_400;
    data.give(ACME, bars);
    await desk.series.open(ACME);
    goTo('2024-03-27');
    expect(replay().step(1)).toBe(false);
    replay().goToBar(bars.time.at(-1) ?? 0);
    expect(replay().moment).toBeLessThanOrEqual(desk.now());
    expect(lastDate()).toBe('2024-03-27');
  });
});

describe('at a moment of the past', () => {
  it('nothing of the desk tells what came later', async () => {
    const { desk } = made;
    await desk.timeline.select('acme-a2');
    expect(desk.timeline.card).not.toBeNull();
    goTo('2024-03-06');
    expect(desk.quotes.get(ACME)).toBeUndefined();
    expect(desk.quotes.get(BOLT)).toBeUndefined();
    expect(desk.sparklines.get(BOLT)).toBeUndefined();
    expect(desk.timeline.all.map(({ id }) => id)).toEqual(['acme-a1', 'acme-plan', 'bolt-rumour']);
    expect(desk.timeline.selected).toBeNull();
    expect(desk.timeline.card).toBeNull();
    expect(desk.timeline.get('acme-a2')).toBeUndefined();
    expect(desk.timeline.chainOf('acme-a1').map(({ id }) => id)).not.toContain('acme-a2');
    expect(desk.series.place({ date: '2024-03-09', precision: 'day' }).kind).toBe('none');
    expect(desk.series.answer?.findings).toBeNull();
    expect(desk.series.lastTime).toBe(toSessionKey('2024-03-06'));
  });

  it('and all of it is there again in real time', () => {
    goTo('2024-03-06');
    replay().leave();
    const { desk } = made;
    expect(desk.quotes.get(ACME)?.price).toBe(1372.6);
    expect(desk.sparklines.get(BOLT)).toHaveLength(3);
    expect(desk.timeline.all).toHaveLength(5);
    expect(desk.series.answer?.findings).not.toBeNull();
  });

  it('the desk says the same as one whose source ends there, session by session', async () => {
    const whole = sampleBars();
    for (let index = 0; index < whole.length; index++) whole.close[index] = 100 + (index % 7);
    const cutDesk = await startDesk();
    made.data.give(ACME, whole);
    await made.desk.series.open(ACME);
    for (let length = 1; length < whole.length; length++) {
      const cut = viewPackedBars(packBars(whole, 0, length));
      cutDesk.data.give(ACME, cut);
      await cutDesk.desk.series.open(ACME);
      const key = cut.time[length - 1] ?? 0;
      for (const { desk } of [made, cutDesk]) {
        desk.replay.goToSession(key);
        desk.series.setVisible({ fromKey: cut.time[0] ?? 0, toKey: key, bars: length });
      }
      expect(saidBy(made)).toEqual(saidBy(cutDesk));
    }
    cutDesk.desk.dispose();
  });

  it('adjusted prices are withheld, and read again without it', async () => {
    const { desk, data } = made;
    await desk.settings.update({ adjustedPrices: true });
    data.giveBasis('adjusted');
    await desk.charts.keepWishes();
    expect(desk.series.answer?.basis).toBe('adjusted');
    data.hold();
    goTo('2024-03-06');
    expect(desk.series.bars.length).toBe(0);
    expect(desk.series.status).toBe('loading');
    data.giveBasis('raw');
    data.answerAll();
    await vi.waitFor(() => expect(lastDate()).toBe('2024-03-06'));
    replay().leave();
    const wishes = (): unknown => data.asked.filter((each) => each.kind === 'open-series').at(-1);
    await vi.waitFor(() =>
      expect(wishes()).toMatchObject({ wishes: { adjusted: true, extended: false } }),
    );
  });

  it('a chart whose bars all came later is empty, and says no overview', async () => {
    const { desk, data } = made;
    goTo('2024-02-05');
    const later = viewPackedBars(packBars(sampleBars(), 20));
    data.give(BOLT, later);
    await desk.series.open(BOLT);
    expect(desk.series.status).toBe('empty');
    expect(desk.series.length).toBe(0);
    expect(desk.series.overview).toBeNull();
  });
});

/** All that a chart and the panes around it read. */
function saidBy({ desk }: DeskUnderTest): unknown {
  const { series, timeline, replay: its } = desk;
  const { bars, sessions, status, length, lastTime, answer, visible } = series;
  const { findings, stored, madeOf } = answer ?? {};
  return structuredClone({
    ...{ status, length, lastTime, findings, stored, madeOf, visible },
    bars: [...new Float64Array(packBars(bars))],
    sessions: [[...sessions.keys], [...sessions.bars]],
    moment: its.moment,
    report: paintReport(desk),
    announcements: timeline.all.map(({ id }) => id),
    places: timeline.all.map((each) => series.place(each)),
    last: series.barTimesOf(-Infinity, Infinity),
    quote: desk.quotes.get(ACME) ?? null,
  });
}

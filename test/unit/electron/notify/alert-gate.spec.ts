import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { AlertGate, BURST_MS } from '../../../../electron/notify/alert-gate';
import { ManualTime } from '../../../helpers/manual-time';

let time: ManualTime;
let shown: string[];
let gate: AlertGate<number>;

beforeEach(() => {
  time = new ManualTime(1_000_000);
  shown = [];
  gate = new AlertGate<number>({
    ...{ scheduler: time, now: time.now },
    showOne: (item) => {
      shown.push(String(item));
      return Promise.resolve('delivered');
    },
    showSummary: (items) => {
      shown.push(`+${items.join(',')}`);
      return Promise.resolve(items.includes(13) ? 'failed' : 'delivered');
    },
  });
});

describe('AlertGate', () => {
  it('lets what comes seldom through at once', async () => {
    for (let item = 1; item <= 5; item++) {
      expect(await gate.pass(item)).toBe('delivered');
      time.move(BURST_MS);
    }
    expect(shown).toEqual(['1', '2', '3', '4', '5']);
    expect(time.timers).toBe(0);
  });

  it('makes three and a summary of fifty within ten seconds', async () => {
    const passed = Array.from({ length: 50 }, (_, index) => {
      const outcome = gate.pass(index + 20);
      time.move(190);
      return outcome;
    });
    expect(shown).toEqual(['20', '21', '22']);
    time.move(BURST_MS - 50 * 190);
    expect(shown).toHaveLength(4);
    expect(shown[3]).toMatch(/^\+23,.*,69$/);
    expect(await Promise.all(passed)).toEqual(Array.from({ length: 50 }, () => 'delivered'));
  });

  it('shows the only one that waited as it is', async () => {
    const passed = [1, 2, 3, 4].map((item) => gate.pass(item));
    time.move(BURST_MS);
    expect(shown).toEqual(['1', '2', '3', '4']);
    await Promise.all(passed);
  });

  it('says of all in a summary what became of it', async () => {
    const passed = [10, 11, 12, 13, 14].map((item) => gate.pass(item));
    time.move(BURST_MS);
    expect(await Promise.all(passed)).toEqual([
      ...['delivered', 'delivered', 'delivered', 'failed', 'failed'],
    ]);
  });

  it('goes on where the clock was put back', async () => {
    await Promise.all([1, 2, 3].map((item) => gate.pass(item)));
    time.set(0);
    expect(await gate.pass(4)).toBe('delivered');
    expect(shown).toEqual(['1', '2', '3', '4']);
  });

  it('gives back what waits when the app ends', async () => {
    const passed = [1, 2, 3, 4].map((item) => gate.pass(item));
    gate.dispose();
    expect(await passed[3]).toBe('failed');
    time.move(BURST_MS);
    expect(shown).toEqual(['1', '2', '3']);
  });

  it('loses nothing, shows nothing twice and never more than six in any ten seconds', () => {
    const seldom = fc.integer({ min: 0, max: 15_000 });
    const gaps = fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), seldom), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, (waits) => {
        const clock = new ManualTime(0);
        const told: { at: number; items: readonly number[] }[] = [];
        const tell = (items: readonly number[]) => {
          told.push({ at: clock.now(), items });
          return Promise.resolve('delivered' as const);
        };
        const own = new AlertGate<number>({
          ...{ scheduler: clock, now: clock.now },
          showOne: (item) => tell([item]),
          showSummary: tell,
        });
        waits.forEach((wait, index) => {
          clock.move(wait);
          void own.pass(index);
        });
        clock.move(BURST_MS);
        expect(told.flatMap(({ items }) => items).sort((a, b) => a - b)).toEqual(
          waits.map((_, index) => index),
        );
        for (const { at } of told) {
          // The last two of a burst, its summary, and the three with which the next one begins.
          const near = told.filter((other) => other.at >= at && other.at < at + BURST_MS);
          expect(near.length).toBeLessThanOrEqual(6);
        }
      }),
    );
  });
});

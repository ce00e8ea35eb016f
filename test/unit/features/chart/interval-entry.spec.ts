import { beforeEach, describe, expect, it } from 'vitest';
import { IntervalEntry } from '../../../../src/features/chart/interval-entry.svelte';
import type { ChartInterval } from '../../../../src/shared/domain/candle/interval';

let chosen: ChartInterval[];
let entry: IntervalEntry;

const press = (key: string, held: object = {}): boolean =>
  entry.press({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });
const type = (...keys: string[]): boolean[] => keys.map((key) => press(key));

beforeEach(() => {
  chosen = [];
  entry = new IntervalEntry((interval) => chosen.push(interval));
});

describe('an interval typed over the chart', () => {
  it.each([
    [['5', 'Enter'], '5m'],
    [['1', 'h', 'Enter'], '1h'],
    [['6', '0', 'Enter'], '1h'],
    [['d', 'Enter'], 'D'],
    [['W', 'Enter'], 'W'],
    [['Shift', '1', 'Shift', 'M', 'Enter'], 'M'],
  ] as const)('%j is %s', (keys, interval) => {
    type(...keys);
    expect(chosen).toEqual([interval]);
    expect(entry.text).toBe('');
  });

  it('leaves the keys of the chart alone until it has begun', () => {
    expect(type('0', '+', '-', 'ArrowLeft', 'Home', 'Enter', 'Escape', 'x')).not.toContain(true);
    expect(press('5', { ctrlKey: true })).toBe(false);
    expect(entry.text).toBe('');
  });

  it('can be corrected and given up', () => {
    type('3', '1', 'Backspace', '0');
    expect([entry.text, entry.interval]).toEqual(['30', '30m']);
    type('Escape', 'Enter');
    expect(chosen).toEqual([]);
  });

  it('keeps what means nothing, to be corrected', () => {
    expect(type('7', 'Enter')).toEqual([true, true]);
    expect([entry.text, entry.interval, chosen.length]).toEqual(['7', null, 0]);
    type('Backspace', '5', 'Enter');
    expect(chosen).toEqual(['5m']);
  });

  it('ends with any other key, which the chart then gets', () => {
    type('5');
    expect(press('ArrowLeft')).toBe(false);
    expect(entry.text).toBe('');
  });
});

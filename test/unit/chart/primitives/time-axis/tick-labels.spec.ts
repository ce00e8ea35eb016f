import { describe, expect, it } from 'vitest';
import { layLabels } from '../../../../../src/chart/primitives/time-axis/tick-labels';
import type { TimeTick } from '../../../../../src/chart/primitives/time-axis/time-ticks';

/** Every label is 20 px wide and says its kind and session. */
const writer = {
  write: (sessionKey: number, kind: string) => `${kind}${sessionKey}`,
  measure: () => 20,
};
const tick = (x: number, kind: TimeTick['kind'], sessionKey = x): TimeTick => ({
  sessionKey,
  x,
  kind,
});
const texts = (labels: readonly { text: string; left: number }[]) =>
  [...labels].sort((a, b) => a.left - b.left).map(({ text }) => text);

describe('layLabels', () => {
  it('centres labels under their candles', () => {
    const [label] = layLabels({ ticks: [tick(100, 'month')], context: [] }, 0, 400, writer);
    expect(label).toEqual({ text: 'month100', left: 90, width: 20, kind: 'month' });
  });

  it('leaves out what would not stand whole in the axis', () => {
    const ticks = [tick(13, 'day'), tick(14, 'day', 1), tick(386, 'day', 2), tick(387, 'day')];
    expect(texts(layLabels({ ticks: ticks.slice(0, 1), context: [] }, 0, 400, writer))).toEqual([]);
    expect(texts(layLabels({ ticks, context: [] }, 0, 400, writer))).toEqual(['day1', 'day2']);
  });

  it('keeps the larger unit where two labels would touch', () => {
    const ticks = [tick(100, 'day'), tick(131, 'month'), tick(162, 'year'), tick(194, 'day')];
    expect(texts(layLabels({ ticks, context: [] }, 0, 400, writer))).toEqual([
      'day100',
      'year162',
      'day194',
    ]);
  });

  it('says at the left end what the first candle lies in', () => {
    const ticks = [tick(30, 'month'), tick(100, 'month')];
    const labels = layLabels({ ticks, context: ['year', 'month'] }, 7, 400, writer);
    expect(texts(labels)).toEqual(['year7 month7', 'month100']);
    expect(labels[0]).toMatchObject({ left: 4, kind: 'year' });
  });

  it('gives that place to the tick of a new year', () => {
    const ticks = [tick(30, 'year'), tick(100, 'month')];
    expect(texts(layLabels({ ticks, context: ['year'] }, 7, 400, writer))).toEqual([
      'year30',
      'month100',
    ]);
  });
});

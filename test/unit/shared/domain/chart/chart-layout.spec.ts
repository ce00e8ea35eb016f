import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChartLayout,
  readChartLayout,
} from '../../../../../src/shared/domain/chart/chart-layout';

const LAYOUT: ChartLayout = {
  name: 'Two markets',
  charts: [
    { instrument: 'XHKG:02513', interval: '5m', compared: [] },
    { instrument: 'XNAS:NVDA', interval: 'D', compared: ['INDEX:^GSPC'] },
  ],
  linkCrosshair: true,
  linkInstrument: false,
};
const [first] = LAYOUT.charts;

describe('readChartLayout', () => {
  it('takes one, two or four charts, and nothing beside what a layout has', () => {
    expect(readChartLayout({ ...LAYOUT, more: 1 })).toEqual(LAYOUT);
    for (const count of [1, 4]) {
      const charts = Array.from({ length: count }, () => first);
      expect(readChartLayout({ ...LAYOUT, charts })?.charts).toHaveLength(count);
    }
  });

  it('keeps which line stands in place of the bars, and from where changes count', () => {
    const read = (more: object) =>
      readChartLayout({ ...LAYOUT, charts: [{ ...first, ...more }] })?.charts[0];
    const base = { kind: 'announcement', id: 'a-1', sessionKey: 86_400 };
    expect(read({ sessions: 5, base })).toEqual({ ...first, sessions: 5, base });
    expect(read({ base: { kind: 'shared', more: 1 } })).toEqual({
      ...first,
      base: { kind: 'shared' },
    });
    for (const unknown of [
      { sessions: 0, base: { kind: 'view' } },
      { sessions: 3, base: { kind: 'moon' } },
      { sessions: '5', base: null },
      { base: { ...base, sessionKey: NaN } },
      { base: { ...base, id: 'x'.repeat(121) } },
    ]) {
      expect(read(unknown)).toEqual(first);
    }
  });

  it.each([
    ['no name', { ...LAYOUT, name: '' }],
    ['a name with blanks around it', { ...LAYOUT, name: ' a' }],
    ['a name too long', { ...LAYOUT, name: 'a'.repeat(61) }],
    ['three charts', { ...LAYOUT, charts: [first, first, first] }],
    ['an interval that is none', { ...LAYOUT, charts: [{ ...first, interval: '7m' }] }],
    ['an instrument that is none', { ...LAYOUT, charts: [{ ...first, instrument: 'NVDA' }] }],
    ['eight compared', { ...LAYOUT, charts: [{ ...first, compared: Array(8).fill('A:B') }] }],
    ['a link that is no yes or no', { ...LAYOUT, linkCrosshair: 1 }],
    ['a list', [LAYOUT]],
  ])('refuses %s', (_name, value) => {
    expect(readChartLayout(value)).toBeNull();
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (value) => readChartLayout(value) === null));
  });
});

import { describe, expect, it } from 'vitest';
import { newStudy, STUDY_COLOURS } from '../../../../../src/shared/domain/chart/study-choice';
import { INDICATORS } from '../../../../../src/shared/domain/indicators/indicator-catalogue';
import {
  chartStudyOf,
  columnOrder,
  hasOwnPane,
  outputColour,
  type StudyPaint,
} from '../../../../../src/features/chart/studies/study-plots';

const PAINT = {
  of: Object.fromEntries(STUDY_COLOURS.map((colour) => [colour, `#${colour}`])),
  up: '#up',
  down: '#down',
} as StudyPaint;
const columns = (n: number) => Array.from({ length: n }, (_, i) => Float64Array.of(i));
const drawn = (indicator: string) => {
  const outputs = INDICATORS.find(({ id }) => id === indicator)?.outputs.length ?? 0;
  return chartStudyOf(newStudy(indicator, []), columns(outputs), PAINT, String, true);
};

describe('a study as the chart draws it', () => {
  it('draws every output of every indicator once', () => {
    for (const { id, outputs } of INDICATORS) {
      expect(columnOrder(id).toSorted()).toEqual(outputs.map((_, index) => index));
      const values = drawn(id).plots.flatMap((plot) => plot.values.map(([value]) => value));
      expect(values).toEqual(columnOrder(id));
    }
  });

  it('shades between the Bollinger bands in one colour', () => {
    const { plots, pane } = drawn('bollinger');
    expect(pane).toBe('price');
    expect(plots.map(({ kind, colour }) => [kind, colour])).toEqual([
      ['band', '#blue'],
      ['line', '#blue'],
    ]);
  });

  it('draws the lines of MACD in two colours over bars of a direction', () => {
    const { plots, pane, guides } = drawn('macd');
    expect(pane).toBe('macd-1');
    expect(guides).toEqual([0]);
    expect(plots.map(({ kind, colour }) => [kind, colour])).toEqual([
      ['histogram', '#up'],
      ['line', '#blue'],
      ['line', '#orange'],
    ]);
    expect(plots[0]).toMatchObject({ negativeColour: '#down', fading: true });
    const macd = newStudy('macd', []);
    expect([0, 1, 2].map((at) => outputColour(macd, at))).toEqual(['blue', 'orange', 'direction']);
  });

  it('asks for room on the price axis only where studies have any', () => {
    const [choice, columnsOf] = [newStudy('sma', []), columns(1)];
    const of = (scales: boolean) => chartStudyOf(choice, columnsOf, PAINT, String, scales).scales;
    expect([of(true), of(false)]).toEqual([true, false]);
  });

  it('parts the average of a session from that of the next one', () => {
    expect(drawn('vwap').plots).toMatchObject([{ kind: 'line', perSession: true }]);
    expect(drawn('sma').plots[0]).not.toHaveProperty('perSession');
  });

  it('keeps the pane of a study that has nothing to show, without its lines', () => {
    const empty = chartStudyOf(newStudy('rsi', []), [], PAINT, String, true);
    expect(empty).toMatchObject({ pane: 'rsi-1', plots: [], guides: [], range: [0, 100] });
    expect(drawn('rsi').guides).toEqual([30, 70]);
    expect([hasOwnPane('rsi'), hasOwnPane('sma'), hasOwnPane('volume-profile')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { measuresOf, mediansOf } from '../../../../scripts/bench/suites/start.mjs';
import { reportTable } from '../../../../scripts/bench/report.mjs';

const bare = { contentPaintedMs: 400, chartPaintedMs: null, mainLoadMs: 10, steps: {} };
const round = (contentPaintedMs: number, chartPaintedMs: number, mainLoadMs: number) => ({
  bare,
  app: { contentPaintedMs, chartPaintedMs, mainLoadMs, steps: {} },
});

describe('the measures of the cold start', () => {
  // By hand: 420/400 = 1.05, 440/400 = 1.10, 520/400 = 1.30; 480/400 = 1.20, 504/400 = 1.26, 600/400 = 1.50.
  const measures = measuresOf([round(420, 480, 25), round(440, 504, 30), round(520, 600, 80)]);

  it('compare both paints with the paint of the bare window', () => {
    expect(measures.map(({ score }) => score.median)).toEqual([1.1, 1.26, 20]);
  });

  it('are met up to their target and missed above it', () => {
    expect(measures.map(({ met }) => met)).toEqual([true, false, true]);
  });

  it('keep the values and the floor beside the ratio', () => {
    expect(measures[0]?.value).toEqual({ median: 440, min: 420, max: 520 });
    expect(measures[0]?.floor).toEqual({ median: 400, min: 400, max: 400 });
  });

  it('count a chart that never painted as missed', () => {
    const [, chart] = measuresOf([{ bare, app: { ...bare, chartPaintedMs: null } }]);
    expect(chart?.met).toBe(false);
  });

  it('stand in a table with aligned columns', () => {
    const lines = reportTable(measures).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(
      /^shell, first contentful paint +440 \(420-520\) ms +400 \(400-400\) ms +1\.10 \(1\.05-1\.30\)x +<= 1\.10x +met$/,
    );
    expect(lines[2]).toMatch(/1\.26 \(1\.20-1\.50\)x +<= 1\.25x +MISSED$/);
    expect(lines[3]).toMatch(/20\.0 \(15\.0-70\.0\) ms +<= 20\.0 ms +met$/);
    const columns = lines.map((line) => line.search(/<=|target/));
    expect(new Set(columns).size).toBe(1);
  });
});

describe('the steps of the main process', () => {
  it('are the medians of those that every start reached', () => {
    const starts = [{ ready: 300, painted: 900 }, { ready: 280, painted: 800 }, { ready: 350 }];
    expect(mediansOf(starts)).toEqual({ ready: 300 });
  });
});

import { describe, expect, it } from 'vitest';
import {
  SENSITIVITY_WINDOWS,
  type SensitivityInput,
  sensitivityStrip,
} from '../../../../../src/shared/domain/event-study/sensitivity';
import { STDLIB_DISTRIBUTIONS } from '../../../../../src/shared/statistics/stdlib-distributions';
import { loadedSeries, studyBars } from '../../../../helpers/study-bars';
import { weekday } from '../../../../helpers/study-returns';

const market = studyBars({ sessions: 400, seed: 5 });
const index = loadedSeries('INDEX:^IXIC', market).closes;
const sector = loadedSeries('INDEX:^SOX', studyBars({ sessions: 400, seed: 6 })).closes;
const security = loadedSeries(
  'XNAS:ACME',
  studyBars({ sessions: 400, seed: 7, market, beta: 1, jumps: { 350: 0.1 } }),
).closes;

const input = (rest: Partial<SensitivityInput> = {}): SensitivityInput => ({
  ...{ security, chosen: index, index, sector, session: weekday(350), model: 'market' as const },
  ...{ length: 200, gap: 20, doubts: [], ...rest },
});
const rowsOf = (rest: Partial<SensitivityInput> = {}): readonly string[] => [
  ...new Set(sensitivityStrip(input(rest), STDLIB_DISTRIBUTIONS).map(({ row }) => row)),
];

describe('the strip of other choices', () => {
  it('has one cell for each row and window, and leaves out what is chosen already', () => {
    const cells = sensitivityStrip(input(), STDLIB_DISTRIBUTIONS);
    expect(rowsOf()).toEqual(['chosen', 'sector', 'market-adjusted', 'mean', 'shorter']);
    expect(cells).toHaveLength(5 * SENSITIVITY_WINDOWS.length);
    expect(cells[0]).toMatchObject({ row: 'chosen', window: [0, 0], verdict: 'unusual' });
  });

  it('offers the index where another benchmark is chosen', () => {
    expect(rowsOf({ chosen: sector })).toContain('index');
    expect(rowsOf({ chosen: sector })).not.toContain('sector');
    expect(rowsOf({ model: 'market-adjusted' })).not.toContain('market-adjusted');
  });

  it('gives a model without a benchmark both indices, and does without what has no bars', () => {
    expect(rowsOf({ model: 'mean', chosen: null })).toEqual([
      ...['chosen', 'index', 'sector', 'market-adjusted', 'shorter'],
    ]);
    expect(rowsOf({ model: 'mean', chosen: null, index: null, sector: null })).toEqual([
      ...['chosen', 'shorter'],
    ]);
  });

  it('says where a choice has too little history, and doubts what is doubted', () => {
    const early = sensitivityStrip(input({ session: weekday(30) }), STDLIB_DISTRIBUTIONS);
    expect(new Set(early.map(({ verdict }) => verdict))).toEqual(new Set(['not-enough-history']));
    const doubted = sensitivityStrip(input({ doubts: ['suspect-bars'] }), STDLIB_DISTRIBUTIONS);
    expect(doubted[0]?.verdict).toBe('data-in-doubt');
  });
});

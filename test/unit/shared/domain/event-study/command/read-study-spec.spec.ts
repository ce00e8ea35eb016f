import { describe, expect, it } from 'vitest';
import { readStudySpec } from '../../../../../../src/shared/domain/event-study/command/read-study-spec';

const SPEC = {
  data: 'returns.csv',
  kind: 'prices',
  market: 'SP500',
  events: [{ security: 'GOOGL', date: '2016-05-18' }],
  estimation: { length: 250, gap: 30 },
  window: [-5, 5],
  model: 'market',
};

const read = (changes: object): unknown => readStudySpec(JSON.stringify({ ...SPEC, ...changes }));

describe('readStudySpec', () => {
  it('reads what a study needs', () => {
    expect(read({ comment: 'left aside' })).toEqual({
      ...{ data: 'returns.csv', kind: 'prices', market: 'SP500', events: SPEC.events },
      parameters: { model: 'market', estimation: { length: 250, gap: 30 }, window: [-5, 5] },
    });
  });

  it('reads a span of dates, a gap that is not said, and a model that is not', () => {
    const span = { from: '2015-04-01', to: '2016-03-29' };
    expect(read({ estimation: span, model: undefined })).toMatchObject({
      parameters: { model: 'market', estimation: span },
    });
    expect(read({ estimation: { length: 100 } })).toMatchObject({
      parameters: { estimation: { length: 100, gap: 0 } },
    });
  });

  it('needs no market for the constant mean alone', () => {
    expect(read({ market: null, model: 'mean' })).toMatchObject({ market: null });
    expect(read({ market: undefined, model: 'mean' })).toMatchObject({ market: null });
    expect(read({ market: null })).toEqual({
      ...{ fault: 'bad-spec', message: 'market must be the name of a column' },
    });
  });

  it.each([
    [{ data: 3 }, 'data must be the path of a CSV file'],
    [{ kind: 'returns' }, 'kind must be one of prices, simple-returns, log-returns'],
    [{ model: 'capm' }, 'model must be one of market, market-adjusted, mean'],
    [{ estimation: null }, 'estimation must be {"from", "to"} or {"length", "gap"}'],
    [{ estimation: { length: 0, gap: 0 } }, 'estimation.length must be a whole number from 1 on'],
    [{ estimation: { length: 1e9 } }, 'estimation.length must be a whole number from 1 on'],
    [{ estimation: { length: 9, gap: -1 } }, 'estimation.gap must be a whole number from 0 on'],
    [{ estimation: { from: '2016-02-30' } }, 'estimation.from must be a date such as 2016-05-18'],
    [
      { estimation: { from: '2016-02-01', to: '2016-01-01' } },
      'estimation.to must be a date not before estimation.from',
    ],
    [{ window: [5, -5] }, 'window must be two whole numbers [a, b] with a <= b'],
    [{ window: [0] }, 'window must be two whole numbers [a, b] with a <= b'],
    [{ window: [0, 1, 2] }, 'window must be two whole numbers [a, b] with a <= b'],
    [{ window: [0, 0.5] }, 'window must be two whole numbers [a, b] with a <= b'],
    [{ events: [] }, 'events must be a list of events'],
    [{ events: [3] }, 'events[0] must be {"security", "date"}'],
    [{ events: [{ date: '2016-05-18' }] }, 'events[0].security must be the name of a column'],
    [
      { events: [...SPEC.events, { security: 'A', date: '18.5.2016' }] },
      'events[1].date must be a date such as 2016-05-18',
    ],
  ])('says what is wrong with %j', (changes, message) => {
    expect(read(changes)).toEqual({ fault: 'bad-spec', message });
  });

  it('knows what is no object and what is no JSON', () => {
    expect(readStudySpec('[]')).toMatchObject({ fault: 'bad-spec' });
    expect(readStudySpec('{')).toMatchObject({ fault: 'not-json' });
  });
});

import { describe, expect, it } from 'vitest';
import {
  conditionForm,
  conditionOf,
  NEW_CONDITION,
  numberOf,
} from '../../../../src/features/alerts/condition-form';
import {
  ALERT_OPERATORS,
  type Condition,
  PRICE,
} from '../../../../src/shared/domain/alert/alert-condition';

const OF_INDICATOR: Condition = {
  of: {
    ...{ kind: 'indicator', instrument: null, indicator: 'rsi', params: { length: 14 } },
    ...{ output: 'rsi', interval: '1h' },
  },
  ...{ op: 'lessThan', value: 30 },
};

const CONDITIONS: readonly Condition[] = [
  { of: PRICE, op: 'crossingUp', value: 150.25 },
  { of: PRICE, op: 'insideChannel', low: 1, high: 2 },
  { of: { kind: 'volume', instrument: 'XNAS:NVDA' }, op: 'greaterThan', value: 1e6 },
  { of: PRICE, op: 'movingDownPercent', amount: 3, bars: 10, interval: '15m' },
  {
    of: { kind: 'abnormalMove', instrument: null, announcementId: 'a' },
    op: 'greaterThan',
    value: 2,
  },
  OF_INDICATOR,
  { of: PRICE, op: 'crossing', value: OF_INDICATOR.of },
  { of: PRICE, op: 'exitingChannel', low: OF_INDICATOR.of, high: 9 },
];

describe('the form of a condition', () => {
  it.each(CONDITIONS)('gives back %j', (condition) => {
    expect(conditionOf(conditionForm(condition))).toEqual(condition);
  });

  it('keeps what was written when the operator changes', () => {
    const written = (text: string) => ({ text, measure: null });
    const form = { ...NEW_CONDITION, value: written('5'), low: written('1'), high: written('9') };
    for (const op of ALERT_OPERATORS) expect(conditionOf({ ...form, op }).op).toBe(op);
    expect(conditionOf({ ...form, op: 'outsideChannel' })).toMatchObject({ low: 1, high: 9 });
  });

  it('takes an empty field for no number, and the sign of minus as it is printed', () => {
    expect(numberOf('  ')).toBeNaN();
    expect(numberOf('\u22122.5')).toBe(-2.5);
    expect(numberOf('1,5')).toBeNaN();
  });
});

import { describe, expect, it } from 'vitest';
import { ExchangeHours } from '../../../../../electron/core/alerts/exchange-hours';
import { NVDA } from '../../../../helpers/made-up-rule';
import { shippedHours } from './hours-of';

/** New York, 2026-07-10, a Friday in summer. */
const at = (hour: number, minute: number): number => Date.UTC(2026, 6, 10, hour, minute);

describe('the hours of an exchange', () => {
  it.each([
    ['before the open', at(13, 29), 'pre', false],
    ['the open', at(13, 30), 'regular', true],
    ['the close itself, which is the stamp of the closing price', at(20, 0), 'regular', true],
    ['after it', at(20, 1), 'post', false],
    ['the night', at(4, 0), 'closed', false],
  ])('%s', (_, moment, phase, isRegular) => {
    const hours = shippedHours();
    expect(hours.phaseAt(NVDA, moment)).toBe(phase);
    expect(hours.isRegularAt(NVDA, moment)).toBe(isRegular);
  });

  it('take each price of an exchange that nobody knows as regular', () => {
    expect(shippedHours().phaseAt('XXXX:A', at(4, 0))).toBe('unknown');
    expect(shippedHours().isRegularAt('XXXX:A', at(4, 0))).toBe(true);
  });

  it('take none as regular before the calendars are read', () => {
    const hours = new ExchangeHours(() => undefined);
    expect(hours.phaseAt(NVDA, at(14, 0))).toBe('unknown');
    expect(hours.isRegularAt(NVDA, at(14, 0))).toBe(false);
  });
});

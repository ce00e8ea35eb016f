import { describe, expect, it } from 'vitest';
import { clockText, minuteOfDay } from '../../../../src/features/settings/minute-of-day';

describe('minutes of a day', () => {
  it.each([
    ['00:00', 0],
    ['09:30', 570],
    ['23:59', 1439],
  ])('%s is %i and back', (text, minute) => {
    expect(minuteOfDay(text)).toBe(minute);
    expect(clockText(minute)).toBe(text);
  });

  it.each(['', '24:00', '9:30', '12:60', 'noon'])('%j is no time of day', (text) => {
    expect(minuteOfDay(text)).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { countdownText } from '../../../../src/features/chart/countdown-text';

it.each([
  [0, '00:00'],
  [-5, '00:00'],
  [1, '00:01'],
  [60_000, '01:00'],
  [299_001, '05:00'],
  [3_600_000, '1:00:00'],
  [23_399_000, '6:29:59'],
])('of %d ms is %s', (leftMs, text) => {
  expect(countdownText(leftMs)).toBe(text);
});

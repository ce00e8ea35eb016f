import { expect, it } from 'vitest';
import { sessionInterval } from '../../../../../src/features/chart/session/session-interval';

it.each([
  ['yahoo', ['D'], '1m'],
  ['simulated', ['1m', 'D'], '1m'],
  [null, [], '1m'],
  ['csv-folder', ['1m', '5m', 'D'], '1m'],
  ['csv-file', ['5m', '1h', 'D'], '5m'],
  // Hours make no line of a session: there is none, and the chart says so.
  ['csv-file', ['1h', 'D'], '1m'],
  ['csv-folder', ['D'], '1m'],
] as const)('of %s with %j is %s', (source, stored, interval) => {
  expect(sessionInterval({ source, stored })).toBe(interval);
});

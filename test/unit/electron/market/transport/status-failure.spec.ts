import { describe, expect, it } from 'vitest';
import { statusFailure } from '../../../../../electron/market/transport/status-failure';

const NOW = Date.UTC(2026, 4, 28, 2, 30);

const failureOf = (status: number, retryAfter: string | null = null, body = '') =>
  statusFailure({ status, retryAfter, body, carriedKey: false }, NOW);

describe('statusFailure', () => {
  it.each([200, 201, 204])('takes %i for none', (status) => {
    expect(failureOf(status)).toBeNull();
  });

  it.each([
    [401, 'blocked', 'next-provider'],
    [403, 'blocked', 'next-provider'],
    [407, 'blocked', 'next-provider'],
    [451, 'blocked', 'next-provider'],
    [408, 'timed-out', 'retry'],
    [418, 'rate-limited', 'next-provider'],
    [429, 'rate-limited', 'next-provider'],
    [456, 'rate-limited', 'next-provider'],
    [500, 'server-error', 'retry'],
    [503, 'server-error', 'retry'],
    [599, 'server-error', 'retry'],
  ])('takes %i for %s, %s', (status, reason, retry) => {
    expect(failureOf(status)).toMatchObject({ reason, retry, detail: `HTTP ${status}` });
  });

  it('takes a refusal of a question with a key for one of the key', () => {
    const reasonOf = (status: number) =>
      statusFailure({ status, retryAfter: null, body: '', carriedKey: true }, NOW)?.reason;
    expect([401, 403].map(reasonOf)).toEqual(['key-refused', 'key-refused']);
    expect([407, 429, 451, 500].map(reasonOf)).toEqual([
      'blocked',
      'rate-limited',
      'blocked',
      'server-error',
    ]);
  });

  it.each([400, 404, 422])('lets JSON with %i say that the instrument is unknown', (status) => {
    expect(failureOf(status, null, ' {"error":"x"}')?.reason).toBe('unknown-instrument');
    expect(failureOf(status, null, '<html>')?.reason).toBe('bad-answer');
    expect(failureOf(status)?.reason).toBe('bad-answer');
  });

  it.each([
    [429, null, 60_000],
    [456, null, 60_000],
    [429, '120', 120_000],
    [429, ' 7 ', 7000],
    [429, '0', 0],
    [429, 'Thu, 28 May 2026 02:31:30 GMT', 90_000],
    [429, 'Thu, 28 May 2026 02:29:00 GMT', 0],
    [429, 'soon', 60_000],
    [429, '-5', 60_000],
    [429, '99999999999', 86_400_000],
    [418, '7200', 7_200_000],
    [403, '30', 30_000],
    [503, '45', 45_000],
    [503, null, null],
    [500, null, null],
    [403, null, null],
  ])('%i with Retry-After %j asks for %j ms', (status, retryAfter, expected) => {
    const pause = failureOf(status, retryAfter)?.retryAfterMs;
    if (retryAfter === '-5') expect(pause).toBeGreaterThanOrEqual(0);
    else expect(pause).toBe(expected);
  });
});

/**
 * Why a source gave no answer. `blocked`: refused for good or sent elsewhere (401, 403, 451, a consent
 * page); `key-refused`: 401 or 403 to a question that carried the user's key; `rate-limited`: 418, 429,
 * 456; `bad-answer`: HTML, plain text, empty, cut short or of an unknown shape; `refused-value`: of the
 * right shape, but no price can be like that; `not-traded`: known, and without a trade so far;
 * `resting`: not asked, because it failed too often a moment ago or its budget is used up.
 */
export const PROVIDER_FAILURES = [
  'unreachable',
  'timed-out',
  'rate-limited',
  'blocked',
  'server-error',
  'bad-answer',
  'refused-value',
  'not-traded',
  'unknown-instrument',
  'not-offered',
  'key-missing',
  'key-refused',
  'resting',
  'cancelled',
] as const;
export type ProviderFailure = (typeof PROVIDER_FAILURES)[number];

/**
 * What to do after a failure. `retry`: another source now, and this one again at the next turn;
 * `next-provider`: another source now; `stop`: no source can do better, or nobody waits any more.
 * Within a round no question is repeated: the next turn comes soon, with jitter and a growing pause.
 */
export type RetryClass = 'retry' | 'next-provider' | 'stop';

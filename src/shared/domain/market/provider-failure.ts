/**
 * Why a source gave no answer. `blocked`: refused for good or sent elsewhere (401, 403, 451, 456, a
 * consent page); `bad-answer`: HTML, plain text, empty, cut short or of an unknown shape;
 * `refused-value`: of the right shape, but no price can be like that; `resting`: not asked, because it
 * failed too often a moment ago or its budget is used up.
 */
export const PROVIDER_FAILURES = [
  'unreachable',
  'timed-out',
  'rate-limited',
  'blocked',
  'server-error',
  'bad-answer',
  'refused-value',
  'unknown-instrument',
  'not-offered',
  'key-missing',
  'key-refused',
  'resting',
  'cancelled',
] as const;
export type ProviderFailure = (typeof PROVIDER_FAILURES)[number];

/**
 * What to do after a failure. `retry`: the same source, later; `next-provider`: another source now;
 * `stop`: no source can do better, or nobody waits any more.
 */
export type RetryClass = 'retry' | 'next-provider' | 'stop';

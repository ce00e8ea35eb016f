import { expect } from 'vitest';

/** Long enough for the slowest machine; a test that passes never waits for it. */
const PATIENCE_MS = 15_000;
const ASK_EVERY_MS = 30;

/** `await eventually(read).toBe(value)`: asks again until it holds, `patienceMs` long at most. */
export function eventually<Value>(
  read: () => Value | Promise<Value>,
  patienceMs = PATIENCE_MS,
): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(read, { timeout: patienceMs, interval: ASK_EVERY_MS });
}

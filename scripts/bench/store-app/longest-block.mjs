import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const RESOLUTION_MS = 1;
const KNOWN_BLOCK_MS = 40;
const NANOSECONDS_A_MS = 1e6;

/**
 * The longest time for which this process could do nothing else while the work went on.
 * @param {() => unknown} work
 * @returns {Promise<number>} milliseconds
 */
export async function longestBlock(work) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  await work();
  // A block shows itself at the next turn of the loop.
  await new Promise((resolve) => setTimeout(resolve, 2 * RESOLUTION_MS));
  delays.disable();
  return Math.max(0, delays.max / NANOSECONDS_A_MS - RESOLUTION_MS);
}

/** Blocks on purpose, so that a probe that sees nothing is found out. */
export async function proveProbe() {
  const seen = await longestBlock(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10 * RESOLUTION_MS));
    const end = performance.now() + KNOWN_BLOCK_MS;
    while (performance.now() < end);
  });
  if (seen < KNOWN_BLOCK_MS / 2) throw new Error(`the probe saw ${seen} ms of ${KNOWN_BLOCK_MS}`);
}

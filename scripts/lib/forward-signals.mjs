const SAME_PRESS_MS = 500;

/**
 * Forwards signals to a child instead of dying of them. One Ctrl-C can arrive
 * twice, from the terminal and from npm, and a second one makes Electron quit
 * without tidying up; so what follows at once is taken for the same press.
 * @param {import('node:child_process').ChildProcess} child
 * @param {readonly NodeJS.Signals[]} signals
 * @returns {() => NodeJS.Signals | null} stops forwarding; answers with the last signal forwarded
 */
export function forwardSignals(child, signals) {
  let lastAt = -Infinity;
  /** @type {NodeJS.Signals | null} */
  let last = null;
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    const now = performance.now();
    if (now - lastAt > SAME_PRESS_MS) child.kill(signal);
    lastAt = now;
    last = signal;
  };
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
    return last;
  };
}

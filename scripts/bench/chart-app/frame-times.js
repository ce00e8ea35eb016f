/** Frames that only warm up. */
const LEFT_OUT = 3;

/**
 * Lets something happen in each of so many frames.
 *
 * @param {number} count
 * @param {(i: number) => void} act
 * @returns {Promise<number[]>} milliseconds from each frame to the next: script, painting and all
 */
export function framesOf(count, act) {
  return new Promise((resolve) => {
    const times = [];
    let before = 0;
    let i = 0;
    const step = () => {
      const now = performance.now();
      if (i > LEFT_OUT) times.push(now - before);
      before = now;
      if (i === count + LEFT_OUT) return resolve(times);
      act(i++);
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

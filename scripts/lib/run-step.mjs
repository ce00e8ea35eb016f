const QUIET_MS = 2000;
const PROGRESS_EVERY_MS = 15_000;

/**
 * @typedef {object} StepOutput
 * @property {(text: string) => unknown} write
 */

/** @param {number} ms */
function seconds(ms) {
  return `${Math.max(1, Math.round(ms / 1000))} s`;
}

/**
 * Runs one step of the preparation. A step shorter than two seconds says
 * nothing; a longer one says what it does, now and then how far it is, and how
 * long it took. Everything goes to stderr: stdout belongs to the app.
 * @template T
 * @param {string} label
 * @param {(progress: (text: string) => void) => Promise<T>} work
 * @param {{ out?: StepOutput, announceAtOnce?: boolean }} [options]
 * @returns {Promise<T>}
 */
export async function runStep(label, work, { out = process.stderr, announceAtOnce = false } = {}) {
  const startedAt = Date.now();
  let announced = false;
  let progressText = '';
  let toldText = '';
  const announce = () => {
    announced = true;
    out.write(`${label} ...\n`);
  };
  const tellProgress = () => {
    if (progressText === toldText) return;
    toldText = progressText;
    out.write(`${label}: ${progressText}\n`);
  };
  if (announceAtOnce) announce();
  const quiet = setTimeout(() => announced || announce(), QUIET_MS);
  const repeat = setInterval(tellProgress, PROGRESS_EVERY_MS);
  try {
    const result = await work((text) => void (progressText = text));
    if (announced) out.write(`${label}: done in ${seconds(Date.now() - startedAt)}\n`);
    return result;
  } catch (error) {
    if (announced) out.write(`${label}: failed after ${seconds(Date.now() - startedAt)}\n`);
    throw error;
  } finally {
    clearTimeout(quiet);
    clearInterval(repeat);
  }
}

/**
 * An expected failure, told to the user without a stack: what happened, what
 * was kept, what to do.
 */
export class UserError extends Error {
  /** @param {{ happened: string, kept?: string, todo: string }} parts */
  constructor({ happened, kept, todo }) {
    super([happened, kept, todo].filter(Boolean).join('\n'));
    this.name = 'UserError';
  }
}

/**
 * Runs a script's main function and ends the process with its exit code.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const text = error instanceof UserError ? error.message : describeUnexpected(error);
    process.stderr.write(`\n${text}\n`);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
export function describeUnexpected(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

interface ErrorSource {
  on(
    event: 'uncaughtException' | 'unhandledRejection',
    listener: (error: unknown) => void,
  ): unknown;
}

/**
 * An error that nobody expected leaves the state of main unknown: it is written down and the app
 * ends. What the user saved is in the store already.
 *
 * @param stop - ends the app; hears every error, of which the first one counts
 */
export function installCrashHooks(
  source: ErrorSource,
  log: { error(message: string, cause: unknown): void },
  stop: (error: unknown) => void,
): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    source.on(event, (error) => {
      log.error(event, error);
      stop(error);
    });
  }
}

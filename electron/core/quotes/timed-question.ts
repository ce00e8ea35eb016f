import type { Scheduler } from './scheduler-port';

/** How a question with a time limit ended. What a call threw is a fault of the program. */
export type TimedAnswer<Result> =
  | { readonly kind: 'answered'; readonly result: Result }
  | { readonly kind: 'out-of-time' }
  | { readonly kind: 'threw'; readonly error: unknown };

/**
 * Asks and waits no longer than a limit, even where the other side does not care for the signal. An
 * answer that comes later is dropped. Never rejects.
 */
export function askWithin<Result>(
  limitMs: number,
  scheduler: Scheduler,
  abort: AbortController,
  ask: (signal: AbortSignal) => Promise<Result>,
): Promise<TimedAnswer<Result>> {
  return new Promise((resolve) => {
    const end = (answer: TimedAnswer<Result>): void => {
      stopTimer();
      abort.signal.removeEventListener('abort', giveUp);
      resolve(answer);
    };
    const giveUp = (): void => end({ kind: 'out-of-time' });
    const stopTimer = scheduler.after(limitMs, () => abort.abort());
    abort.signal.addEventListener('abort', giveUp);
    const asking = async (): Promise<Result> => ask(abort.signal);
    asking().then(
      (result) => end({ kind: 'answered', result }),
      (error: unknown) => end({ kind: 'threw', error }),
    );
  });
}

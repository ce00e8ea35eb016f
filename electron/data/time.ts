/** UTC milliseconds. */
export type Clock = () => number;

/** The timers of the runtime, injected so that tests need not wait. */
export interface Timers {
  /** Calls `tick` every `intervalMs`. @returns a function that ends it */
  every(intervalMs: number, tick: () => void): () => void;
  /** Calls `task` once. @returns a function that calls it off */
  after(delayMs: number, task: () => void): () => void;
}

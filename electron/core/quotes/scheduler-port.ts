/** Runs things later. */
export interface Scheduler {
  /** Runs `task` once after `delayMs`. @returns a function that calls it off */
  after(delayMs: number, task: () => void): () => void;
}

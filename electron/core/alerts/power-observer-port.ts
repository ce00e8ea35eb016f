/** Hears that the machine sleeps and wakes, once each. */
export interface PowerObserver {
  suspended(): void;
  /** Prices of the time between were missed. */
  resumed(): void;
}

import type { Scheduler } from '../core/quotes/scheduler-port';

/** The timers of Node. */
export const systemScheduler: Scheduler = {
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

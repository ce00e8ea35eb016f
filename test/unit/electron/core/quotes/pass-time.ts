import type { ManualScheduler } from './manual-scheduler';

/** Lets time pass in small steps, with everything that was promised settled after each. */
export async function passTime(
  scheduler: ManualScheduler,
  totalMs: number,
  stepMs = 250,
): Promise<void> {
  for (let passed = 0; passed < totalMs; passed += stepMs) {
    scheduler.advance(Math.min(stepMs, totalMs - passed));
    await settle();
  }
}

/** Lets everything that is already decided happen. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

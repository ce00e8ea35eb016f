import type { Timers } from '../time';

/** A page that is loaded anew is back by then; a destroyed window was hidden for a minute before. */
export const IDLE_EXIT_MS = 15_000;

/** Ends the process when nothing has held it for {@link IDLE_EXIT_MS}. */
export class IdleExitController {
  private holders = 0;
  private callOff: (() => void) | null = null;

  constructor(
    private readonly timers: Timers,
    private readonly exit: () => void,
  ) {}

  start(): void {
    this.check();
  }

  dispose(): void {
    this.callOff?.();
    this.callOff = null;
  }

  /** @returns a function that lets go; calling it again does nothing */
  hold(): () => void {
    let holding = true;
    this.holders++;
    this.check();
    return () => {
      if (!holding) return;
      holding = false;
      this.holders--;
      this.check();
    };
  }

  private check(): void {
    this.dispose();
    if (this.holders === 0) this.callOff = this.timers.after(IDLE_EXIT_MS, this.exit);
  }
}

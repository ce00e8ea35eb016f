import type { ChartInterval } from '../shared/domain/candle/interval';
import type { SessionCount } from '../shared/domain/chart/session-count';

/** Whether a chart shows its bars, or the line of its last sessions. */
export class SessionView {
  #sessions = $state.raw<SessionCount>(0);
  #barsBefore: ChartInterval | null = null;

  get sessions(): SessionCount {
    return this.#sessions;
  }

  get shown(): boolean {
    return this.#sessions > 0;
  }

  /** Length of the bars in whose place the line stands; null where it stood there from the start. */
  get barsBefore(): ChartInterval | null {
    return this.#barsBefore;
  }

  /** @param barsBefore - length of the bars that were shown */
  show(sessions: SessionCount, barsBefore: ChartInterval | null = null): void {
    if (!this.shown) this.#barsBefore = barsBefore;
    this.#sessions = sessions;
  }

  leave(): void {
    this.#sessions = 0;
  }
}

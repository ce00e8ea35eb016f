import type { SessionLine } from '../../shared/domain/session-line/session-line';

/** What the session chart writes. */
export interface SessionFormats {
  price(value: number): string;
  /** @param fraction - 0.01 is one percent */
  percent(fraction: number): string;
  volume(value: number): string;
  /** `09:30` on the clock of the exchange. @param time - UTC seconds */
  clock(time: number): string;
  /** @param date - `YYYY-MM-DD` */
  day(date: string): string;
}

/** One slot of the line, for a legend. */
export interface SessionPoint {
  readonly slot: number;
  /** UTC seconds of its start. */
  readonly time: number;
  /** NaN where nothing has traded. */
  readonly price: number;
  readonly average: number;
  readonly volume: number;
}

export interface SessionChartEvents {
  /** The slot that is pointed at, else the last one that has traded; null without a line. */
  pointChanged(point: SessionPoint | null): void;
  /** The chart's pixels are on its canvas. */
  painted(): void;
}

/** What is painted at one time. */
export interface SessionPicture {
  readonly line: SessionLine;
  readonly watermark: string | null;
  /** Slot under the crosshair; null without one. */
  readonly pointed: number | null;
  /** CSS pixels from the top; null where the crosshair is not led by a pointer. */
  readonly pointedY: number | null;
  /** The last price is of this moment, not of a finished session. */
  readonly live: boolean;
}

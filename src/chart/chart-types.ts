import type { Claim, Stage } from '../shared/domain/announcement/announcement';
import type { Bar } from '../shared/domain/candle/bar-columns';
import type { ChartStyle, RisingBodies } from '../shared/domain/chart/chart-look';
import type { MeasuredMove } from '../shared/domain/drawing/measured-move';
import type { DrawingEvents } from './drawing-types';

/**
 * What the chart is told and what it tells. A *session key* is the `time` of a bar (`bar-columns.ts`):
 * UTC seconds of 00:00 of a session's calendar date, or of the start of an intraday bar. A *bar index* counts the bars of the
 * whole series from 0, oldest first, whatever part of it is on the screen.
 */

/** Colours as `#rrggbb`; anything see-through is derived from them. */
export interface ChartTheme {
  readonly background: string;
  /** Hairlines of the grid and the borders of plot, lane and axes. */
  readonly grid: string;
  readonly text: string;
  readonly mutedText: string;
  readonly crosshair: string;
  readonly up: string;
  readonly down: string;
  readonly accent: string;
  readonly amber: string;
  readonly violet: string;
  readonly cyan: string;
  readonly green: string;
  readonly grey: string;
  readonly red: string;
  /** CSS font list. Figures are drawn tabular where the font can. */
  readonly fontFamily: string;
}

export type TickKind = 'year' | 'month' | 'day' | 'time';

/** All text that the chart draws. Called often while the user moves the pointer: keep them cheap. */
export interface ChartFormats {
  /** Decimals of {@link price}; prices on the axis stand no closer than one step of the last one. */
  readonly priceDecimals: number;
  price(value: number): string;
  /** A change on the percent scale; `value` 1 is one percent. Left out: sign, two decimals, `%`. */
  percent?(value: number): string;
  /** Lines of the label of a measure. Left out: its change as price and percent. */
  measure?(span: MeasuredMove): readonly string[];
  /** Label of the crosshair on the time axis. */
  date(sessionKey: number): string;
  /** Label on the time axis; `kind` is the largest unit that changes at this session. */
  tick(sessionKey: number, kind: TickKind): string;
  /**
   * What the clock of the exchange shows at the start of an intraday bar, in seconds as if it were UTC;
   * ticks stand on its hours and days. Null where bars are sessions, which have no time of day.
   */
  readonly wallClock: ((time: number) => number) | null;
}

/** One announcement as far as its glyph needs it. */
export interface MarkedAnnouncement {
  readonly id: string;
  readonly stage: Stage;
  readonly claim: Claim;
}

/** The announcements of one session. Drawn only where a bar with exactly this session key exists. */
export interface ChartMarker {
  readonly sessionKey: number;
  /** Never empty. */
  readonly announcements: readonly MarkedAnnouncement[];
}

/**
 * What one glyph on the lane stands for: the announcements of one session, or of several
 * neighbouring sessions whose glyphs would overlap.
 */
export interface MarkerGroup {
  /** Oldest first, never empty. */
  readonly markers: readonly ChartMarker[];
}

/** Position in CSS pixels from the top left corner of the chart's host element. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** The candle under the crosshair. */
export interface HoveredBar {
  /** Bar index of the (first) session that the candle covers. */
  readonly index: number;
  /** How many sessions the candle covers: 1, or a power of 4 when zoomed far out. */
  readonly sessions: number;
  /** The candle as drawn: over all sessions it covers. Its `time` is the first session's key. */
  readonly bar: Bar;
  /** Close of the session before the candle; null at the first bar. */
  readonly previousClose: number | null;
}

/** What part of the series is on the screen. */
export interface VisibleRange {
  /** Session keys of the first and the last visible bar. */
  readonly fromKey: number;
  readonly toKey: number;
  /** Their bar indices; both are included. */
  readonly fromIndex: number;
  readonly toIndex: number;
  /** Number of sessions in view: `toIndex - fromIndex + 1`. */
  readonly bars: number;
}

export type { ChartStyle, RisingBodies };

export interface ChartLook {
  readonly style: ChartStyle;
  /** Of `candles` and `heikin-ashi`; rising bodies of `hollow` are always outlines. */
  readonly risingBodies: RisingBodies;
}

/**
 * What the price axis counts. `percent` is the change against the close of the first bar in view that
 * all compared series share, or against the close at `baseKey` (the last bar at or before it), for the
 * series and for each compared one against its own.
 */
export type ChartScale =
  | { readonly kind: 'normal' }
  | { readonly kind: 'log' }
  | { readonly kind: 'percent'; readonly baseKey?: number };

export interface ChartEvents extends DrawingEvents {
  /** `anchor` is the centre of the glyph, for a card to point at; null together with `group`. */
  markerHovered(group: MarkerGroup | null, anchor: ChartPoint | null): void;
  markerClicked(group: MarkerGroup): void;
  /**
   * Null: no bar is pointed at, show the last visible one (`lastVisibleBar()`). Comes again whenever
   * what it describes changed: a live bar, a moved view, a new series.
   */
  barHovered(hovered: HoveredBar | null): void;
  /**
   * With the repaint after a change of the view or of the series, so at most once a frame; null where
   * no bar is in view.
   */
  visibleRangeChanged(range: VisibleRange | null): void;
  /** Session key of the bar under the pointer, for other charts to `showCrosshairAt`; null: none. */
  crosshairMoved?(sessionKey: number | null): void;
  /** The user has dragged an alert line and dropped it at another price. */
  alertLineDragged?(id: string, price: number): void;
  /** The user has moved the line between two panes: part of the height for each key, to be kept. */
  panesResized?(shares: ReadonlyMap<string, number>): void;
  /** The chart's pixels are on its canvas. Comes after every repaint of the plot, at most once a frame. */
  painted(): void;
}

export interface ChartControllerOptions {
  readonly theme: ChartTheme;
  readonly formats: ChartFormats;
  readonly events: ChartEvents;
  /** Large text behind the candles (`SIMULATED`), or null. */
  readonly watermark: string | null;
}

/** Both ends are included. Ends without a bar of their own mean the nearest bar inside. */
export interface KeyRange {
  readonly fromKey: number;
  readonly toKey: number;
}

/** What of the series is marked as selected: one session (a dashed line) and a span around it (a soft band). */
export type ChartHighlight =
  | { readonly kind: 'session'; readonly sessionKey: number }
  | {
      readonly kind: 'span';
      readonly fromKey: number;
      readonly toKey: number;
      /** The session inside the span that gets the dashed line; none when left out. */
      readonly sessionKey?: number;
    };

/** The line of the last price. */
export interface ChartPriceLine {
  readonly price: number;
  /** Against the previous close; colours line and label of a live price. */
  readonly direction: 'up' | 'down' | 'flat';
  /**
   * What the price is worth. `live` and `delayed` have the colour of the direction, `delayed` in strokes
   * instead of dots; `closed` is grey; `simulated` amber; `stale` grey and dashed.
   */
  readonly tone: 'live' | 'delayed' | 'closed' | 'simulated' | 'stale';
  /** A second line in the label, such as the time until the bar closes. */
  readonly note?: string;
}

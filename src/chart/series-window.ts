import { type Bar, barAt, type BarColumns } from '../shared/domain/candle/bar-columns';
import { heikinAshi, heikinAshiTail } from '../shared/domain/candle/heikin-ashi';
import type { SeriesOverview } from '../shared/domain/candle/series-overview';
import type { UTCTimestamp } from 'lightweight-charts';
import type { BarLevel } from './bar-level';
import type { HoveredBar } from './chart-types';
import { logicalRange, type LodWindow, planWindow } from './lod-window';
import { type PatchResult, Pyramid } from './pyramid';
import type { SessionKeys } from './session-keys';
import type { ViewRange } from './view-range';

/** What the library holds for a candle: where to find it, not the candle itself. */
export interface HeldCandle {
  readonly time: UTCTimestamp;
  /** Index in the level that is shown. */
  readonly bucket: number;
}

/** The library's series, as far as it is fed from here. */
export interface CandleSink {
  setData(candles: HeldCandle[]): void;
  update(candle: HeldCandle): void;
}

export interface CandlesInView {
  readonly candles: readonly { readonly sessionKey: number; readonly centre: number }[];
  /** Session key of the candle before the first; null where there is none. */
  readonly before: number | null;
}

/** More new candles than this at once are handed over as a new window. */
const MAX_SINGLE_UPDATES = 8;

/** The whole series, and the part of it that the library holds. */
export class SeriesWindow {
  readonly #sink: CandleSink;
  #pyramid: Pyramid;
  /** The bars that are drawn, where they are not those of the series. */
  #smoothed: Pyramid | null = null;
  #smooths = false;
  #window: LodWindow | null = null;
  #newestIsStale = false;

  constructor(sink: CandleSink, bars: BarColumns) {
    this.#sink = sink;
    this.#pyramid = Pyramid.of(bars);
  }

  /** Number of sessions. */
  get length(): number {
    return this.#pyramid.length;
  }

  get keys(): SessionKeys {
    const { columns, length } = this.#pyramid.level(0);
    return { time: columns.time, length };
  }

  /** The series itself with its newest bars; nothing while only an overview is known. */
  get bars(): BarColumns | null {
    return this.#pyramid.detail === null ? barsOf(this.#pyramid) : null;
  }

  /** Level `k` of the series itself, whatever is drawn. */
  level(k: number): BarLevel {
    return this.#pyramid.level(k);
  }

  /** The level whose candles the library holds. */
  get shown(): BarLevel {
    return this.#pyramid.level(this.#window?.level ?? 0);
  }

  /** The bars that are drawn at that level. */
  get drawn(): BarLevel {
    return (this.#smoothed ?? this.#pyramid).level(this.#window?.level ?? 0);
  }

  /** Number of candles that the library holds. */
  get held(): number {
    return this.#window === null ? 0 : this.#window.to - this.#window.from;
  }

  replace(bars: BarColumns): void {
    this.#start(Pyramid.of(bars));
    if (bars.length === 0) this.#sink.setData([]);
  }

  /** Until the whole series is there: positions are those of the whole, candles as fine as there are. */
  showOverview(overview: SeriesOverview): void {
    this.#start(Pyramid.ofOverview(overview));
  }

  /** Draws Heikin-Ashi bars instead of those of the series; what the series says stays the same. */
  smooth(smooth: boolean): void {
    if (smooth === this.#smooths) return;
    this.#smooths = smooth;
    this.#smoothAnew();
  }

  /**
   * Hands the library what the view needs, if it does not hold that already.
   * @returns where the library must look to show the view; null where there is no bar
   */
  prepare(view: ViewRange, widthPx: number): ReturnType<typeof logicalRange> | null {
    if (this.length === 0) return null;
    const window = planWindow(view, this.length, widthPx, this.#window, this.#pyramid.detail);
    if (window !== this.#window) {
      this.#window = window;
      this.#newestIsStale = false;
      this.#sink.setData(this.#candles(window.from, window.to));
    }
    return logicalRange(view, window);
  }

  /** Takes a live bar in. What the library holds of it changes at {@link flushNewest}. */
  patchNewest(bar: Bar): PatchResult {
    const window = this.#window;
    const reachesNewest = window !== null && window.to === this.shown.length;
    const result = this.#pyramid.patchNewest(bar);
    if (result !== 'ignored') this.#patchSmoothed();
    if (result !== 'ignored' && reachesNewest) this.#newestIsStale = true;
    // Until the flush the window ends where it did; afterwards it reaches the newest bar again.
    return result;
  }

  /**
   * Hands the newest candles to the library, where it holds that end of the series.
   * @returns whether it got any
   */
  flushNewest(): boolean {
    const window = this.#window;
    if (window === null || !this.#newestIsStale) return false;
    this.#newestIsStale = false;
    const length = this.shown.length;
    if (length - window.to > MAX_SINGLE_UPDATES) {
      this.#window = null;
      return false;
    }
    this.#window = { ...window, to: length };
    for (const candle of this.#candles(window.to - 1, length)) this.#sink.update(candle);
    return true;
  }

  /** The candle at a position of the view; null outside the series. */
  candleAt(position: number): HoveredBar | null {
    const session = Math.floor(position);
    if (session < 0 || session >= this.length) return null;
    const { shown } = this;
    const bucket = Math.floor(session / shown.stride);
    const index = bucket * shown.stride;
    return {
      index,
      sessions: Math.min(shown.stride, this.length - index),
      bar: shown.at(bucket),
      previousClose: bucket === 0 ? null : (shown.columns.close[bucket - 1] as number),
    };
  }

  /** Session keys and centres of the candles that touch a part of the view, and the key before them. */
  candlesIn({ left, right }: ViewRange): CandlesInView {
    const { stride, length, columns } = this.shown;
    const from = Math.max(0, Math.floor(left / stride));
    const to = Math.min(length, Math.ceil(right / stride));
    const candles = Array.from({ length: Math.max(0, to - from) }, (_, i) => ({
      sessionKey: columns.time[from + i] as number,
      centre: (from + i + 0.5) * stride,
    }));
    return { candles, before: from === 0 ? null : (columns.time[from - 1] as number) };
  }

  /** Position of the centre of the candle that covers a session. */
  centreOf(session: number): number {
    const { stride } = this.shown;
    return (Math.floor(session / stride) + 0.5) * stride;
  }

  #start(pyramid: Pyramid): void {
    this.#pyramid = pyramid;
    this.#smoothAnew();
    this.#window = null;
    this.#newestIsStale = false;
  }

  /** An overview has gaps, and each of these bars needs the one before: it is drawn as it is. */
  #smoothAnew(): void {
    const possible = this.#smooths && this.#pyramid.detail === null;
    this.#smoothed = possible ? Pyramid.of(heikinAshi(barsOf(this.#pyramid))) : null;
  }

  #patchSmoothed(): void {
    if (this.#smoothed === null) return;
    const tail = heikinAshiTail(barsOf(this.#smoothed), barsOf(this.#pyramid));
    for (let i = 0; i < tail.length; i++) this.#smoothed.patchNewest(barAt(tail, i) as Bar);
  }

  #candles(from: number, to: number): HeldCandle[] {
    const { time } = this.shown.columns;
    return Array.from({ length: to - from }, (_, i) => ({
      time: time[from + i] as UTCTimestamp,
      bucket: from + i,
    }));
  }
}

/** Level 0 as bars; nothing here looks at adjusted closes. */
function barsOf(pyramid: Pyramid): BarColumns {
  const { columns, length } = pyramid.level(0);
  return { ...columns, length, adjustedClose: columns.close };
}

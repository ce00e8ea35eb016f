import { slotStart } from '../../shared/domain/session-line/session-axis';
import type { SessionLine } from '../../shared/domain/session-line/session-line';
import type { ChartTheme } from '../chart-types';
import type { SessionChartEvents, SessionFormats, SessionPoint } from './session-chart-types';
import { sessionLayout, slotAtX } from './session-layout';
import { paintSession } from './session-painter';

export interface SessionChartOptions {
  readonly theme: ChartTheme;
  readonly formats: SessionFormats;
  readonly events: SessionChartEvents;
}

/**
 * The line of a session (分时) over its whole length, the part that is still to come included, on a price
 * axis with the previous close in its middle. A canvas of its own: some hundred points over a fixed axis
 * need nothing of what the candlestick chart does, and that has no room for slots without a bar.
 *
 * The host must have a size from CSS; with a `tabindex` it takes keys: arrows move the crosshair (with
 * shift by ten), `Home` and `End` go to the ends, Escape takes it away.
 *
 * `start()` before anything else, `dispose()` at the end.
 */
export class SessionChart {
  readonly #host: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #events: SessionChartEvents;
  readonly #listening = new AbortController();
  readonly #resizes = new ResizeObserver(() => this.#schedule());
  #theme: ChartTheme;
  #formats: SessionFormats;
  #line: SessionLine | null = null;
  #live = false;
  #watermark: string | null = null;
  #pointed: number | null = null;
  #pointedY: number | null = null;
  #frame: number | null = null;

  constructor(host: HTMLElement, { theme, formats, events }: SessionChartOptions) {
    this.#host = host;
    this.#theme = theme;
    this.#formats = formats;
    this.#events = events;
  }

  start(): void {
    const { signal } = this.#listening;
    Object.assign(this.#canvas.style, {
      position: 'absolute',
      inset: '0',
      fontVariantNumeric: 'tabular-nums',
    });
    this.#host.append(this.#canvas);
    this.#host.addEventListener('pointermove', (event) => this.#follow(event), { signal });
    this.#host.addEventListener('pointerleave', () => this.#point(null, null), { signal });
    this.#host.addEventListener('keydown', (event) => this.#press(event), { signal });
    document.fonts.addEventListener('loadingdone', () => this.#schedule(), { signal });
    this.#resizes.observe(this.#host);
  }

  dispose(): void {
    this.#listening.abort();
    this.#resizes.disconnect();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#canvas.remove();
  }

  /** @param live - whether the last price is one of this moment */
  setLine(line: SessionLine | null, live: boolean): void {
    this.#line = line;
    this.#live = live;
    if (line === null || (this.#pointed ?? 0) >= line.axis.slots) this.#pointed = null;
    this.#events.pointChanged(this.#pointAt());
    this.#schedule();
  }

  setTheme(theme: ChartTheme): void {
    this.#theme = theme;
    this.#schedule();
  }

  setFormats(formats: SessionFormats): void {
    this.#formats = formats;
    this.#schedule();
  }

  setWatermark(text: string | null): void {
    this.#watermark = text;
    this.#schedule();
  }

  /** The chart as it stands, at the resolution of the screen, without crosshair. */
  takePicture(): HTMLCanvasElement {
    const copy = document.createElement('canvas');
    this.#paint(copy, null);
    return copy;
  }

  #follow(event: PointerEvent): void {
    if (this.#line === null) return;
    const box = this.#host.getBoundingClientRect();
    const layout = sessionLayout(box.width, box.height);
    const slot = slotAtX(layout, this.#line.axis, event.clientX - box.left);
    this.#point(slot, event.clientY - box.top);
  }

  #press(event: KeyboardEvent): void {
    const line = this.#line;
    if (line === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.#pointed ?? line.filled - 1;
    const step = event.shiftKey ? 10 : 1;
    const places: Readonly<Record<string, number | null>> = {
      ArrowLeft: at - step,
      ArrowRight: at + step,
      Home: 0,
      End: line.filled - 1,
      ...(this.#pointed !== null && { Escape: null }),
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const slot = place === null ? null : Math.min(line.axis.slots - 1, Math.max(0, place));
    this.#point(slot, null);
  }

  #point(slot: number | null, y: number | null): void {
    if (slot === this.#pointed && y === this.#pointedY) return;
    this.#pointed = slot;
    this.#pointedY = y;
    this.#events.pointChanged(this.#pointAt());
    this.#schedule();
  }

  #pointAt(): SessionPoint | null {
    const line = this.#line;
    if (line === null) return null;
    const slot = this.#pointed ?? line.filled - 1;
    return {
      slot,
      time: slotStart(line.axis, slot),
      price: line.price[slot] ?? NaN,
      average: line.average[slot] ?? NaN,
      volume: line.volume[slot] ?? 0,
    };
  }

  #schedule(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#paint(this.#canvas, this.#pointed);
      this.#events.painted();
    });
  }

  #paint(canvas: HTMLCanvasElement, pointed: number | null): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    const context = canvas.getContext('2d');
    if (context === null || width === 0 || height === 0) return;
    const ratio = devicePixelRatio;
    // Writing a size empties the canvas, which a frame wants anyway.
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    context.scale(ratio, ratio);
    context.fillStyle = this.#theme.background;
    context.fillRect(0, 0, width, height);
    if (this.#line === null) return;
    const picture = {
      line: this.#line,
      ...{ watermark: this.#watermark, live: this.#live },
      ...{ pointed, pointedY: this.#pointedY },
    };
    const layout = sessionLayout(width, height);
    paintSession({ context, layout, picture, theme: this.#theme, formats: this.#formats });
  }
}

import {
  type ChartOptions,
  ColorType,
  CrosshairMode,
  type CustomSeriesOptions,
  type DeepPartial,
  LineStyle,
  type Time,
} from 'lightweight-charts';
import type { ChartFormats, ChartTheme } from './chart-types';
import { withAlpha } from './colour';

export const TIME_AXIS_HEIGHT_PX = 28;
export const FONT_PX = 11;
const PRICE_AXIS_WIDTH_PX = 64;
/** The candles leave the foot of the plot to the volume. */
export const SCALE_MARGINS = { top: 0.07, bottom: 0.17 };
const CROSSHAIR_ALPHA = 0.8;
/** The grid recedes behind the borders that share its colour. */
const GRID_ALPHA = 0.6;
/** As wide as a digit: the library can only align the axis left. */
const FIGURE_SPACE = '\u2007';

/** What never changes. Everything that moves the time scale is off: `ViewportController` does that. */
export function fixedOptions(size: {
  readonly width: number;
  readonly height: number;
}): DeepPartial<ChartOptions> {
  return {
    ...size,
    autoSize: false,
    layout: { attributionLogo: false, fontSize: FONT_PX, panes: { enableResize: false } },
    grid: { vertLines: { visible: false } },
    crosshair: {
      mode: CrosshairMode.Normal,
      vertLine: { width: 1, style: LineStyle.Dashed },
      horzLine: { width: 1, style: LineStyle.Dashed },
    },
    rightPriceScale: {
      borderVisible: false,
      minimumWidth: PRICE_AXIS_WIDTH_PX,
      scaleMargins: SCALE_MARGINS,
      entireTextOnly: true,
    },
    timeScale: {
      borderVisible: false,
      minimumHeight: TIME_AXIS_HEIGHT_PX,
      // `TimeAxisPrimitive` writes them.
      tickMarkFormatter: () => '',
      // Far below what the level of detail lets happen; the library's own limit must never bite.
      minBarSpacing: 0.01,
      shiftVisibleRangeOnNewBar: false,
    },
    handleScroll: false,
    // Over the time axis this only brings the cursor: the press never reaches the library.
    handleScale: {
      mouseWheel: false,
      pinch: false,
      axisPressedMouseMove: { time: true, price: true },
      axisDoubleClickReset: { time: false, price: true },
    },
    kineticScroll: { mouse: false, touch: false },
    hoveredSeriesOnTop: false,
  };
}

export function themeOptions(theme: ChartTheme): DeepPartial<ChartOptions> {
  const line = {
    color: withAlpha(theme.crosshair, CROSSHAIR_ALPHA),
    labelBackgroundColor: theme.crosshair,
  };
  return {
    layout: {
      background: { type: ColorType.Solid, color: theme.background },
      textColor: theme.mutedText,
      fontFamily: theme.fontFamily,
      panes: { separatorColor: theme.background, separatorHoverColor: theme.background },
    },
    grid: { horzLines: { color: withAlpha(theme.grid, GRID_ALPHA) } },
    crosshair: { vertLine: line, horzLine: line },
  };
}

/** A formatter of our own: the library's loads the language data of the browser, which takes 15 ms. */
export function formatOptions(formats: ChartFormats): DeepPartial<ChartOptions> {
  return {
    localization: {
      locale: 'en',
      timeFormatter: (time: Time) => formats.date(time as number),
    },
  };
}

/** How a price axis writes: all its labels are padded to the longest of its ticks. */
export interface AxisWriter {
  label(value: number): string;
  ticks(values: readonly number[]): string[];
}

export function axisWriter(write: (value: number) => string): AxisWriter {
  let length = 0;
  const padded = (label: string): string => label.padStart(length, FIGURE_SPACE);
  return {
    label: (value) => padded(write(value)),
    ticks: (values) => {
      const labels = values.map(write);
      length = Math.max(0, ...labels.map((label) => label.length));
      return labels.map(padded);
    },
  };
}

/** @param step - ticks stand no closer */
export function axisFormat(writer: AxisWriter, step: number): DeepPartial<CustomSeriesOptions> {
  return {
    priceFormat: {
      type: 'custom',
      minMove: step,
      formatter: (value: number) => writer.label(value),
      tickmarksFormatter: (values: number[]) => writer.ticks(values),
    },
  };
}

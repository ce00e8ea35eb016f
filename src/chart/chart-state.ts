import type {
  ChartFormats,
  ChartHighlight,
  ChartLook,
  ChartMarker,
  ChartPriceLine,
  ChartScale,
  ChartTheme,
} from './chart-types';
import type { MeasuredMove } from '../shared/domain/drawing/measured-move';
import type { ChartBand, ChartVolumeProfile, VolumeRow } from './overlay-types';
import type { BookedComparison } from './primitives/comparisons/booked-comparison';

/** What the chart was told to show, apart from the series; what draws reads it at every frame. */
export class ChartState {
  theme: ChartTheme;
  formats: ChartFormats;
  watermark: string | null;
  look: ChartLook = { style: 'candles', risingBodies: 'filled' };
  markers: readonly ChartMarker[] = [];
  highlight: ChartHighlight | null = null;
  priceLine: ChartPriceLine | null = null;
  bands: readonly ChartBand[] = [];
  /** Ascending session keys of the bars that begin a session. */
  separators: Float64Array = new Float64Array(0);
  comparisons: readonly BookedComparison[] = [];
  profile: ChartVolumeProfile | null = null;
  profileRows: readonly VolumeRow[] = [];
  /** Where other charts point; null: nowhere. */
  linkedKey: number | null = null;
  /** The bar that keys have put the crosshair on; null: none. */
  keyedKey: number | null = null;
  /** While a picture is taken nothing that belongs to the pointer is drawn. */
  picturing = false;

  constructor(theme: ChartTheme, formats: ChartFormats, watermark: string | null) {
    this.theme = theme;
    this.formats = formats;
    this.watermark = watermark;
  }

  /** How the plot's price axis writes a value, and how close its ticks may stand. */
  axis(kind: ChartScale['kind']): { readonly step: number; write(value: number): string } {
    if (kind === 'percent') return { step: PERCENT_STEP, write: (value) => this.percent(value) };
    const { formats } = this;
    return { step: 10 ** -formats.priceDecimals, write: (value) => formats.price(value) };
  }

  measure(span: MeasuredMove): readonly string[] {
    const { formats } = this;
    if (formats.measure !== undefined) return formats.measure(span);
    const percent = span.percent === null ? '' : ` (${this.percent(span.percent)})`;
    return [`${formats.price(span.price)}${percent}`];
  }

  percent(value: number): string {
    return this.formats.percent?.(value) ?? signedPercent(value);
  }
}

const PERCENT_STEP = 0.01;
const MINUS = '\u2212';

function signedPercent(value: number): string {
  const digits = Math.abs(value).toFixed(2);
  const sign = Number(digits) === 0 ? '' : value > 0 ? '+' : MINUS;
  return `${sign}${digits}%`;
}

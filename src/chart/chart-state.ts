import type {
  ChartFormats,
  ChartHighlight,
  ChartLook,
  ChartMarker,
  ChartPriceLine,
  ChartTheme,
} from './chart-types';
import type { ChartAlertLine, ChartBand, ChartVolumeProfile, VolumeRow } from './overlay-types';
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
  alertLines: readonly ChartAlertLine[] = [];
  profile: ChartVolumeProfile | null = null;
  profileRows: readonly VolumeRow[] = [];
  /** Where other charts point; null: nowhere. */
  linkedKey: number | null = null;
  /** While a picture is taken nothing that belongs to the pointer is drawn. */
  picturing = false;

  constructor(theme: ChartTheme, formats: ChartFormats, watermark: string | null) {
    this.theme = theme;
    this.formats = formats;
    this.watermark = watermark;
  }

  percent(value: number): string {
    return this.formats.percent?.(value) ?? signedPercent(value);
  }
}

const MINUS = '\u2212';

function signedPercent(value: number): string {
  const digits = Math.abs(value).toFixed(2);
  const sign = Number(digits) === 0 ? '' : value > 0 ? '+' : MINUS;
  return `${sign}${digits}%`;
}

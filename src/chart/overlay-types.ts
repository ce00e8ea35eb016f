/**
 * What is laid over the candles or drawn in panes of its own under them. Columns are aligned with
 * the bars of the series: value `i` belongs to bar `i`, NaN means none (a gap in a line). They are
 * read, never written, and must not change afterwards. Colours are `#rrggbb`, widths CSS pixels.
 */

/**
 * One plot of a study.
 * - `line`, `steps`: one column, joined straight or as stairs.
 * - `histogram`, `columns`: one column as thin or wide bars from zero.
 * - `band`: two columns, upper and lower, with the space between them shaded.
 */
export interface ChartPlot {
  readonly kind: 'line' | 'steps' | 'histogram' | 'columns' | 'band';
  readonly values: readonly Float64Array[];
  readonly colour: string;
  /** Of negative bars; left out: `colour`. */
  readonly negativeColour?: string;
  /** Bars that are nearer to zero than the one before are drawn fainter. */
  readonly fading?: boolean;
  /** Of lines, and of the edges of a band; 0 draws no edges. Left out: 1.5. */
  readonly width?: number;
  readonly dashed?: boolean;
  /** A line that begins anew with each session, wherever lines between them are drawn. */
  readonly perSession?: boolean;
}

/** An indicator. At a coarser level of detail a candle shows the value of the last bar it covers. */
export interface ChartStudy {
  readonly id: string;
  /** `price`: over the candles. Any other text is the key of a pane that studies share. */
  readonly pane: string;
  readonly plots: readonly ChartPlot[];
  /** Dashed lines across a pane of its own, such as 30 and 70; between two of them it is shaded. */
  readonly guides?: readonly number[];
  /** Least and greatest value of a pane of its own; left out: what is in view. */
  readonly range?: readonly [min: number, max: number];
  /** Over the candles: whether the price axis makes room for it. Left out: no. */
  readonly scales?: boolean;
  /** Values on the axis of a pane of its own; left out: as prices. */
  format?(value: number): string;
}

/** Panes of their own that are drawn; studies of further ones are not. */
export const MAX_OWN_PANES = 4;

/** New values of a study at one bar. */
export interface StudyUpdate {
  readonly id: string;
  /** Bar index: an existing bar or the one that `updateLastBar` began. */
  readonly index: number;
  /** One for each column of each plot, in their order. */
  readonly values: readonly number[];
}

/** The values of a study at a bar, one for each column of each plot, in their order. */
export interface StudyValues {
  readonly id: string;
  readonly values: readonly number[];
}

/** Another instrument as a line on the percent scale; on other scales it is not drawn. */
export interface ChartComparison {
  readonly id: string;
  /** Stands at the end of its line. */
  readonly name: string;
  readonly colour: string;
  /** Its closes. */
  readonly closes: Float64Array;
  /** The close that is 0 %; NaN draws no line. Left out: its own where the scale has its base. */
  readonly base?: number;
}

/** A shaded span of time behind the candles of all panes; both ends are included. */
export interface ChartBand {
  readonly fromKey: number;
  readonly toKey: number;
  /**
   * `extended`: trading outside regular hours, in grey; `window`: around an event, in the accent;
   * `reaction`: the first session that could react to it, stronger.
   */
  readonly tone: 'extended' | 'window' | 'reaction';
}

/** Volume that was traded at prices from `from` (included) to `to` (excluded). */
export interface VolumeRow {
  readonly from: number;
  readonly to: number;
  readonly up: number;
  readonly down: number;
  /**
   * `control`: the row with the most volume, `value-area`: among those that hold most of it, `beyond`:
   * outside of them. Left out: nothing but the longest row stands out.
   */
  readonly part?: 'control' | 'value-area' | 'beyond';
}

/** Volume by price, drawn behind the candles. */
export interface ChartVolumeProfile {
  readonly side: 'left' | 'right';
  /** Of a line across the plot at the row of control; left out: none. */
  readonly colour?: string;
  /** Fixed rows, or how to compute those of the bars `fromIndex` to `toIndex` (both included) in view. */
  readonly rows:
    readonly VolumeRow[] | ((fromIndex: number, toIndex: number) => readonly VolumeRow[]);
}

/** A horizontal line that the user can drag, with its label on the price axis. */
export interface ChartAlertLine {
  readonly id: string;
  readonly price: number;
  readonly label: string;
  /** `fired` and `paused` ones recede. */
  readonly tone: 'armed' | 'fired' | 'paused';
  /** True for one that cannot be dragged. */
  readonly isFixed: boolean;
}

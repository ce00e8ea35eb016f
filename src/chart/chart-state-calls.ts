import { ChartDrawingCalls } from './chart-drawing-calls';
import type { ChartScene } from './chart-scene';
import type { ChartSurface } from './chart-surface';
import type {
  ChartFormats,
  ChartHighlight,
  ChartMarker,
  ChartPriceLine,
  ChartScale,
  ChartStyle,
  ChartTheme,
  RisingBodies,
} from './chart-types';
import type { LiveFeed } from './live-feed';
import type {
  ChartAlertLine,
  ChartBand,
  ChartComparison,
  ChartStudy,
  ChartVolumeProfile,
  StudyUpdate,
  StudyValues,
} from './overlay-types';
import type { OwnPanePlace } from './panes/pane-stack';
import type { AlertLayer } from './primitives/alert-lines/alert-layer';
import { bookComparison } from './primitives/comparisons/booked-comparison';
import type { ProfileFeed } from './profile-feed';

/** What is told, and what has to hear of it. */
export interface ToldChart {
  readonly scene: ChartScene;
  readonly surface: ChartSurface;
  readonly alerts: AlertLayer;
  readonly feed: LiveFeed;
  readonly profiles: ProfileFeed;
  readonly repaint: () => void;
}

/** The part of the chart's calls that tell it what to show apart from the series; see `ChartState`. */
export abstract class ChartStateCalls extends ChartDrawingCalls {
  protected abstract readonly told: ToldChart;

  /** @param risingBodies - see {@link RisingBodies}; left out: filled */
  setStyle(style: ChartStyle, risingBodies: RisingBodies = 'filled'): void {
    const { state, series } = this.told.scene;
    state.look = { style, risingBodies };
    series.smooth(style === 'heikin-ashi');
    this.#refit();
  }

  setScale(scale: ChartScale): void {
    this.told.scene.scales.set(scale);
    this.told.surface.axes.setPlotScale(scale.kind);
    this.writeAxis();
    this.#refit();
  }

  setTheme(theme: ChartTheme): void {
    this.told.scene.state.theme = theme;
    this.told.surface.setTheme(theme);
  }

  setFormats(formats: ChartFormats): void {
    this.told.scene.state.formats = formats;
    this.told.surface.setFormats(formats);
    this.writeAxis();
  }

  setWatermark(text: string | null): void {
    this.told.scene.state.watermark = text;
    this.told.repaint();
  }

  /** Replaces the studies; the view and the heights of panes that stay are kept. */
  setStudies(all: readonly ChartStudy[]): void {
    const { studies, viewport } = this.told.scene;
    studies.replace(all);
    this.told.surface.panes.show(studies.paneKeys());
    viewport.refresh();
    this.#refit();
  }

  /** New values, usually at the newest bar. Costs the same whatever the length. */
  updateStudies(updates: readonly StudyUpdate[]): void {
    this.told.scene.studies.patch(updates);
    this.told.feed.takeValues();
  }

  /** The values of every study at a bar, for a legend; NaN where one has none. */
  studyValuesAt(index: number): StudyValues[] {
    return this.told.scene.studies.valuesAt(index);
  }

  /** Where the panes of studies stand, as laid out last. */
  ownPanes(): readonly OwnPanePlace[] {
    return this.told.surface.panes.ownPlaces();
  }

  /** Heights of panes by their keys, as `panesResized` told them. */
  setPaneShares(shares: ReadonlyMap<string, number>): void {
    this.told.surface.panes.setShares(shares);
  }

  /** Drawn on the percent scale only. */
  setComparisons(comparisons: readonly ChartComparison[]): void {
    this.told.scene.state.comparisons = comparisons.map(bookComparison);
    this.#refit();
  }

  /** A new close of a compared instrument at a bar, as {@link updateStudies}. */
  updateComparison(id: string, index: number, close: number): void {
    const { comparisons } = this.told.scene.state;
    comparisons.find((compared) => compared.id === id)?.closes.put(index, close);
    this.told.feed.takeValues();
  }

  /** Change in percent of a compared instrument at a bar; NaN off the percent scale. */
  comparisonAt(id: string, index: number): number {
    const { scene } = this.told;
    const compared = scene.comparisons().find((one) => one.id === id);
    if (compared === undefined) return Number.NaN;
    return scene.scales.ofComparison(compared).toValue(compared.closes.at(index));
  }

  /** Replaces the shaded spans. @param bands - ascending in time, without overlaps */
  setBands(bands: readonly ChartBand[]): void {
    this.told.scene.state.bands = bands;
    this.told.repaint();
  }

  /** Lines before the bars with these times, ascending; none where they would stand too close. */
  setSessionStarts(times: Float64Array): void {
    this.told.scene.state.separators = times;
    this.told.repaint();
  }

  setVolumeProfile(profile: ChartVolumeProfile | null): void {
    this.told.scene.state.profile = profile;
    this.told.profiles.restart();
  }

  /** Replaces the horizontal lines that can be dragged. */
  setAlertLines(lines: readonly ChartAlertLine[]): void {
    this.told.alerts.replace(lines);
    this.told.repaint();
  }

  /** Replaces the markers, in any order. Markers without a bar of their own session are not drawn. */
  setMarkers(markers: readonly ChartMarker[]): void {
    this.told.scene.state.markers = markers;
    this.told.scene.placeMarkers();
    this.told.repaint();
  }

  /** Number of markers that have a bar of their own session. */
  get placedMarkers(): number {
    return this.told.scene.lane.placedCount;
  }

  setHighlight(highlight: ChartHighlight | null): void {
    this.told.scene.state.highlight = highlight;
    this.told.scene.lane.select(highlight?.sessionKey ?? null);
    this.told.repaint();
  }

  setPriceLine(line: ChartPriceLine | null): void {
    this.told.scene.state.priceLine = line;
    this.told.repaint();
  }

  /** The price axis writes its values as scale and formats ask for. */
  protected writeAxis(): void {
    const { scene, surface } = this.told;
    const { write, step } = scene.state.axis(scene.scales.kind);
    surface.axes.setPlotFormat(write, step);
  }

  /** After a change that the library does not know of. */
  #refit(): void {
    this.told.surface.axes.refit();
    this.told.repaint();
  }
}

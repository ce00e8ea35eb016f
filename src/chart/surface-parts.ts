import type { IPanePrimitive, ISeriesPrimitive, Time } from 'lightweight-charts';
import { axisLabels } from './axis-labels';
import { FONT_PX } from './chart-options';
import type { ChartScene } from './chart-scene';
import type { ChartTools } from './chart-tools';
import type { SurfaceParts } from './chart-surface';
import type { OwnPaneContent } from './panes/own-pane';
import { plotRange } from './plot-range';
import { AlertLinesPrimitive } from './primitives/alert-lines/alert-lines-primitive';
import {
  AnnouncementLanePrimitive,
  LANE_HEIGHT_PX,
} from './primitives/announcement-lane/announcement-lane-primitive';
import { AxisLabelsPrimitive } from './primitives/axis-labels/axis-labels-primitive';
import { ComparisonsPrimitive } from './primitives/comparisons/comparisons-primitive';
import { DrawingsPrimitive } from './primitives/drawings/drawings-primitive';
import { EventHighlightPrimitive } from './primitives/event-highlight/event-highlight-primitive';
import { locateHighlight } from './primitives/event-highlight/highlight-geometry';
import { LinkedCrosshairPrimitive } from './primitives/linked-crosshair/linked-crosshair-primitive';
import { LinkedTimePrimitive } from './primitives/linked-crosshair/linked-time-primitive';
import { PriceLinePrimitive } from './primitives/price-line/price-line-primitive';
import { StudiesPrimitive } from './primitives/studies/studies-primitive';
import { TimeAxisPrimitive } from './primitives/time-axis/time-axis-primitive';
import { TimeBandsPrimitive } from './primitives/time-bands/time-bands-primitive';
import { VolumeProfilePrimitive } from './primitives/volume-profile/volume-profile-primitive';
import { WatermarkPrimitive } from './primitives/watermark/watermark-primitive';
import { PRICE_PANE } from './studies/study-book';
import { paneRange } from './studies/study-range';

export interface SurfaceHooks {
  /** Told of every repaint of the plot. */
  readonly signal: IPanePrimitive<Time>;
  tools(): ChartTools;
  widthChanged(widthPx: number): void;
}

/** What the library draws, each part reading from the scene at every frame; later ones lie over earlier ones. */
export function surfaceParts(scene: () => ChartScene, hooks: SurfaceHooks): SurfaceParts {
  const theme = () => scene().state.theme;
  return {
    candles: {
      level: () => scene().series.drawn,
      look: () => scene().state.look,
      scale: () => scene().scales.ofSeries(),
      theme,
    },
    plotRange: () =>
      plotRange({
        series: scene().series,
        geometry: scene().geometry,
        scales: scene().scales,
        studies: scene().studies,
        style: () => scene().state.look.style,
        comparisons: () => scene().comparisons(),
      }),
    plotPrimitives: () => [
      bands(scene),
      new WatermarkPrimitive(() => scene().state.watermark, theme),
      new EventHighlightPrimitive(
        () => locateHighlight(scene().state.highlight, scene().series.keys, scene().geometry),
        theme,
      ),
      hooks.signal,
    ],
    seriesPrimitives: () => overCandles(scene, hooks.tools()),
    lanePrimitives: () => [linkedLine(scene), new AnnouncementLanePrimitive(scene().lane, theme)],
    laneHeightPx: LANE_HEIGHT_PX,
    contentOf: (key) => ownPane(scene, key),
    widthChanged: (widthPx) => hooks.widthChanged(widthPx),
  };
}

function overCandles(scene: () => ChartScene, tools: ChartTools): ISeriesPrimitive<Time>[] {
  const theme = () => scene().state.theme;
  const yOfPrice = (price: number): number => scene().yOfPrice(price);
  return [
    new VolumeProfilePrimitive({
      profile: () => scene().state.profile,
      rows: () => scene().state.profileRows,
      theme,
      yOfPrice,
    }),
    new StudiesPrimitive({
      studies: () => scene().studies.inPane(PRICE_PANE),
      geometry: () => scene().geometry,
      theme,
      valueToY: () => {
        const scale = scene().scales.ofSeries();
        return (price) => scene().yOfValue(scale.toValue(price));
      },
      breaks: () => scene().separators(),
      ruled: false,
    }),
    new ComparisonsPrimitive({
      comparisons: () => scene().comparisons(),
      scaleOf: (compared) => scene().scales.ofComparison(compared),
      geometry: () => scene().geometry,
      yOf: (value) => scene().yOfValue(value),
    }),
    new PriceLinePrimitive({ line: () => scene().state.priceLine, theme, yOfPrice }),
    new DrawingsPrimitive({
      board: tools.board,
      theme,
      fontSizePx: FONT_PX,
      picturing: () => scene().state.picturing,
      measure: (from, to) => tools.measure(from, to),
      measureText: (span) => scene().state.measure(span),
    }),
    new AlertLinesPrimitive(tools.alerts, theme, yOfPrice),
    linkedLine(scene, () => scene().keyedLevel()?.y ?? null),
    new LinkedTimePrimitive({
      x: () => scene().markedX(),
      text: () => linkedText(scene()),
      theme,
    }),
    new AxisLabelsPrimitive({
      labels: () => axisLabels(scene(), tools.alerts, tools.board),
      fontSizePx: FONT_PX,
      fontFamily: () => theme().fontFamily,
    }),
    new TimeAxisPrimitive(
      { inView: () => scene().ticksInView(), theme, formats: () => scene().state.formats },
      FONT_PX,
    ),
  ];
}

function ownPane(scene: () => ChartScene, key: string): OwnPaneContent {
  const studies = () => scene().studies.inPane(key);
  return {
    range: () => paneRange(studies(), scene().geometry),
    format: (value) => {
      const [first] = studies();
      return first?.study.format?.(value) ?? scene().state.formats.price(value);
    },
    plots: (valueToY) =>
      new StudiesPrimitive({
        studies,
        geometry: () => scene().geometry,
        theme: () => scene().state.theme,
        valueToY: () => valueToY,
        breaks: () => scene().separators(),
        ruled: true,
      }),
    backdrop: () => [bands(scene), linkedLine(scene)],
  };
}

function bands(scene: () => ChartScene): TimeBandsPrimitive {
  return new TimeBandsPrimitive({
    bands: () => scene().bands(),
    separators: () => scene().separators(),
    theme: () => scene().state.theme,
  });
}

function linkedLine(
  scene: () => ChartScene,
  y: () => number | null = () => null,
): LinkedCrosshairPrimitive {
  return new LinkedCrosshairPrimitive({
    ...{ x: () => scene().markedX(), y },
    theme: () => scene().state.theme,
  });
}

function linkedText({ state }: ChartScene): string {
  const key = state.keyedKey ?? state.linkedKey;
  return key === null ? '' : state.formats.date(key);
}

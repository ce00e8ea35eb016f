import type { ChartScene } from './chart-scene';
import type { DrawingBoard } from './drawings/drawing-board';
import { readableOn } from './colour';
import { alertColour } from './primitives/alert-lines/alert-lines-primitive';
import type { AlertLayer } from './primitives/alert-lines/alert-layer';
import type { AxisLabel } from './primitives/axis-labels/axis-labels-primitive';
import { penOf } from './primitives/drawings/drawing-pen';
import { priceLineColour } from './primitives/price-line/price-line-look';

/** The labels of the plot's price axis: the last price, alerts, drawn levels and the ends of the compared lines. */
export function axisLabels(
  scene: ChartScene,
  alerts: AlertLayer,
  board: DrawingBoard,
): AxisLabel[] {
  return [
    ...comparisonLabels(scene),
    ...levelLabels(scene, board),
    ...alertLabels(scene, alerts),
    ...priceLabel(scene),
    ...keyedLabel(scene),
  ].filter(({ y }) => y >= 0 && y <= scene.plotHeightPx);
}

function levelLabels(scene: ChartScene, board: DrawingBoard): AxisLabel[] {
  const { theme } = scene.state;
  return board.levels().map(({ price, look }) => {
    const background = penOf(look, theme).colour;
    return {
      y: scene.yOfPrice(price),
      lines: [scene.axisText(scene.scales.ofSeries().toValue(price))],
      background,
      ink: readableOn(background, theme.background, theme.text),
    };
  });
}

function alertLabels(scene: ChartScene, alerts: AlertLayer): AxisLabel[] {
  const { theme } = scene.state;
  return alerts.shown().map(({ price, label, tone }) => {
    const background = alertColour(tone, theme);
    return {
      y: scene.yOfPrice(price),
      lines: [scene.axisText(scene.scales.ofSeries().toValue(price))],
      background,
      ink: readableOn(background, theme.background, theme.text),
      name: label,
    };
  });
}

function priceLabel(scene: ChartScene): AxisLabel[] {
  const { priceLine, theme } = scene.state;
  if (priceLine === null) return [];
  const background = priceLineColour(priceLine, theme);
  const text = scene.axisText(scene.scales.ofSeries().toValue(priceLine.price));
  return [
    {
      y: scene.yOfPrice(priceLine.price),
      lines: priceLine.note === undefined ? [text] : [text, priceLine.note],
      background,
      ink: readableOn(background, theme.background, theme.text),
      pinned: true,
    },
  ];
}

function keyedLabel(scene: ChartScene): AxisLabel[] {
  const level = scene.keyedLevel();
  if (level === null) return [];
  const { crosshair, background, text } = scene.state.theme;
  return [
    {
      y: level.y,
      lines: [scene.axisText(scene.scales.ofSeries().toValue(level.price))],
      background: crosshair,
      ink: readableOn(crosshair, background, text),
      pinned: true,
    },
  ];
}

function comparisonLabels(scene: ChartScene): AxisLabel[] {
  const { theme } = scene.state;
  return scene.comparisons().map((compared) => {
    const { name, colour, closes } = compared;
    const value = scene.scales.ofComparison(compared).toValue(closes.last());
    return {
      y: scene.yOfValue(value),
      lines: [scene.axisText(value)],
      background: colour,
      ink: readableOn(colour, theme.background, theme.text),
      name,
    };
  });
}

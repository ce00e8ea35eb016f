import type { Brush } from './brush';
import { paintRow } from './paint-row';
import { type PlacedRow, rowsBetween } from './roadmap-rows';
import { AXIS_PX, GUTTER_PX, type RoadmapScene } from './roadmap-scene';
import { fitText, textPx } from './text-room';
import { xOf } from './time-scale';
import { type TimeTick, type TimeTicks, timeTicks } from './time-ticks';

const HALF_AXIS_PX = AXIS_PX / 2;
const INDENTS = { company: 28, programme: 28, chip: 42 } as const;
const NAME_STYLES = {
  company: { ink: 'text', sizePx: 13, weight: 650 },
  programme: { ink: 'muted', sizePx: 12, weight: 550 },
  chip: { ink: 'text', sizePx: 12, weight: 400 },
} as const;
const EDGE = { ink: 'line', widthPx: 1 } as const;

/** The whole picture: axis on top, names on the left, and of the rows those in view. */
export function paintRoadmap(brush: Brush, scene: RoadmapScene): void {
  const { widthPx, heightPx } = scene;
  const plotPx = widthPx - GUTTER_PX;
  const ticks = timeTicks(scene.scale, plotPx);
  const whole = { x: 0, y: 0, widthPx, heightPx };
  brush.box(whole, { fill: 'pane' });
  const rowsPx = heightPx - AXIS_PX;
  const { from, to } = rowsBetween(scene.rows, scene.scrollPx, scene.scrollPx + rowsPx);
  const inView = scene.rows.slice(from, to);
  brush.within({ x: 0, y: AXIS_PX, widthPx, heightPx: rowsPx }, () => {
    for (const row of inView) paintGround(brush, scene, row);
    const plot = { x: GUTTER_PX, y: 0, widthPx: plotPx, heightPx: rowsPx };
    brush.within(plot, () => paintPlot(brush, scene, inView, ticks, rowsPx));
    for (const row of inView) paintName(brush, scene, row);
  });
  brush.within({ x: GUTTER_PX, y: 0, widthPx: plotPx, heightPx: AXIS_PX }, () =>
    paintAxis(brush, scene, ticks, plotPx),
  );
  brush.line({ x: 0, y: AXIS_PX - 0.5 }, { x: widthPx, y: AXIS_PX - 0.5 }, EDGE);
  const edgeX = GUTTER_PX - 0.5;
  brush.line({ x: edgeX, y: 0 }, { x: edgeX, y: heightPx }, EDGE);
}

function middleOf({ topPx, heightPx }: PlacedRow, { scrollPx }: RoadmapScene): number {
  return Math.round(topPx + heightPx / 2 - scrollPx);
}

/** What lies under a row: the head of a lane stands out, and so does the row with the pointer. */
function paintGround(brush: Brush, scene: RoadmapScene, placed: PlacedRow): void {
  const { row, topPx, heightPx } = placed;
  const area = { x: 0, y: topPx - scene.scrollPx, widthPx: scene.widthPx, heightPx };
  const isActive = scene.active?.rowKey === row.key;
  if (row.kind === 'company') brush.box(area, { fill: 'rise' });
  if (isActive) brush.box(area, { fill: 'accent', alpha: 0.1 });
  else if (scene.hovered?.rowKey === row.key) brush.box(area, { fill: 'faint', alpha: 0.12 });
  if (isActive) brush.box({ ...area, widthPx: 3 }, { fill: 'accent' });
}

function paintPlot(
  brush: Brush,
  scene: RoadmapScene,
  rows: readonly PlacedRow[],
  { unit, minor, majorUnit, major }: TimeTicks,
  heightPx: number,
): void {
  const line = (x: number, style: { ink: 'line' | 'faint' | 'accent'; widthPx: number }): void =>
    brush.line({ x, y: 0 }, { x, y: heightPx }, style);
  for (const { x } of minor) line(Math.round(x) + 0.5, EDGE);
  for (const { x } of unit === majorUnit ? [] : major) {
    line(Math.round(x) + 0.5, { ink: 'line', widthPx: 2 });
  }
  line(Math.round(xOf(scene.scale, scene.nowDay)), { ink: 'accent', widthPx: 2 });
  for (const placed of rows) paintRow(brush, scene, placed.row, middleOf(placed, scene));
}

function paintName(brush: Brush, scene: RoadmapScene, placed: PlacedRow): void {
  const { row } = placed;
  const style = NAME_STYLES[row.kind];
  const y = middleOf(placed, scene) + 4;
  const x = INDENTS[row.kind];
  if (row.kind === 'company') paintFoldSign(brush, scene.folded.has(row.company), y - 4);
  const name = fitText(scene.words.row(row), style.sizePx, GUTTER_PX - x - 8);
  brush.text({ x, y }, name, style);
}

/** Points down where the lane is open, to the right where it is folded. */
function paintFoldSign(brush: Brush, folded: boolean, y: number): void {
  const points = folded
    ? [
        { x: 13, y: y - 4 },
        { x: 17, y },
        { x: 13, y: y + 4 },
      ]
    : [
        { x: 11, y: y - 2 },
        { x: 15, y: y + 2 },
        { x: 19, y: y - 2 },
      ];
  brush.path(points, false, { stroke: { ink: 'muted', widthPx: 1.5 } });
}

function paintAxis(brush: Brush, scene: RoadmapScene, ticks: TimeTicks, plotPx: number): void {
  const { words } = scene;
  const isOneTier = ticks.unit === ticks.majorUnit;
  const lowerY = AXIS_PX - 8;
  const todayX = xOf(scene.scale, scene.nowDay);
  const todayPx = todayWidth(words.today);
  for (const [at, tick] of ticks.minor.entries()) {
    const text = words.tick(tick.date, ticks.unit);
    const nextX = ticks.minor[at + 1]?.x ?? plotPx + 100;
    if (textPx(text, 11) + 8 > nextX - tick.x) continue;
    brush.line({ x: tick.x, y: HALF_AXIS_PX + 6 }, { x: tick.x, y: AXIS_PX }, EDGE);
    const middle = tick.x + 5 + textPx(text, 11) / 2;
    if (Math.abs(middle - todayX) < (textPx(text, 11) + todayPx) / 2) continue;
    brush.text({ x: tick.x + 5, y: lowerY }, text, { ink: 'muted', sizePx: 11 });
  }
  if (!isOneTier) paintMajor(brush, scene, ticks.major, ticks.majorUnit);
  paintToday(brush, scene);
}

/** The name of a period stays in view as long as the period is. */
function paintMajor(
  brush: Brush,
  { words }: RoadmapScene,
  ticks: readonly TimeTick[],
  unit: TimeTicks['majorUnit'],
): void {
  for (const [at, tick] of ticks.entries()) {
    const text = unit === 'month' ? words.month(tick.date) : words.tick(tick.date, unit);
    const end = (ticks[at + 1]?.x ?? Infinity) - textPx(text, 12) - 10;
    const x = Math.min(Math.max(tick.x, 0), end) + 5;
    brush.line({ x: tick.x, y: 4 }, { x: tick.x, y: AXIS_PX }, EDGE);
    brush.text({ x, y: 16 }, text, { ink: 'text', sizePx: 12, weight: 600 });
  }
}

function paintToday(brush: Brush, { scale, nowDay, words }: RoadmapScene): void {
  const x = xOf(scale, nowDay);
  const widthPx = todayWidth(words.today);
  const area = { x: x - widthPx / 2, y: AXIS_PX - 15, widthPx, heightPx: 14 };
  brush.box(area, { fill: 'accent' }, 3);
  const style = { ink: 'on-accent', sizePx: 10, weight: 650, align: 'middle' } as const;
  brush.text({ x, y: AXIS_PX - 4.5 }, words.today, style);
}

function todayWidth(text: string): number {
  return textPx(text, 10) + 10;
}

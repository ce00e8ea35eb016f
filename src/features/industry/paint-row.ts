import { dateOf, xOf } from './time-scale';
import type { AreaStyle, Brush, Corner } from './brush';
import type { BarPhase } from './chip-bars';
import type { MarkCluster } from './mark-clusters';
import { GLYPH_RADIUS_PX, type GlyphEmphasis, paintGlyph, spanEnds } from './paint-glyph';
import type { RoadmapRow } from './roadmap-rows';
import { beyondEdge, GUTTER_PX, type RoadmapScene } from './roadmap-scene';

const BAR_PX = 8;
const CAP_PX = 14;
const LABEL_PX = 11;
const LABEL_GAP_PX = 5;
/** Beyond the edge, where nothing of a glyph or its span can be seen any more. */
const OUTSIDE_PX = 24;

const PHASES: Readonly<Record<BarPhase['claim'], AreaStyle>> = {
  confirmed: { fill: 'accent', alpha: 0.34 },
  reported: { fill: 'amber', alpha: 0.12, stroke: { ink: 'amber', widthPx: 1, dash: [4, 3] } },
  rumoured: { stroke: { ink: 'amber', widthPx: 1, dash: [1, 3] } },
};

/** Bar, glyphs and words of one row about the height `y`, from the left edge of the plot. */
export function paintRow(brush: Brush, scene: RoadmapScene, row: RoadmapRow, y: number): void {
  const plotPx = scene.widthPx - GUTTER_PX;
  const beyond = beyondEdge(row, scene.scale, plotPx);
  if (beyond) {
    paintBeyond(brush, beyond, y, plotPx);
    return;
  }
  if (row.bar) paintBar(brush, scene, row, y);
  else paintThread(brush, scene, row, y);
  paintGlyphs(brush, scene, row, y, plotPx);
}

/** An arrow and a year towards where the row has something. */
function paintBeyond(
  brush: Brush,
  { side, mark }: NonNullable<ReturnType<typeof beyondEdge>>,
  y: number,
  plotPx: number,
): void {
  const year = dateOf(mark.atDay).slice(0, 4);
  const [x, text] = side === 'left' ? [8, `‹ ${year}`] : [plotPx - 8, `${year} ›`];
  const align = side === 'left' ? 'start' : 'end';
  brush.text({ x, y: y + 4 }, text, { ink: 'muted', sizePx: LABEL_PX, align });
}

function paintBar(brush: Brush, scene: RoadmapScene, { bar, marks }: RoadmapRow, y: number): void {
  if (!bar) return;
  const x = (day: number): number => within(xOf(scene.scale, day), scene);
  for (const { fromDay, toDay, claim } of bar.phases) {
    const widthPx = Math.max(2, x(toDay) - x(fromDay));
    const area = { x: x(fromDay), y: y - BAR_PX / 2, widthPx, heightPx: BAR_PX };
    brush.box(area, PHASES[claim]);
  }
  const last = marks.at(-1);
  if (last && last.toDay > bar.toDay) {
    const style = { ink: 'faint', widthPx: 1 } as const;
    brush.line({ x: x(bar.toDay), y }, { x: x(last.toDay), y }, style);
  }
  if (bar.end === 'open') return;
  const ink = bar.end === 'deployed' ? 'green' : 'red';
  const area = { x: x(bar.toDay) - 1, y: y - CAP_PX / 2, widthPx: 2, heightPx: CAP_PX };
  brush.box(area, { fill: ink });
}

/** What joins claims that are not of one chip. */
function paintThread(brush: Brush, scene: RoadmapScene, { marks }: RoadmapRow, y: number): void {
  const first = marks[0];
  const last = marks.at(-1);
  if (!first || !last) return;
  const x = (day: number): number => within(xOf(scene.scale, day), scene);
  const style = { ink: 'faint', widthPx: 1, dash: [2, 3] } as const;
  brush.line({ x: x(first.atDay), y }, { x: x(last.atDay), y }, style);
}

function paintGlyphs(
  brush: Brush,
  scene: RoadmapScene,
  row: RoadmapRow,
  y: number,
  plotPx: number,
): void {
  const clusters = scene.clusters.of(row, scene.scale);
  clusters.forEach((cluster, at) => {
    const x = xOf(scene.scale, cluster.atDay);
    const span = spanOf(cluster, scene);
    const left = Math.min(span?.fromX ?? x, x) - OUTSIDE_PX;
    const right = Math.max(span?.toX ?? x, x) + OUTSIDE_PX;
    if (right < 0 || left > plotPx) return;
    const name = cluster.marks.map((mark) => scene.words.mark(mark)).join('\n');
    brush.named(name, () =>
      paintGlyph(brush, cluster, { x, y, span }, emphasisOf(cluster, row, scene)),
    );
    if (at < clusters.length - 1) return;
    paintStage(brush, scene, cluster, { x: Math.max(x + GLYPH_RADIUS_PX, span?.toX ?? 0), y });
  });
}

/** The stage of the last glyph in words: nothing stands behind it. */
function paintStage(
  brush: Brush,
  { words }: RoadmapScene,
  { marks }: MarkCluster,
  { x, y }: Corner,
): void {
  const claim = marks.at(-1)?.claim;
  if (!claim) return;
  const fromX = x + LABEL_GAP_PX + (claim.verified ? 0 : 7);
  const style = { ink: 'muted', sizePx: LABEL_PX } as const;
  brush.text({ x: fromX, y: y + 4 }, words.stage(claim.stage), style);
}

function spanOf({ span }: MarkCluster, { scale }: RoadmapScene) {
  return span && spanEnds(xOf(scale, span.fromDay), xOf(scale, span.toDay));
}

function emphasisOf(
  { marks }: MarkCluster,
  { key }: RoadmapRow,
  { active, hovered }: RoadmapScene,
): GlyphEmphasis {
  const isActive = active?.rowKey === key && marks.some(({ claim }) => claim.id === active.claimId);
  if (isActive) return 'active';
  return hovered?.rowKey === key && hovered.cluster?.marks === marks ? 'hovered' : 'none';
}

/** Far outside is as good as outside, and lengths of millions of pixels are drawn slowly. */
function within(x: number, { widthPx }: RoadmapScene): number {
  return Math.min(widthPx + OUTSIDE_PX, Math.max(-OUTSIDE_PX, x));
}

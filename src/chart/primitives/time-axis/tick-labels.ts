import type { TickKind } from '../../chart-types';
import type { TimeTicks } from './time-ticks';

/** A label with the left end of its text, in CSS pixels. */
export interface TickLabel {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly kind: TickKind;
}

export interface LabelWriter {
  write(sessionKey: number, kind: TickKind): string;
  measure(text: string): number;
}

const GAP_PX = 12;
const EDGE_PX = 4;
const RANK: Record<TickKind, number> = { time: 0, day: 1, month: 2, year: 3 };

/**
 * The labels that stand whole in the axis without touching one another; where two would, the larger
 * unit stays. What the first candle lies in stands at the left end until a tick needs the place.
 */
export function layLabels(
  { ticks, context }: TimeTicks,
  firstKey: number,
  widthPx: number,
  writer: LabelWriter,
): TickLabel[] {
  const lasting = contextLabel(context, firstKey, writer);
  const labels = ticks
    .map(({ sessionKey, x, kind }) => {
      const text = writer.write(sessionKey, kind);
      const width = writer.measure(text);
      return { text, left: x - width / 2, width, kind };
    })
    .filter(({ left, width }) => left >= EDGE_PX && left + width <= widthPx - EDGE_PX);
  const chosen: TickLabel[] = [];
  // The larger units choose their places first; within one unit the order is that of the axis.
  for (const label of [...labels].sort((a, b) => RANK[b.kind] - RANK[a.kind])) {
    if (chosen.every((other) => !touches(label, other))) chosen.push(label);
  }
  if (lasting === null) return chosen;
  const [clash] = chosen.filter((label) => touches(label, lasting));
  if (clash?.kind === 'year') return chosen;
  return [lasting, ...chosen.filter((label) => !touches(label, lasting))];
}

function contextLabel(
  context: readonly TickKind[],
  firstKey: number,
  writer: LabelWriter,
): TickLabel | null {
  if (context.length === 0) return null;
  const text = context.map((kind) => writer.write(firstKey, kind)).join(' ');
  return { text, left: EDGE_PX, width: writer.measure(text), kind: 'year' };
}

function touches(one: TickLabel, other: TickLabel): boolean {
  return one.left < other.left + other.width + GAP_PX && other.left < one.left + one.width + GAP_PX;
}

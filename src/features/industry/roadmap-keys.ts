import type { ActivePlace } from './roadmap-scene';
import type { PlacedRow, RoadmapRow } from './roadmap-rows';

type Way = (rows: readonly PlacedRow[], at: number, claimId: string | null) => ActivePlace | null;

const WAYS: Readonly<Record<string, Way>> = {
  ArrowDown: (rows, at, claimId) =>
    arriveAt(rows[clamp(at + 1, rows)]?.row, rows[at]?.row, claimId),
  ArrowUp: (rows, at, claimId) => arriveAt(rows[clamp(at - 1, rows)]?.row, rows[at]?.row, claimId),
  PageDown: (rows, at, claimId) => arriveAt(otherLane(rows, at, 1), rows[at]?.row, claimId),
  PageUp: (rows, at, claimId) => arriveAt(otherLane(rows, at, -1), rows[at]?.row, claimId),
  ArrowRight: (rows, at, claimId) => alongRow(rows[at]?.row, claimId, 1),
  ArrowLeft: (rows, at, claimId) => alongRow(rows[at]?.row, claimId, -1),
  Home: (rows, at) => placeOn(rows[at]?.row, 0),
  End: (rows, at) => placeOn(rows[at]?.row, Infinity),
};

/** The place that a key leads to; null for other keys and without rows. */
export function travelRoadmap(
  key: string,
  rows: readonly PlacedRow[],
  active: ActivePlace | null,
): ActivePlace | null {
  const at = rows.findIndex(({ row }) => row.key === active?.rowKey);
  return WAYS[key]?.(rows, at, active?.claimId ?? null) ?? null;
}

/** On a row, at the claim that is nearest in time to the one that was left; else at its newest. */
function arriveAt(
  row: RoadmapRow | undefined,
  left: RoadmapRow | undefined,
  claimId: string | null,
): ActivePlace | null {
  if (!row) return null;
  const from = left?.marks.find(({ claim }) => claim.id === claimId)?.atDay;
  if (from === undefined) return placeOn(row, Infinity);
  const distances = row.marks.map(({ atDay }) => Math.abs(atDay - from));
  return placeOn(row, distances.indexOf(Math.min(...distances)));
}

function alongRow(
  row: RoadmapRow | undefined,
  claimId: string | null,
  step: 1 | -1,
): ActivePlace | null {
  const at = row?.marks.findIndex(({ claim }) => claim.id === claimId) ?? -1;
  if (at < 0) return placeOn(row, step > 0 ? 0 : Infinity);
  return placeOn(row, Math.max(0, at + step));
}

/** @param at - of the claim; the last one where it is beyond it */
function placeOn(row: RoadmapRow | undefined, at: number): ActivePlace | null {
  if (!row) return null;
  const { key, marks } = row;
  return { rowKey: key, claimId: marks[clamp(at, marks)]?.claim.id ?? null };
}

/** The head of the lane after this one, or of this one, or of the one before. */
function otherLane(rows: readonly PlacedRow[], at: number, step: 1 | -1): RoadmapRow | undefined {
  const heads = rows.flatMap(({ row }, index) => (row.kind === 'company' ? [index] : []));
  const found =
    step > 0 ? heads.find((index) => index > at) : heads.findLast((index) => index < at);
  return rows[found ?? clamp(at, rows)]?.row;
}

function clamp(at: number, items: readonly unknown[]): number {
  return Math.min(items.length - 1, Math.max(0, at));
}

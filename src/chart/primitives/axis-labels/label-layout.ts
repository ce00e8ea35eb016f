/** A label that wants to stand at a height. */
export interface WishedLabel {
  readonly y: number;
  readonly heightPx: number;
  /** Stays where it is; the others make room. At most one of the labels. */
  readonly pinned?: boolean;
}

/**
 * Centres of the labels, in their order, so that none covers another: each moves away from the one
 * that is pinned, or from the one in the middle, as little as the order of their heights allows.
 */
export function spreadLabels(labels: readonly WishedLabel[]): number[] {
  const order = labels.map((_, i) => i).sort((a, b) => at(labels, a).y - at(labels, b).y);
  const centres = labels.map(({ y }) => y);
  const pinned = order.findIndex((i) => at(labels, i).pinned);
  const start = pinned >= 0 ? pinned : Math.floor((order.length - 1) / 2);
  const settle = (rank: number, neighbour: number, direction: 1 | -1): void => {
    const own = order[rank] as number;
    const other = order[neighbour] as number;
    const distance = (at(labels, own).heightPx + at(labels, other).heightPx) / 2;
    const limit = (centres[other] as number) + direction * distance;
    const wished = centres[own] as number;
    centres[own] = direction === 1 ? Math.max(wished, limit) : Math.min(wished, limit);
  };
  for (let rank = start + 1; rank < order.length; rank++) settle(rank, rank - 1, 1);
  for (let rank = start - 1; rank >= 0; rank--) settle(rank, rank + 1, -1);
  return centres;
}

function at(labels: readonly WishedLabel[], index: number): WishedLabel {
  return labels[index] as WishedLabel;
}

/** Neighbouring items that share one glyph: items `from` (included) to `to` (excluded). */
export interface Cluster {
  readonly from: number;
  readonly to: number;
  /** Mean position of its items. */
  readonly centre: number;
}

/**
 * Joins items that stand too close for a glyph each, until no two glyphs overlap.
 *
 * The result depends on the positions and the distance alone, not on what is in view: clusters
 * keep together while the user pans.
 *
 * @param positions - ascending
 * @param minDistance - least distance of two centres, in the same unit
 */
export function clusterPositions(positions: readonly number[], minDistance: number): Cluster[] {
  const clusters: Cluster[] = [];
  positions.forEach((position, item) => {
    let joined: Cluster = { from: item, to: item + 1, centre: position };
    for (let before = clusters.at(-1); before !== undefined; before = clusters.at(-1)) {
      if (joined.centre - before.centre >= minDistance) break;
      clusters.pop();
      joined = join(before, joined);
    }
    clusters.push(joined);
  });
  return clusters;
}

function join(before: Cluster, after: Cluster): Cluster {
  const countBefore = before.to - before.from;
  const countAfter = after.to - after.from;
  const centre =
    (before.centre * countBefore + after.centre * countAfter) / (countBefore + countAfter);
  return { from: before.from, to: after.to, centre };
}

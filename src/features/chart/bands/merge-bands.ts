import type { ChartBand } from '../../../chart/overlay-types';

type Bands = readonly ChartBand[];

/**
 * The bands of several owners as the chart wants them: ascending and without overlaps. Each owner's are
 * so already; where two lie over each other, the later owner's stands. Costs a walk over all of them.
 */
export function mergeBands(owners: readonly Bands[]): Bands {
  return owners.reduce((under, over) => {
    if (under.length === 0) return over;
    return over.length === 0 ? under : lay(over, under);
  }, []);
}

function lay(over: Bands, under: Bands): Bands {
  const merged: ChartBand[] = [];
  let next = 0;
  for (const band of under) {
    let { fromKey } = band;
    for (; next < over.length; next++) {
      const upper = over[next] as ChartBand;
      if (upper.fromKey > band.toKey) break;
      // Keys are whole seconds and both ends are included.
      if (fromKey < upper.fromKey) merged.push({ ...band, fromKey, toKey: upper.fromKey - 1 });
      fromKey = Math.max(fromKey, upper.toKey + 1);
      // One that goes on behind this band may lie over the next one too.
      if (upper.toKey > band.toKey) break;
      merged.push(upper);
    }
    if (fromKey <= band.toKey) merged.push({ ...band, fromKey });
  }
  merged.push(...over.slice(next));
  return merged;
}

import type { ChartController } from '../../../chart/chart-controller';
import type { ChartBand } from '../../../chart/overlay-types';
import { mergeBands } from './merge-bands';

/** What one part of the desk shades on a chart: ascending, without overlaps, reactive. */
export type BandOwner = () => readonly ChartBand[];

/** Shades what all owners want shaded; later ones lie over earlier ones. Call it where effects may stand. */
export function linkBands(
  controller: () => ChartController | null,
  owners: readonly BandOwner[],
): void {
  const bands = $derived(mergeBands(owners.map((owner) => owner())));
  $effect(() => controller()?.setBands(bands));
}

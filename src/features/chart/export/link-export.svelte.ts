import type { Chart } from '../../../state/chart.svelte';

/** Lends the picture of a chart to what exports it. To be called in the making of its component. */
export function linkExport(
  controller: () => { takePicture(): HTMLCanvasElement } | null,
  { picture }: Chart,
): void {
  $effect(() => {
    const chart = controller();
    if (chart) return picture.lend(() => chart.takePicture());
  });
}

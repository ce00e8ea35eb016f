import { untrack } from 'svelte';
import type { ChartController } from '../../../chart/chart-controller';
import type { VolumeRow } from '../../../chart/overlay-types';
import { studyGap } from '../../../shared/domain/chart/study-gap';
import { VOLUME_PROFILE, volumeProfile } from '../../../shared/domain/indicators/volume-profile';
import type { Chart } from '../../../state/chart.svelte';
import type { Desk } from '../../../state/desk.svelte';
import type { StudyPaint } from './study-plots';
import { profileFigures, profileRows } from './study-profile';

/** Draws the volume by price of what is in view. To be called while the chart's component is made. */
export function linkProfile(
  controller: () => ChartController | null,
  { series, studies }: Chart,
  desk: Desk,
  paint: () => StudyPaint | null,
): void {
  const choice = $derived(
    desk.studies.all.find(({ indicator }) => indicator === VOLUME_PROFILE.id),
  );

  $effect(() => {
    const drawn = controller();
    const colour = choice && paint()?.of[choice.colour];
    const { bars: read, interval } = series;
    if (drawn === null) return;
    if (choice === undefined || colour === undefined) return drawn.setVolumeProfile(null);
    const gap = studyGap(choice, read, interval, null);
    if (choice.hidden || gap !== null) {
      studies.readProfile({ values: [], gap });
      return drawn.setVolumeProfile(null);
    }
    const { params } = choice;
    const rows = (from: number, to: number): readonly VolumeRow[] => {
      const { bars } = drawn;
      const profile = bars && volumeProfile(bars, from, to + 1, params);
      studies.readProfile({ values: profile ? profileFigures(profile) : [], gap: null });
      return profile ? profileRows(profile) : [];
    };
    untrack(() => drawn.setVolumeProfile({ side: 'right', colour, rows }));
  });
}

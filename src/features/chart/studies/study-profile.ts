import type { VolumeRow } from '../../../chart/overlay-types';
import type { VolumeProfile } from '../../../shared/domain/indicators/volume-profile';

/** The rows of a profile as the chart draws them: point of control and value area stand out. */
export function profileRows(profile: VolumeProfile): readonly VolumeRow[] {
  const { low, high, up, down, pointOfControl, valueArea } = profile;
  const height = (high - low) / up.length;
  return Array.from(up, (risen, row): VolumeRow => {
    const isWithin = row >= valueArea[0] && row <= valueArea[1];
    return {
      from: low + row * height,
      to: low + (row + 1) * height,
      up: risen,
      down: down[row] as number,
      part: row === pointOfControl ? 'control' : isWithin ? 'value-area' : 'beyond',
    };
  });
}

/** Point of control, and lower and upper end of the value area, as prices. */
export function profileFigures(profile: VolumeProfile): readonly [number, number, number] {
  const { low, high, up, pointOfControl, valueArea } = profile;
  const height = (high - low) / up.length;
  return [
    low + (pointOfControl + 0.5) * height,
    low + valueArea[0] * height,
    low + (valueArea[1] + 1) * height,
  ];
}

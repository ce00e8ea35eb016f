import { createZoneClock } from '../../../../../../src/shared/domain/calendar/zone-clock';
import {
  BarsReader,
  type ReadBars,
} from '../../../../../../src/shared/domain/formats/import/bars-reader';
import type { PlanWish } from '../../../../../../src/shared/domain/formats/import/import-plan';
import { sniffBars } from '../../../../../../src/shared/domain/formats/import/sniff-bars';
import type { SniffedBars } from '../../../../../../src/shared/domain/formats/import/sniffed-bars';
import { WallZone } from '../../../../../../src/shared/domain/formats/import/wall-zone';

export interface ReadText extends ReadBars {
  readonly sniffed: SniffedBars;
}

/** Sniffs and reads a text as the app does, in chunks of so many bytes. */
export function readText(
  text: string | Uint8Array,
  wish: PlanWish = {},
  { timezone = 'UTC', chunkBytes = 1 << 20 } = {},
): ReadText {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const sniffed = sniffBars(bytes.subarray(0, 65_536), bytes.length <= 65_536, 'utf-8', wish);
  if (sniffed === null) throw new Error('no table');
  const { plan, firstRowLine, lineEndsInReturn } = sniffed;
  const zone = new WallZone(createZoneClock(timezone));
  const reader = new BarsReader({ plan, zone, firstRowLine, lineEndsInReturn, expectedRows: 10 });
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    reader.push(bytes.subarray(start, start + chunkBytes));
  }
  return { ...reader.finish(), sniffed };
}

/** The bars as rows: ISO time, then the numbers. */
export function rowsOf({ bars }: Pick<ReadBars, 'bars'>): unknown[][] {
  return Array.from({ length: bars.length }, (_, index) => [
    new Date((bars.time[index] as number) * 1000).toISOString().replace('.000Z', 'Z'),
    bars.open[index],
    bars.high[index],
    bars.low[index],
    bars.close[index],
    bars.volume[index],
  ]);
}

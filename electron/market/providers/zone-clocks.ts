import { createZoneClock, type ZoneClock } from '../../../src/shared/domain/calendar/zone-clock';

/** Clocks by time zone. Making one costs a third of a millisecond, and a round asks for sixty. */
export class ZoneClocks {
  private readonly clocks = new Map<string, ZoneClock>();

  /** @param timeZone - IANA name; null for one that does not exist, as a source may invent it */
  of(timeZone: string): ZoneClock | null {
    const known = this.clocks.get(timeZone) ?? tryCreate(timeZone);
    if (known) this.clocks.set(timeZone, known);
    return known;
  }
}

function tryCreate(timeZone: string): ZoneClock | null {
  try {
    return createZoneClock(timeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

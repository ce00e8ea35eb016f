import { type Instrument, splitInstrumentId } from './instrument';

/**
 * MIC or venue whose calendar an instrument follows: the one that it names (an index trades when its
 * exchange does), else the first part of its id.
 */
export function calendarMicOf(instrument: Pick<Instrument, 'id' | 'calendar'>): string {
  return instrument.calendar ?? splitInstrumentId(instrument.id).mic;
}

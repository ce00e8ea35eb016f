import { calendarMicOf } from '../../../../src/shared/domain/instrument/calendar-mic';
import {
  type Instrument,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import { exchangeCodes } from '../exchange-codes';

/**
 * Minutes by which Yahoo's prices lag, as the exchanges' record has it; the answer itself does not tell.
 * An index is as late as the exchange that it follows. Null where nothing is known.
 */
export function yahooDelayMinutes(instrument: Pick<Instrument, 'id' | 'calendar'>): number | null {
  const { mic } = splitInstrumentId(instrument.id);
  if (mic === 'CRYPTO' || mic === 'FOREX') return 0;
  return exchangeCodes(calendarMicOf(instrument))?.yahoo?.delayMinutes ?? null;
}

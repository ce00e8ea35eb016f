import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../../../src/shared/domain/quote/quote';

export const NVDA: InstrumentId = 'XNAS:NVDA';
export const ZHIPU: InstrumentId = 'XHKG:02513';

/** A tick of the simulated market. */
export function tick(
  instrument: InstrumentId,
  asOf: number,
  price: number,
  source: Quote['source'] = 'simulated',
): Quote {
  return {
    instrument,
    price,
    previousClose: 100,
    asOf,
    session: '2026-11-23',
    source,
    state: source === 'simulated' ? 'simulated' : 'closed',
    currency: null,
    delayMinutes: null,
    openBar: null,
    dispute: null,
  };
}

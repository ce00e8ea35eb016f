import { z } from 'zod/mini';
import type {
  LatestRequest,
  LatestResult,
  ProviderCapabilities,
  ProviderUse,
} from '../../../core/market/market-data-provider-port';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import { createZoneClock } from '../../../../src/shared/domain/calendar/zone-clock';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import { isAmerican } from '../american-markets';
import { keyMissing, RestProvider } from '../rest-provider';

/** Current, high, low, open, previous close, and the stamp in UTC seconds. An unknown symbol is all zero. */
const quoteShape = z.object({
  c: z.number(),
  h: z.number(),
  l: z.number(),
  o: z.number(),
  pc: z.number(),
  t: z.number(),
});

/** Prompt American prices with the user's key. */
export class FinnhubProvider extends RestProvider {
  readonly id = 'finnhub';
  readonly capabilities: ProviderCapabilities = {
    latestBatch: 1,
    intervals: [],
    search: false,
    stream: false,
    storable: false,
  };

  override priority(instrument: InstrumentId, use: ProviderUse): number {
    return use === 'latest' && isAmerican(instrument) ? 40 : 0;
  }

  override async latest({ instruments, signal }: LatestRequest): Promise<LatestResult> {
    const key = this.parts.key();
    const [instrument] = instruments;
    if (key === null || !instrument) return keyMissing();
    const { code } = splitInstrumentId(instrument);
    const request = {
      address: 'rest',
      path: `/api/v1/quote?symbol=${encodeURIComponent(code)}`,
      headers: { 'X-Finnhub-Token': key },
      carriesKey: true,
      ...(signal && { signal }),
    };
    const answer = await this.parts.http.json(request, (value) => {
      const { success, data } = quoteShape.safeParse(value);
      return success ? data : null;
    });
    if (!answer.ok) return answer;
    const { c: close, h: high, l: low, o: open, pc, t } = answer.value;
    if (close <= 0 || t <= 0) return { ok: true, quotes: [], refused: [] };
    const session = createZoneClock('America/New_York').dateAt(t * 1000);
    const hasBar = low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close);
    const time = toSessionKey(session);
    const quote = {
      instrument,
      price: close,
      previousClose: pc > 0 ? pc : null,
      currency: 'USD',
      asOf: t * 1000,
      session,
      delayMinutes: 0,
      openBar: hasBar ? { time, open, high, low, close, volume: 0 } : null,
    };
    return { ok: true, quotes: [quote], refused: [] };
  }
}

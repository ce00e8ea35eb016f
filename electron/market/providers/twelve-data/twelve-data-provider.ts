import { z } from 'zod/mini';
import type {
  HistoryRequest,
  HistoryResult,
  ProviderCapabilities,
  ProviderUse,
} from '../../../core/market/market-data-provider-port';
import { toDate } from '../../../../src/shared/domain/calendar/calendar-date';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import { isAmerican } from '../american-markets';
import { packDatedRows } from '../dated-rows';
import { notOffered } from '../not-offered';
import { keyMissing, RestProvider } from '../rest-provider';

const MOST_BARS = 5000;
const cell = z.string();
const seriesShape = z.object({
  meta: z.object({ currency: z.optional(z.string()) }),
  values: z.array(
    z.object({
      datetime: cell,
      open: cell,
      high: cell,
      low: cell,
      close: cell,
      volume: z.optional(cell),
    }),
  ),
});

const faultShape = z.object({ status: z.literal('error'), code: z.number() });

/** American daily bars with the user's key. Its faults come with status 200 and `status: "error"`. */
export class TwelveDataProvider extends RestProvider {
  readonly id = 'twelve-data';
  readonly capabilities: ProviderCapabilities = {
    latestBatch: 0,
    intervals: ['D'],
    search: false,
    stream: false,
    storable: true,
  };

  override priority(instrument: InstrumentId, use: ProviderUse): number {
    return use === 'history' && isAmerican(instrument) ? 35 : 0;
  }

  override async history(request: HistoryRequest): Promise<HistoryResult> {
    const { instrument, interval, since, signal } = request;
    const key = this.parts.key();
    if (key === null) return keyMissing();
    if (interval !== 'D') return notOffered(`no ${interval} bars`);
    const { code } = splitInstrumentId(instrument);
    const from = since === null ? '' : `&start_date=${toDate(since)}`;
    const answer = await this.parts.http.json(
      {
        address: 'rest',
        path: `/time_series?symbol=${encodeURIComponent(code)}&interval=1day&outputsize=${MOST_BARS}&order=ASC${from}`,
        headers: { Authorization: `apikey ${key}` },
        carriesKey: true,
        statusIn,
        ...(signal && { signal }),
      },
      (value) => {
        const { success, data } = seriesShape.safeParse(value);
        return success ? data : null;
      },
    );
    if (!answer.ok) return answer;
    const { meta, values } = answer.value;
    const rows = values.map(({ datetime, ...rest }) => ({ date: datetime, ...rest }));
    const currency = meta.currency ?? null;
    return { ok: true, history: { ...packDatedRows(rows), splits: [], currency, skipped: [] } };
  }
}

/** Its faults have the numbers of HTTP: 401 for a key, 404 for a symbol, 429 for the credits of the minute. */
function statusIn(value: unknown): number | null {
  const { success, data } = faultShape.safeParse(value);
  return success ? data.code : null;
}

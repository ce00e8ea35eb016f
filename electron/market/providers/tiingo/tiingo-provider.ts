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

const FIRST_DATE = '1962-01-02';
const pricesShape = z.array(
  z.object({
    date: z.string(),
    adjOpen: z.number(),
    adjHigh: z.number(),
    adjLow: z.number(),
    adjClose: z.number(),
    adjVolume: z.number(),
  }),
);

/** Long American daily bars with the user's key, adjusted for splits and dividends. */
export class TiingoProvider extends RestProvider {
  readonly id = 'tiingo';
  readonly capabilities: ProviderCapabilities = {
    latestBatch: 0,
    intervals: ['D'],
    search: false,
    stream: false,
    storable: true,
  };

  override priority(instrument: InstrumentId, use: ProviderUse): number {
    return use === 'history' && isAmerican(instrument) ? 40 : 0;
  }

  override async history(request: HistoryRequest): Promise<HistoryResult> {
    const { instrument, interval, since, signal } = request;
    const key = this.parts.key();
    if (key === null) return keyMissing();
    if (interval !== 'D') return notOffered(`no ${interval} bars`);
    const { code } = splitInstrumentId(instrument);
    const symbol = encodeURIComponent(code.replaceAll('.', '-'));
    const from = since === null ? FIRST_DATE : toDate(since);
    const answer = await this.parts.http.json(
      {
        address: 'rest',
        path: `/tiingo/daily/${symbol}/prices?startDate=${from}&format=json`,
        headers: { Authorization: `Token ${key}` },
        carriesKey: true,
        ...(signal && { signal }),
      },
      (value) => {
        const { success, data } = pricesShape.safeParse(value);
        return success ? data : null;
      },
    );
    if (!answer.ok) return answer;
    const rows = answer.value.map((day) => ({
      date: day.date,
      open: day.adjOpen,
      high: day.adjHigh,
      low: day.adjLow,
      close: day.adjClose,
      volume: day.adjVolume,
      adjustedClose: day.adjClose,
    }));
    return {
      ok: true,
      history: { ...packDatedRows(rows), splits: [], currency: 'USD', skipped: [] },
    };
  }
}

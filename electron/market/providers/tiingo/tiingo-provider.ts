import { z } from 'zod/mini';
import type {
  HistoryRequest,
  HistoryResult,
  ProviderCapabilities,
  ProviderUse,
} from '../../../core/market/market-data-provider-port';
import { toDate, toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import { isAmerican } from '../american-markets';
import { type DatedRow, packDatedRows } from '../dated-rows';
import { notOffered } from '../not-offered';
import { keyMissing, RestProvider } from '../rest-provider';

const FIRST_DATE = '1962-01-02';
/** A price over its splits is a fraction that nobody ever traded at. */
const PRICE_DECIMALS = 6;
const pricesShape = z.array(
  z.object({
    date: z.string(),
    open: z.number(),
    high: z.number(),
    low: z.number(),
    close: z.number(),
    volume: z.number(),
    adjClose: z.number(),
    splitFactor: z.number().check(z.positive()),
  }),
);

type Day = z.infer<typeof pricesShape>[number];

/**
 * Long American daily bars with the user's key. Its adjusted columns include dividends, which no other
 * source's prices do, so they are the adjusted close only; the prices are the raw ones over later splits.
 */
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
    const rows = splitAdjusted(answer.value);
    const splits = answer.value
      .filter(({ splitFactor }) => splitFactor !== 1)
      .map(({ date, splitFactor }) => ({
        time: toSessionKey(date.slice(0, 10)),
        ...{ numerator: splitFactor, denominator: 1 },
      }));
    return {
      ok: true,
      history: { ...packDatedRows(rows), splits, currency: 'USD', skipped: [] },
    };
  }
}

/** @param days - in order of date; a factor of 4 says that from that day on there are four for one */
function splitAdjusted(days: readonly Day[]): DatedRow[] {
  let factor = 1;
  return days
    .toReversed()
    .map(({ date, open, high, low, close, volume, adjClose, splitFactor }) => {
      const over = (price: number): number => Number((price / factor).toFixed(PRICE_DECIMALS));
      const row = {
        ...{ date, open: over(open), high: over(high), low: over(low), close: over(close) },
        ...{ volume: volume * factor, adjustedClose: adjClose },
      };
      factor *= splitFactor;
      return row;
    })
    .toReversed();
}

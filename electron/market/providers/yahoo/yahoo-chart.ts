import { z } from 'zod/mini';
import type { Split } from '../../../core/market/market-data-provider-port';
import {
  type CalendarDate,
  toSessionKey,
} from '../../../../src/shared/domain/calendar/calendar-date';
import type { ZoneClocks } from '../zone-clocks';
import {
  allocateBars,
  packBars,
  viewPackedBars,
} from '../../../../src/shared/domain/candle/bar-columns';

type PackedBars = ReturnType<typeof allocateBars>;

const numbers = z.array(z.nullable(z.number()));
const chartAnswer = z.object({
  chart: z.object({
    result: z.tuple([
      z.object({
        meta: z.object({
          currency: z.nullish(z.string()),
          symbol: z.string(),
          exchangeTimezoneName: z.string(),
          regularMarketPrice: z.nullish(z.number()),
          regularMarketTime: z.nullish(z.number()),
          priceHint: z.nullish(z.number()),
        }),
        timestamp: z.optional(z.array(z.number())),
        events: z.optional(
          z.object({
            splits: z.optional(
              z.record(
                z.string(),
                z.object({ date: z.number(), numerator: z.number(), denominator: z.number() }),
              ),
            ),
          }),
        ),
        indicators: z.object({
          quote: z.array(
            z.object({
              open: z.optional(numbers),
              high: z.optional(numbers),
              low: z.optional(numbers),
              close: z.optional(numbers),
              volume: z.optional(numbers),
            }),
          ),
          adjclose: z.optional(z.array(z.object({ adjclose: z.optional(numbers) }))),
        }),
      }),
    ]),
  }),
});

const PRICES = ['open', 'high', 'low', 'close'] as const;
/** Decimals of a price that is no 32-bit float, where Yahoo gives no hint. */
const STANDARD_DECIMALS = 4;
/** A 32-bit float of a price holds no more decimals than these. */
const MOST_DECIMALS = 8;
/** Most prices have no more, so that the first try hits. */
const SHOWN_DECIMALS = 2;
/** Adjusted closes need more than quoted ones: they are fractions. */
const ADJUSTED_DECIMALS = 6;

/** What Yahoo's chart answer says, checked and in our units. */
export interface YahooChart {
  readonly symbol: string;
  readonly currency: string | null;
  /** The session of the last trade; null without one. */
  readonly session: CalendarDate | null;
  readonly lastPrice: number | null;
  /** UTC milliseconds. */
  readonly lastTradeAt: number | null;
  readonly bars: PackedBars;
  readonly splits: readonly Split[];
  /** Rows without prices, and those that a later row for the same session replaced. */
  readonly skippedRows: number;
}

/** @returns null where the answer is of an unknown shape */
export function readYahooChart(
  answer: unknown,
  isDaily: boolean,
  clocks: ZoneClocks,
): YahooChart | null {
  const parsed = chartAnswer.safeParse(answer);
  if (!parsed.success) return null;
  const [{ meta, timestamp = [], events, indicators }] = parsed.data.chart.result;
  const clock = clocks.of(meta.exchangeTimezoneName);
  if (!clock) return null;
  const timeOf = (seconds: number): number =>
    isDaily ? toSessionKey(clock.dateAt(seconds * 1000)) : seconds;
  const { bars, skippedRows } = readBars(timestamp.map(timeOf), indicators, meta.priceHint);
  return {
    symbol: meta.symbol,
    currency: meta.currency ?? null,
    session: meta.regularMarketTime ? clock.dateAt(meta.regularMarketTime * 1000) : null,
    lastPrice: price(meta.regularMarketPrice, meta.priceHint),
    lastTradeAt: meta.regularMarketTime ? meta.regularMarketTime * 1000 : null,
    bars,
    skippedRows,
    splits: Object.values(events?.splits ?? {})
      .map(({ date, ...ratio }) => ({ time: timeOf(date), ...ratio }))
      .sort((one, other) => one.time - other.time),
  };
}

type Indicators = z.infer<typeof chartAnswer>['chart']['result'][0]['indicators'];

/** Of two rows for one session the later one holds: the last is the live one. */
function readBars(
  times: readonly number[],
  indicators: Indicators,
  hint: number | null | undefined,
): { readonly bars: PackedBars; readonly skippedRows: number } {
  const quote = indicators.quote[0] ?? {};
  const adjusted = adjustedCloses(indicators);
  const bars = allocateBars(times.length);
  let length = 0;
  for (const [index, time] of times.entries()) {
    const prices = PRICES.map((name) => price(quote[name]?.[index], hint));
    if (prices.includes(null)) continue;
    if (length > 0 && bars.time[length - 1] === time) length--;
    bars.time[length] = time;
    for (const [at, name] of PRICES.entries()) bars[name][length] = prices[at] as number;
    bars.volume[length] = Math.max(0, quote.volume?.[index] ?? 0);
    bars.adjustedClose[length] = rounded(adjusted[index], ADJUSTED_DECIMALS) ?? NaN;
    length++;
  }
  return { bars: shorten(bars, length), skippedRows: times.length - length };
}

/** Empty where the answer has none, as for shorter bars. */
function adjustedCloses({ adjclose }: Indicators): readonly (number | null)[] {
  return adjclose?.[0]?.adjclose ?? [];
}

function shorten(bars: PackedBars, length: number): PackedBars {
  if (length === bars.length) return bars;
  const buffer = packBars(bars, 0, length);
  return { ...viewPackedBars(buffer), buffer };
}

/**
 * What was traded: Yahoo's prices are 32-bit floats, so 494.79998779296875 is the shortest number that is
 * the same float, 494.8. One that is no such float is rounded. Null for what is no price.
 */
function price(value: number | null | undefined, hint: number | null | undefined): number | null {
  if (!isPrice(value)) return null;
  if (Math.fround(value) === value) {
    for (let decimals = SHOWN_DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
      const candidate = roundTo(value, decimals);
      if (Math.fround(candidate) === value) return candidate;
    }
  }
  const decimals = Math.max(hint ?? STANDARD_DECIMALS, STANDARD_DECIMALS);
  return rounded(value, Math.min(decimals, MOST_DECIMALS));
}

function rounded(value: number | null | undefined, decimals: number): number | null {
  if (!isPrice(value)) return null;
  const short = roundTo(value, decimals);
  return short > 0 ? short : null;
}

function isPrice(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Number.isFinite(value) && value > 0;
}

function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

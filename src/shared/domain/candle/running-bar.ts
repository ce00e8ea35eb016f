import type { ExchangeCalendar } from '../calendar/exchange-calendar';
import { sessionCloseAt, sessionStateAt } from '../calendar/session-clock';
import type { Quote } from '../quote/quote';
import type { Bar } from './bar-columns';
import { type FindPeriod, intradayPeriods, monthPeriod, weekPeriod } from './bar-periods';
import { type ChartInterval, type IntradayInterval, isIntraday } from './interval';

/** The bar under way, and what is to be remembered between two quotes. */
export interface RunningBar {
  readonly bar: Bar;
  /** Session and its volume when the last quote came; null where that was not known. */
  readonly day: { readonly time: number; readonly volume: number } | null;
}

/** The end of the series that the running bar stands behind. */
export interface SeriesEnd {
  /** Null for an empty series. */
  readonly last: Bar | null;
  /** UTC seconds of the last finer bar that went in, as in `SeriesAnswer.lastTime`. */
  readonly lastTime: number;
}

type Tick = Pick<Quote, 'price' | 'asOf' | 'openBar' | 'state'>;

/**
 * Takes a quote into the bar under way: the last bar of the series changes, or a new one begins on the
 * boundary of the interval within the session.
 *
 * @param running - what the last quote left; null before the first, and for another series
 * @returns `running` itself where the quote says nothing of a bar under way
 */
export type FoldQuote = (
  running: RunningBar | null,
  quote: Tick,
  end: SeriesEnd,
) => RunningBar | null;

/**
 * How quotes become bars of an interval. A day is the quote's own bar of the session. Weeks and months
 * are what is stored of them and that bar. Shorter bars are made of prices, so that their extremes are
 * only those that were heard; their volume is the growth of the day's, as far as that is known.
 *
 * @param calendar - of the instrument's exchange; undefined where it is not known
 */
export function createQuoteFolder(
  interval: ChartInterval,
  calendar: ExchangeCalendar | undefined,
): FoldQuote {
  if (interval === 'D') {
    return (running, { openBar }) => (openBar ? { bar: openBar, day: null } : running);
  }
  return isIntraday(interval)
    ? intradayFolder(intradayPeriods(interval, calendar))
    : longerFolder(interval === 'W' ? weekPeriod : monthPeriod);
}

function longerFolder(periodOf: FindPeriod): FoldQuote {
  return (running, { openBar }, { last, lastTime }) => {
    if (!openBar || openBar.time <= lastTime) return openBar ? null : running;
    const isInLast = last !== null && openBar.time < periodOf(last.time).end;
    if (!isInLast) return { bar: openBar, day: null };
    const { close, volume } = openBar;
    const grown = { ...withPrices(last, openBar.high, openBar.low), close };
    return { bar: { ...grown, volume: last.volume + volume }, day: null };
  };
}

const UNDER_WAY: ReadonlySet<Quote['state']> = new Set(['live', 'delayed', 'simulated']);

function intradayFolder(periodOf: FindPeriod): FoldQuote {
  return (running, quote, { last }) => {
    const { key, regular } = periodOf(quote.asOf / 1000);
    const newest = Math.max(running?.bar.time ?? -Infinity, last?.time ?? -Infinity);
    if (!regular || key < newest || !UNDER_WAY.has(quote.state)) return running;
    const known = [last, running?.bar ?? null].filter((bar) => bar?.time === key);
    const base = known.reduce(joined, null) ?? startedAt(key, quote.price);
    const { price, openBar } = quote;
    const bar = {
      ...withPrices(base, price, price),
      close: price,
      volume: base.volume + volumeSince(running, openBar),
    };
    return { bar, day: openBar && { time: openBar.time, volume: openBar.volume } };
  };
}

/** Two looks at one bar: the series' own, which saw its open, and the one made of quotes. */
function joined(one: Bar | null, other: Bar | null): Bar | null {
  if (one === null || other === null) return one ?? other;
  const volume = Math.max(one.volume, other.volume);
  return { ...withPrices(one, other.high, other.low), close: other.close, volume };
}

function startedAt(time: number, price: number): Bar {
  return { time, open: price, high: price, low: price, close: price, volume: 0 };
}

function withPrices(bar: Bar, high: number, low: number): Bar {
  return { ...bar, high: Math.max(bar.high, high), low: Math.min(bar.low, low) };
}

/** Growth of the day's volume since the last quote; 0 where the quote before did not tell it. */
function volumeSince(running: RunningBar | null, openBar: Bar | null): number {
  const before = running?.day;
  if (!before || !openBar || openBar.time !== before.time) return 0;
  return Math.max(0, openBar.volume - before.volume);
}

/**
 * UTC milliseconds at which the bar under way closes; null while the exchange does not trade, and for
 * weeks and months, whose end nobody waits for by the second.
 *
 * @param nowMs - UTC milliseconds
 */
export function barCloseAt(
  interval: ChartInterval,
  calendar: ExchangeCalendar,
  nowMs: number,
): number | null {
  const { state, session, nextChangeAt } = sessionStateAt(calendar, nowMs);
  if (state !== 'open' || session === null) return null;
  if (interval === 'D') return sessionCloseAt(calendar, session);
  return isIntraday(interval) ? Math.min(nextChangeAt, endOfBar(interval, calendar, nowMs)) : null;
}

function endOfBar(interval: IntradayInterval, calendar: ExchangeCalendar, nowMs: number): number {
  return intradayPeriods(interval, calendar)(nowMs / 1000).end * 1000;
}

import { addDays, type CalendarDate } from './calendar-date';
import { type ExchangeCalendar, isSession, type SessionHours } from './exchange-calendar';
import { hoursInForce, localHours } from './local-hours';

/**
 * What an exchange does: `pre` (trading or the collection of orders before the open), `open`
 * (continuous trading), `lunch`, `closing-auction`, `post` (trading after the close), `closed`.
 */
export type SessionPhase = 'pre' | 'open' | 'lunch' | 'closing-auction' | 'post' | 'closed';

/** A stretch of one phase, UTC milliseconds, `[start, end)`. */
export interface PhaseSpan {
  readonly phase: SessionPhase;
  readonly start: number;
  readonly end: number;
}

interface LocalSpan {
  readonly phase: SessionPhase;
  readonly from: number;
  readonly to: number;
}

const MINUTES_PER_DAY = 1440;

/**
 * The phases of a date at its exchange, from local midnight to the next one, in order and without
 * gaps. On a usual half day the closing auction and the trading after the close follow the earlier
 * close; after a close that nobody planned (weather) there is neither. A day that opens late has no
 * `pre`. An auction after the close begins with the close, also where orders are only collected at
 * first.
 */
export function dayPhases(calendar: ExchangeCalendar, date: CalendarDate): readonly PhaseSpan[] {
  const spans: PhaseSpan[] = [];
  const midnight = calendar.clock.toUtc(date, 0);
  const nextMidnight = calendar.clock.toUtc(addDays(date, 1), 0);
  let reached = midnight;
  const push = (phase: SessionPhase, until: number): void => {
    const end = Math.min(until, nextMidnight);
    if (end > reached) spans.push({ phase, start: reached, end });
    reached = Math.max(reached, end);
  };
  for (const { phase, from, to } of localSpans(calendar, date)) {
    push('closed', calendar.clock.toUtc(date, from));
    push(phase, calendar.clock.toUtc(date, to));
  }
  push('closed', nextMidnight);
  return spans;
}

function localSpans(calendar: ExchangeCalendar, date: CalendarDate): readonly LocalSpan[] {
  if (!isSession(calendar, date)) return [];
  const parts = localHours(calendar, date);
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return [];
  return [
    ...beforeOpen(calendar, date, first.openMinute),
    ...parts.flatMap((part, index) => tradingSpans(part, parts[index - 1])),
    ...afterClose(calendar, date, last.closeMinute),
  ].reduce<LocalSpan[]>(withAuctionInside, []);
}

function beforeOpen(
  { preMarket, days }: ExchangeCalendar,
  date: CalendarDate,
  openMinute: number,
): readonly LocalSpan[] {
  if (preMarket === null || days.get(date)?.kind === 'late') return [];
  return [{ phase: 'pre', from: preMarket.openMinute, to: openMinute }];
}

function tradingSpans(
  { openMinute, closeMinute }: SessionHours,
  before: SessionHours | undefined,
): readonly LocalSpan[] {
  const open: LocalSpan = { phase: 'open', from: openMinute, to: closeMinute };
  return before ? [{ phase: 'lunch', from: before.closeMinute, to: openMinute }, open] : [open];
}

/** Auction and trading after the close, moved with it where the day closes early or late. */
function afterClose(
  calendar: ExchangeCalendar,
  date: CalendarDate,
  closeMinute: number,
): readonly LocalSpan[] {
  const special = calendar.days.get(date);
  if (special?.kind === 'early' && closeMinute !== calendar.earlyCloseMinute) return [];
  const { closingAuction, regular } = hoursInForce(calendar, date);
  const moved = closeMinute - (regular.at(-1)?.closeMinute ?? closeMinute);
  const spans: LocalSpan[] = [];
  if (closingAuction) {
    const from = Math.min(closingAuction.openMinute + moved, closeMinute);
    const to = Math.min(closingAuction.closeMinute + moved, MINUTES_PER_DAY);
    spans.push({ phase: 'closing-auction', from, to });
  }
  if (calendar.postMarket) {
    const { openMinute, closeMinute: end } = calendar.postMarket;
    spans.push({ phase: 'post', from: openMinute + moved, to: end + moved });
  }
  return spans;
}

/** An auction inside the last part takes its minutes from it. */
function withAuctionInside(spans: LocalSpan[], span: LocalSpan): LocalSpan[] {
  const before = spans.at(-1);
  if (before && before.to > span.from) spans[spans.length - 1] = { ...before, to: span.from };
  return [...spans, span];
}

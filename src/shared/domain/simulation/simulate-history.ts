import { addDays, type CalendarDate, toSessionKey } from '../calendar/calendar-date';
import { type ExchangeCalendar, sessionsBetween } from '../calendar/exchange-calendar';
import { allocateBars } from '../candle/bar-columns';
import { portableExp } from './portable-math';
import {
  anchorLogPrice,
  createPriceModel,
  marketReturn,
  MEAN_MARKET_VARIANCE,
  nextMarketVariance,
  type PriceModel,
} from './price-model';
import { roundPrice, walkSession } from './session-path';
import {
  SIMULATION_EPOCH,
  type SimulatedInstrument,
  type SimulatedSeries,
  type SimulatedSession,
  type SimulationState,
} from './simulated-market';

/**
 * All finished sessions of an instrument. A longer history starts with exactly the bars of a
 * shorter one: the bar of a date depends on instrument, calendar, date and seed alone.
 *
 * @param calendar - of the instrument's own exchange; exchanges of one time zone share their market
 * @param through - the last finished session, included; a date without one stands for the session
 *   before it. Empty where it lies before the first trading day.
 */
export function simulateHistory(
  instrument: SimulatedInstrument,
  calendar: ExchangeCalendar,
  through: CalendarDate,
  seed: string,
): SimulatedSeries {
  const model = createPriceModel(instrument, calendar.timezone, seed);
  const { listedOn } = instrument;
  const start = listedOn !== null && listedOn > SIMULATION_EPOCH ? listedOn : SIMULATION_EPOCH;
  const sessions = sessionsBetween(calendar, start, through);
  const bars = allocateBars(sessions.length);
  let state = startState(model, calendar, start);
  for (const [index, session] of sessions.entries()) {
    const { bar, next } = walkSession(model, state, session);
    bars.time[index] = bar.time;
    bars.open[index] = bar.open;
    bars.high[index] = bar.high;
    bars.low[index] = bar.low;
    bars.close[index] = bar.close;
    bars.volume[index] = bar.volume;
    bars.adjustedClose[index] = bar.close;
    state = next;
  }
  return { bars, next: state };
}

/**
 * One session after a history: its whole path, its bar, and the state after it.
 *
 * @param state - of the same instrument, exchange and seed; the answer is the history's own only
 *   where no session lies between the state and `session`
 * @throws RangeError where the state is not before the session
 */
export function simulateSession(
  instrument: SimulatedInstrument,
  state: SimulationState,
  session: CalendarDate,
  seed: string,
): SimulatedSession {
  if (state.after !== null && state.after >= session) {
    throw new RangeError(`simulation: ${session} is not after ${state.after}`);
  }
  const model = createPriceModel(instrument, state.market, seed);
  return walkSession(model, state, session);
}

/** The market has been walked since the epoch, the instrument begins on its first day. */
function startState(
  model: PriceModel,
  calendar: ExchangeCalendar,
  start: CalendarDate,
): SimulationState {
  let marketVariance = MEAN_MARKET_VARIANCE;
  for (const session of sessionsBetween(calendar, SIMULATION_EPOCH, addDays(start, -1))) {
    const common = marketReturn(model, toSessionKey(session), marketVariance);
    marketVariance = nextMarketVariance(marketVariance, common);
  }
  return {
    after: null,
    close: roundPrice(portableExp(anchorLogPrice(model, toSessionKey(start))), model.priceScale),
    market: calendar.timezone,
    marketVariance,
    ownVariance: model.meanOwnVariance,
  };
}

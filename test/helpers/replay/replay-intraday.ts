import catalogue from '../../../assets/instruments/catalogue.json';
import exchanges from '../../../assets/exchanges/exchanges.json';
import {
  finishedMinutes,
  runningMinutes,
} from '../../../electron/market/providers/simulated/simulated-minutes';
import { readExchangeCalendars } from '../../../src/shared/domain/calendar/read-exchange-calendars';
import { lastFinishedSession } from '../../../src/shared/domain/calendar/session-clock';
import { type Bar, barAt } from '../../../src/shared/domain/candle/bar-columns';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import { joinBars } from '../../../src/shared/domain/candle/join-bars';
import { resampleBars } from '../../../src/shared/domain/candle/resample';
import {
  type Instrument,
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import { simulateHistory } from '../../../src/shared/domain/simulation/simulate-history';
import { REPLAY_SEED } from './replay-market';

const SESSIONS = 12;
const calendars = readExchangeCalendars(exchanges);
const instruments = catalogue.instruments as readonly unknown[] as readonly Instrument[];

/** Intraday bars of the last sessions, the one under way included: of the same market as `replayPrices`. */
export function replayIntraday(
  id: InstrumentId,
  interval: Interval,
  now: number,
): readonly Bar[] | null {
  const instrument = instruments.find((each) => each.id === id);
  const calendar = calendars.get(splitInstrumentId(id).mic);
  if (!instrument || !calendar) return null;
  const seed = REPLAY_SEED;
  const series = simulateHistory(instrument, calendar, lastFinishedSession(calendar, now), seed);
  const market = { instrument, calendar, series, seed };
  const finished = finishedMinutes(market, SESSIONS);
  const minutes = joinBars([finished.bars, runningMinutes(market, finished.next, now)]);
  const options = { from: '1m', to: interval, calendar, extended: false } as const;
  const bars = resampleBars(minutes, options);
  return Array.from({ length: bars.length }, (_, index) => barAt(bars, index) as Bar);
}

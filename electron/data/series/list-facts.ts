import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import {
  type ExtendedPrice,
  extendedPrice,
} from '../../../src/shared/domain/candle/extended-price';
import { INTERVALS, isIntraday } from '../../../src/shared/domain/candle/interval';
import { priceFacts } from '../../../src/shared/domain/candle/price-facts';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { ListFacts, ListFactsQuestion } from '../../../src/shared/ipc/data-port';
import type { SeriesSource } from './series-source';

const WITH_EXTENDED = { adjusted: false, extended: true };

/** What a row of a list shows of the bars of its instrument. */
export async function listFacts(
  source: SeriesSource,
  instrument: InstrumentId,
  { sessions, extended }: Omit<ListFactsQuestion, 'instruments'>,
  calendar: ExchangeCalendar | undefined,
): Promise<ListFacts> {
  const daily = await source.series(instrument, 'D');
  const price = priceFacts(viewPackedBars(daily.buffer), sessions);
  const finest = INTERVALS.find((each) => isIntraday(each) && daily.stored.includes(each));
  const outside =
    extended && finest && calendar
      ? await outsideHours(source, instrument, finest, calendar)
      : null;
  return { instrument, source: daily.source, price, extended: outside };
}

async function outsideHours(
  source: SeriesSource,
  instrument: InstrumentId,
  interval: (typeof INTERVALS)[number],
  calendar: ExchangeCalendar,
): Promise<ExtendedPrice | null> {
  const { buffer } = await source.series(instrument, interval, WITH_EXTENDED);
  return extendedPrice(viewPackedBars(buffer), calendar);
}

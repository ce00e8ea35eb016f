import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  type BarColumns,
  isSameBars,
  lowerBound,
  subBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import { cleanBars } from '../../../src/shared/domain/candle/clean-bars';
import { isIntraday } from '../../../src/shared/domain/candle/interval';
import { mergeBars } from '../../../src/shared/domain/candle/merge-bars';
import { regularBars } from '../../../src/shared/domain/candle/regular-bars';
import {
  type AnswerFacts,
  leftOutRows,
  SCAN_REACH,
  type SeriesFindings,
  tailFindings,
  union,
} from '../../../src/shared/domain/candle/series-findings';
import { unitFactor } from '../../../src/shared/domain/instrument/currency-unit';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { FetchedBars, StoredBars } from '../../core/history/bars-store-port';
import type { CacheStore } from '../cache/cache-store';
import type { SeriesRepository } from '../cache/series-repository';
import type { Clock } from '../time';
import { judgeBars } from './judge-bars';
import { lastFinalTime } from './last-final-time';
import { newSplits } from './new-splits';
import { scaledBars } from './scaled-bars';
import { composeWhole } from './whole-series';

export interface NetworkBarsParts {
  readonly cache: CacheStore;
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** MIC of the exchange whose sessions an instrument follows. */
  readonly calendarMic: (id: InstrumentId) => string;
  /** UTC milliseconds. */
  readonly clock: Clock;
}

/** What is stored of the series of an answer. */
interface Beside {
  readonly bars: BarColumns;
  readonly source: MarketSource;
  readonly currency: string | null;
  readonly findings: SeriesFindings | null;
  readonly wholeAt: number | null;
  /** As {@link findings}, where they are by the source of the answer: sources report different splits. */
  readonly ownFindings: SeriesFindings | null;
}

/** An answer, cleaned and in the unit of what is stored. */
interface Answer {
  readonly fetched: FetchedBars;
  readonly bars: BarColumns;
  readonly facts: AnswerFacts;
}

/**
 * Checks bars that came over the network and puts them into the store, or refuses them whole. What is
 * doubtful and yet stored is noted with the series.
 */
export class NetworkBarsService {
  constructor(private readonly parts: NetworkBarsParts) {}

  /** Reads and writes in one go, so that a store that is lost meanwhile is not taken for what was read. */
  store(fetched: FetchedBars): StoredBars {
    return this.parts.cache.use((series) => this.storeIn(series, fetched));
  }

  private storeIn(series: SeriesRepository, fetched: FetchedBars): StoredBars {
    const { bars: came, facts } = this.clean(fetched);
    const judged = this.judged(fetched);
    const beside = readBeside(series, fetched, came, judged);
    const lastStored = beside.bars.time[beside.bars.length - 1] ?? 0;
    const { instrument, interval, source } = fetched;
    const name = { instrument, interval, source };
    if (beside.source === 'csv-file') {
      const { source: kept, wholeAt } = beside;
      return { ...name, source: kept, lastTime: lastStored, wholeAt, outcome: 'kept' };
    }
    const factor = unitFactor(fetched.currency, beside.currency);
    const bars = factor === null || factor === 1 ? came : scaledBars(came, factor);
    const outcome = judgeBars({
      ...{ fetched, bars, judged, stored: beside.bars, storedSource: beside.source },
      isSameCurrency: factor !== null,
      hasNewSplit: newSplits(fetched.splits, beside.ownFindings, beside.bars).length > 0,
    });
    if (outcome === 'stored' && bars.length > 0) {
      this.write(series, { fetched, bars, facts }, factor === null ? nothingOf(fetched) : beside);
    }
    const isWhole = outcome === 'stored' && fetched.isWhole;
    const wholeAt = isWhole ? this.parts.clock() : beside.wholeAt;
    return { ...name, lastTime: bars.time[bars.length - 1] ?? lastStored, wholeAt, outcome };
  }

  private clean({ instrument, interval, buffer, ...rest }: FetchedBars): {
    readonly bars: BarColumns;
    readonly facts: AnswerFacts;
  } {
    const rows = viewPackedBars(buffer);
    const calendar = this.calendarOf(instrument);
    const finalTime = lastFinalTime(interval, rows.time.at(-1) ?? 0, calendar, this.parts.clock());
    const { bars, faults } = cleanBars(rows, finalTime);
    const splits = union(
      rest.splits.map(({ time }) => time),
      [],
    );
    const leftOut = leftOutRows(rows, faults);
    return { bars, facts: { leftOut, splits, skippedRows: rest.skippedRows } };
  }

  private calendarOf(instrument: InstrumentId): ExchangeCalendar | undefined {
    return this.parts.calendar(this.parts.calendarMic(instrument));
  }

  private judged({ instrument, interval }: FetchedBars): JudgedBars {
    const calendar = isIntraday(interval) ? this.calendarOf(instrument) : undefined;
    return (bars) => (calendar ? regularBars(bars, calendar).bars : bars);
  }

  private write(series: SeriesRepository, answer: Answer, beside: Beside): void {
    const { instrument, interval, source, currency, splits, isWhole } = answer.fetched;
    const { bars, facts } = answer;
    const nowMs = this.parts.clock();
    const origin = {
      ...{ source, importedAt: nowMs, fingerprint: source, report: null },
      currency: beside.currency ?? currency,
    };
    if (isWhole) {
      const unknown = newSplits(splits, beside.ownFindings, beside.bars);
      const whole = composeWhole(bars, facts, beside, unknown, this.judged(answer.fetched));
      const { findings } = whole;
      series.replace(instrument, interval, whole.bars, { ...origin, findings, wholeAt: nowMs });
      return;
    }
    const { wholeAt } = beside;
    const findings = grownFindings(bars, facts, beside, this.judged(answer.fetched));
    const newest = newestOf(bars, beside.bars);
    const appended = { ...origin, findings, wholeAt };
    if (newest) series.appendNewest(interval, [{ instrument, bars: newest }], appended);
    else series.merge(instrument, interval, bars, appended);
  }
}

/**
 * What is thinly traded outside the session jumps as nothing within it does: it is stored as it came, and
 * says nothing of the bars of the session.
 */
type JudgedBars = (bars: BarColumns) => BarColumns;

function nothingOf({ source }: FetchedBars): Beside {
  const bars = viewPackedBars(new ArrayBuffer(0));
  return { bars, source, currency: null, findings: null, wholeAt: null, ownFindings: null };
}

/** Of what is stored, as much as the new bars are to be compared with, and the last bar. */
function readBeside(
  series: SeriesRepository,
  fetched: FetchedBars,
  bars: BarColumns,
  judged: JudgedBars,
): Beside {
  const { instrument, interval, isWhole, source } = fetched;
  const since = isWhole ? null : (bars.time[0] ?? Infinity);
  const read = (from: number | null): Beside => {
    const known = series.read(instrument, interval, from);
    if (known === null) return nothingOf(fetched);
    const ownFindings = known.source === source ? known.findings : null;
    return { ...known, ownFindings, bars: viewPackedBars(known.buffer) };
  };
  const beside = read(since);
  if (since === null || since === Infinity) return beside;
  return lowerBound(judged(beside.bars), since) >= SCAN_REACH ? beside : read(null);
}

function grownFindings(
  bars: BarColumns,
  facts: AnswerFacts,
  beside: Beside,
  judgedOf: JudgedBars,
): SeriesFindings {
  const grown = mergeBars(beside.bars, bars);
  const judged = judgedOf(grown);
  const changedFrom = lowerBound(judged, bars.time[0] as number);
  return tailFindings(beside.findings, judged, changedFrom, facts, grown);
}

/** The bars from the last stored one on; null where more changes than these. */
function newestOf(bars: BarColumns, stored: BarColumns): BarColumns | null {
  const last = stored.length - 1;
  const first = lowerBound(bars, stored.time[last] as number);
  const older = subBars(stored, lowerBound(stored, bars.time[0] as number), last);
  const known = mergeBars(older, subBars(bars, 0, first));
  return isSameBars(known, older) ? subBars(bars, first, bars.length) : null;
}

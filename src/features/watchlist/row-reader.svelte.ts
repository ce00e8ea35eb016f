import type { Role } from '../../shared/domain/announcement/announcement';
import { toDate } from '../../shared/domain/calendar/calendar-date';
import { isInstrumentId, splitInstrumentId } from '../../shared/domain/instrument/instrument';
import { companyRoles } from '../../shared/domain/watchlist/company-roles';
import { type CurrencyRate, currencyRate } from '../../shared/domain/watchlist/currency-rate';
import { type Holding, holdingOf } from '../../shared/domain/watchlist/holding';
import type { SortKey } from '../../shared/domain/watchlist/list-column';
import type { SortValue } from '../../shared/domain/watchlist/sort-rows';
import { nearestTarget, type TargetDistance } from '../../shared/domain/watchlist/target-distance';
import type { WatchlistItem } from '../../shared/domain/watchlist/watchlist';
import { FLAGS } from '../../shared/domain/watchlist/watchlist-document';
import type { Desk } from '../../state/desk.svelte';
import { type IssuerDays, issuerDays } from './issuer-days';
import {
  changeOf,
  dayRange,
  freshChange,
  placeInSpan,
  sessionVolume,
  turnover,
  yearRange,
} from './row-prices';

const NO_DAYS: IssuerDays = { last: null, next: null };
type Reading = (reader: RowReader, item: WatchlistItem) => SortValue;

/** What each column of an item is worth, for sorting. */
const SORT_VALUES: Readonly<Record<SortKey, Reading>> = {
  name: (reader, { symbol }) => reader.nameOf(symbol),
  last: (reader, { symbol }) => reader.quote(symbol)?.price ?? null,
  change: (reader, { symbol }) =>
    freshChange(reader.quote(symbol)) === null ? null : changeOf(reader.quote(symbol)),
  changePercent: (reader, { symbol }) => freshChange(reader.quote(symbol)),
  volume: (reader, item) => reader.volume(item)?.volume ?? null,
  dayRange: (reader, item) => placeOf(reader.dayRange(item)),
  yearRange: (reader, item) => placeOf(reader.yearRange(item)),
  trend: (reader, { symbol }) => riseOf(reader.trend(symbol)),
  extended: (reader, { symbol }) => reader.extendedChange(symbol),
  nextAnnouncement: (reader, { symbol }) => reader.days(symbol).next?.date ?? null,
  lastAnnouncement: (reader, { symbol }) => reader.days(symbol).last?.date ?? null,
  age: (reader, { symbol }) => {
    const quote = reader.quote(symbol);
    return quote ? -quote.asOf : null;
  },
  note: (_reader, { note }) => note,
  flags: (_reader, { flags }) => FLAGS.map((flag) => (flags.includes(flag) ? '0' : '1')).join(''),
  target: (reader, item) => {
    const target = reader.target(item);
    return target ? Math.abs(target.fraction) : null;
  },
  quantity: (reader, item) => reader.holding(item)?.quantity ?? null,
  cost: (reader, item) => reader.holding(item)?.cost ?? null,
  value: (reader, item) => reader.holding(item)?.value ?? null,
  gain: (reader, item) => reader.holding(item)?.gain ?? null,
  valueInDisplay: (reader, item) => reader.holdingInDisplay(item)?.value ?? null,
  gainInDisplay: (reader, item) => reader.holdingInDisplay(item)?.gain ?? null,
};

/** What the desk knows of an item of a list, column by column. */
export class RowReader {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  readonly #days = $derived.by(() =>
    issuerDays(
      this.#desk.timeline.all,
      toDate(Math.floor(this.#desk.now() / 86_400_000) * 86_400),
      this.#issuerOf,
    ),
  );

  readonly #roles = $derived.by(() => companyRoles(this.#desk.timeline.all, this.#issuerOf));

  quote = (symbol: string) => this.#desk.quotes.get(symbol);

  nameOf(symbol: string): string {
    return this.#desk.instruments.nameOf(symbol, this.#desk.settings.locale);
  }

  /** ISO 4217 or a minor unit; empty where nobody knows it. */
  currencyOf(symbol: string): string {
    const listed = this.#desk.instruments.get(symbol)?.currency;
    return this.quote(symbol)?.currency ?? listed ?? '';
  }

  decimalsOf(symbol: string): number {
    return this.#desk.instruments.get(symbol)?.priceDecimals ?? 2;
  }

  dayRange = ({ symbol }: WatchlistItem) => dayRange(this.quote(symbol), this.#facts(symbol));
  yearRange = ({ symbol }: WatchlistItem) => yearRange(this.quote(symbol), this.#facts(symbol));
  volume = ({ symbol }: WatchlistItem) => sessionVolume(this.quote(symbol), this.#facts(symbol));
  turnover = ({ symbol }: WatchlistItem) => turnover(this.quote(symbol), this.#facts(symbol));

  /** Closes of the chosen period; undefined where there are none yet. */
  trend(symbol: string): Float32Array | undefined {
    return this.#facts(symbol)?.price?.closes;
  }

  extended = (symbol: string) => this.#facts(symbol)?.extended ?? null;

  /** Against the last price within the hours. */
  extendedChange(symbol: string): number | null {
    const extended = this.extended(symbol);
    return extended?.regularClose ? extended.price / extended.regularClose - 1 : null;
  }

  days(symbol: string): IssuerDays {
    const issuer = this.#issuerOf(symbol);
    return (issuer !== null && this.#days.get(issuer)) || NO_DAYS;
  }

  roleOf(symbol: string): Role | null {
    const issuer = this.#issuerOf(symbol);
    return issuer === null ? null : (this.#roles.get(issuer) ?? null);
  }

  micOf(symbol: string): string | null {
    return isInstrumentId(symbol) ? splitInstrumentId(symbol).mic : null;
  }

  target({ symbol, targets }: WatchlistItem): TargetDistance | null {
    return nearestTarget(targets, this.quote(symbol)?.price ?? null);
  }

  /** In the instrument's own currency; null where no lot is kept. */
  holding(item: WatchlistItem): Holding | null {
    return this.#holding(item, this.currencyOf(item.symbol));
  }

  holdingInDisplay(item: WatchlistItem): Holding | null {
    return this.#holding(item, this.#desk.settings.current.listLook.displayCurrency);
  }

  sortValue(by: SortKey, item: WatchlistItem): SortValue {
    return SORT_VALUES[by](this, item);
  }

  rate = (from: string, to: string): CurrencyRate | null => currencyRate(from, to, this.quote);

  #holding({ symbol, lots }: WatchlistItem, into: string): Holding | null {
    if (lots.length === 0) return null;
    const price = this.quote(symbol)?.price ?? null;
    const currency = this.currencyOf(symbol);
    return holdingOf({ lots, price, currency, into, rateOf: this.rate });
  }

  #facts(symbol: string) {
    return this.#desk.listDesk.facts.get(symbol);
  }

  readonly #issuerOf = (instrument: string): string | null =>
    this.#desk.instruments.get(instrument)?.issuer ?? null;
}

function placeOf(span: Parameters<typeof placeInSpan>[0] | null): number | null {
  return span && placeInSpan(span);
}

function riseOf(closes: Float32Array | undefined): number | null {
  const [first, last] = [closes?.[0], closes?.at(-1)];
  return first && last !== undefined ? last / first - 1 : null;
}

import { type CalendarDate, toSessionKey } from '../shared/domain/calendar/calendar-date';
import type { DatePrecision } from '../shared/domain/announcement/announcement';
import type { SettingsState } from './settings-state.svelte';

const MINUS = '\u2212';

/** Numbers and dates as the interface's language writes them. Dates carry no time zone. */
export class FormatsState {
  readonly #settings: SettingsState;

  constructor(settings: SettingsState) {
    this.#settings = settings;
  }

  // A formatter costs more to make than a thousand uses of it.
  readonly #prices = new Map<number, Intl.NumberFormat>();
  /** By language and time zone. */
  readonly #moments = new Map<string, Intl.DateTimeFormat>();
  readonly #day = $derived.by(() =>
    this.#dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }),
  );
  readonly #shortDay = $derived.by(() => this.#dateFormat({ day: 'numeric', month: 'short' }));
  readonly #compactDay = $derived.by(() =>
    this.#settings.locale === 'zh-CN'
      ? this.#dateFormat({ day: 'numeric', month: 'numeric', year: 'numeric' })
      : this.#dateFormat({ day: 'numeric', month: 'short', year: '2-digit' }),
  );
  readonly #shortMonth = $derived.by(() => this.#dateFormat({ month: 'short' }));
  readonly #month = $derived.by(() => this.#dateFormat({ month: 'long', year: 'numeric' }));
  readonly #count = $derived.by(() => new Intl.NumberFormat(this.#settings.locale));
  readonly #compact = $derived.by(
    () =>
      new Intl.NumberFormat(this.#settings.locale, {
        notation: 'compact',
        maximumFractionDigits: 2,
      }),
  );

  /** A whole number with its thousands apart. */
  count(value: number): string {
    return this.#count.format(value);
  }

  price(value: number, decimals: number): string {
    const digits = this.#fixed(decimals).format(Math.abs(value));
    return value < 0 ? MINUS + digits : digits;
  }

  /** A signed percentage with two decimals, `+0.62 %`. */
  percent(fraction: number): string {
    const sign = fraction < 0 ? MINUS : '+';
    return `${sign}${(Math.abs(fraction) * 100).toFixed(2)}\u00a0%`;
  }

  volume(value: number): string {
    return this.#compact.format(value);
  }

  date(date: CalendarDate): string {
    return this.#day.format(toSessionKey(date) * 1000);
  }

  /** Day and month where the year stands elsewhere. */
  shortDate(date: CalendarDate): string {
    return this.#shortDay.format(toSessionKey(date) * 1000);
  }

  /** The whole date where there is little room: `29 Aug 19`, `2019/8/29`. */
  compactDate(date: CalendarDate): string {
    return this.#compactDay.format(toSessionKey(date) * 1000);
  }

  /** Label on a time axis, as short as the unit allows: `2016`, `May`, `18`. */
  tick(date: CalendarDate, unit: 'year' | 'month' | 'day'): string {
    if (unit === 'year') return date.slice(0, 4);
    if (unit === 'day') return String(Number(date.slice(8, 10)));
    return this.#shortMonth.format(toSessionKey(date) * 1000);
  }

  /** Hours and minutes of a wall clock, `09:30`. @param wallMs - as in `ZoneClock.wallAt` */
  clock(wallMs: number): string {
    return new Date(wallMs).toISOString().slice(11, 16);
  }

  month(date: CalendarDate): string {
    return this.#month.format(toSessionKey(date) * 1000);
  }

  /** A date no more exact than it is known: `18 May 2016`, `April 2008`, `Q3 2026`, `2027`. */
  imprecise(date: CalendarDate, precision: DatePrecision): string {
    switch (precision) {
      case 'day':
        return this.date(date);
      case 'month':
        return this.month(date);
      case 'quarter':
        return this.#quarter(date);
      case 'year':
        return date.slice(0, 4);
    }
  }

  /** A moment on the clock of `timeZone` (IANA), or on the user's own, with the date. */
  moment(utcMs: number, timeZone?: string): string {
    const key = `${this.#dateLocale()} ${timeZone}`;
    const known = this.#moments.get(key) ?? this.#momentFormat(timeZone);
    this.#moments.set(key, known);
    return known.format(utcMs);
  }

  /** Day and time without the year, of the days around today: `27 Nov, 09:30`. */
  soon(utcMs: number, timeZone?: string): string {
    const key = `${this.#dateLocale()} soon ${timeZone}`;
    const known = this.#moments.get(key) ?? this.#soonFormat(timeZone);
    this.#moments.set(key, known);
    return known.format(utcMs);
  }

  /** A time zone (IANA) in words: `China Standard Time`. */
  zone(timeZone: string): string {
    const parts = new Intl.DateTimeFormat(this.#dateLocale(), {
      timeZone,
      timeZoneName: 'longGeneric',
    }).formatToParts(0);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  }

  #quarter(date: CalendarDate): string {
    const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
    const year = date.slice(0, 4);
    return this.#settings.locale === 'zh-CN' ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`;
  }

  #fixed(decimals: number): Intl.NumberFormat {
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const known = this.#prices.get(decimals) ?? new Intl.NumberFormat('en', options);
    this.#prices.set(decimals, known);
    return known;
  }

  #momentFormat(timeZone: string | undefined): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.#dateLocale(), {
      timeZone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  }

  #soonFormat(timeZone: string | undefined): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.#dateLocale(), {
      timeZone,
      ...{ weekday: 'short', day: 'numeric', month: 'short' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
  }

  #dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.#dateLocale(), { ...options, timeZone: 'UTC' });
  }

  /** Day before month in English: the users sit on every continent. */
  #dateLocale(): string {
    return this.#settings.locale === 'zh-CN' ? 'zh-CN' : 'en-GB';
  }
}

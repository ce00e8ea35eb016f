/**
 * Shape of `assets/exchanges/exchanges.json`. Every key is always present, so that the type of the
 * imported file fits without a cast. Times are `HH:MM` local to the exchange's time zone.
 */
export interface ExchangesFile {
  readonly version: number;
  readonly asOf: string;
  readonly exchanges: readonly ExchangeEntry[];
  readonly venues: readonly VenueEntry[];
}

/** A market without a MIC and without holidays: it trades whole days of its time zone. */
export interface VenueEntry {
  /** First part of the ids of its instruments (`BINANCE`, `CRYPTO`). */
  readonly code: string;
  readonly name: string;
  /** `UTC` or an IANA name. */
  readonly timezone: string;
  /** Days of the week with trading, 0 for Sunday to 6 for Saturday. */
  readonly weekdays: readonly number[];
}

export interface ExchangeEntry {
  /** ISO 10383, the market of the catalogue's instrument ids. */
  readonly mic: string;
  /** Other codes of the same market: its segments and, where it is another one, its operator. */
  readonly segmentMics: readonly string[];
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA name. */
  readonly timezone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** The unit that prices are quoted in where that is a fraction of the currency (`GBp`, 0.01). */
  readonly minorUnit: { readonly code: string; readonly factor: number } | null;
  /** Decimals of a price, where the exchange fixes them. */
  readonly priceDecimals: number | null;
  readonly sessions: SessionsEntry;
  readonly holidays: HolidaysEntry;
  readonly codes: ProviderCodes;
}

export interface SessionsEntry {
  /** Continuous trading, in order; more than one part means a break between them. */
  readonly regular: readonly LocalHours[];
  /** Hours of earlier times, each valid to and with its date, oldest first. */
  readonly former: readonly {
    readonly until: string;
    readonly regular: readonly LocalHours[];
    readonly closingAuction: LocalHours | null;
  }[];
  /** Usual close of a half day. */
  readonly earlyClose: string | null;
  /** Trading or the collection of orders before the open. */
  readonly preMarket: LocalHours | null;
  readonly postMarket: LocalHours | null;
  readonly closingAuction: LocalHours | null;
}

export interface LocalHours {
  readonly open: string;
  readonly close: string;
}

export interface HolidaysEntry {
  /** MIC of the exchange that keeps the same days; then the lists here are empty. */
  readonly sameAs: string | null;
  /** Years whose closures are known. A year that is not here is not covered. */
  readonly years: readonly HolidayYear[];
  /** Single days outside the covered years that are known all the same. */
  readonly singleDays: readonly SingleDay[];
}

export interface HolidayYear {
  readonly year: number;
  readonly closed: readonly NamedDay[];
  readonly early: readonly (NamedDay & { readonly close: string })[];
  /** `close`: where the day also closes at another time than usual. */
  readonly late: readonly (NamedDay & { readonly open: string; readonly close: string | null })[];
  /** Where the days come from and how sure they are. */
  readonly status: string;
}

export interface NamedDay {
  readonly date: string;
  /** Name of the day; null where it is not known. */
  readonly reason: string | null;
}

/** A closure that stands alone: weather, mostly. */
export interface SingleDay {
  readonly date: string;
  readonly reason: string;
  /** Address of a text that says so. */
  readonly source: string;
}

/** What each provider calls the exchange; null where it does not have it. */
export interface ProviderCodes {
  readonly yahoo: {
    readonly suffix: string;
    readonly exchangeCodes: readonly string[];
    /** Minutes by which its quotes are late; null where not known. */
    readonly delayMinutes: number | null;
  };
  readonly tradingview: readonly string[];
  readonly tencent: {
    readonly prefix: string;
    readonly realtimePrefix: string | null;
    readonly klineSuffix: string | null;
  } | null;
  readonly sina: { readonly prefix: string } | null;
  readonly eastmoney: { readonly market: number; readonly priceScale: number | null } | null;
  /** The Taiwanese market information system. */
  readonly mis: { readonly prefix: string; readonly suffix: string } | null;
  /** Regular expression of the exchange's own codes; null where not known. */
  readonly codePattern: string | null;
}

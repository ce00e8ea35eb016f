import { createAlertServices } from '../../../electron/alert-services';
import type { AlertBars } from '../../../electron/core/alerts/alert-history-port';
import type {
  AlertNotifier,
  DeliveryOutcome,
  Taken,
} from '../../../electron/core/alerts/alert-notifier-port';
import { MainEvents } from '../../../electron/ipc/main-events';
import type { UserDatabase } from '../../../electron/store/user-database';
import { loadCalendars } from '../../../electron/market-services';
import type { AbnormalMovePort } from '../../../src/shared/domain/alert/abnormal-move-port';
import type { RuleDraft } from '../../../src/shared/domain/alert/alert-rule';
import type { Firing } from '../../../src/shared/domain/alert/firing';
import type { AnnouncementSummary } from '../../../src/shared/domain/announcement/announcement';
import { allocateBars } from '../../../src/shared/domain/candle/bar-columns';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { deskMessages } from '../../../src/shared/i18n/desk/desk-catalogue';
import { seedNames } from '../../../src/shared/i18n/desk/seed-names';
import type { MarketMode } from '../../../src/shared/domain/market/market-status';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import { NVDA, priceDraft } from '../../helpers/made-up-rule';
import { ManualTime } from '../../helpers/manual-time';
import { nowWith } from '../../helpers/watchlist-samples';

export const MINUTE = 60_000;
/** A Friday in the middle of the session of New York. */
export const FRIDAY = Date.UTC(2026, 6, 10, 15);

export interface AlertDeskOptions {
  readonly database: UserDatabase;
  readonly time?: ManualTime;
  readonly mode?: MarketMode;
  readonly abnormalMoves?: AbnormalMovePort;
  readonly listed?: readonly string[];
  /** In place of the one in hand. */
  readonly notifier?: AlertNotifier;
}

type BarRow = readonly [atMs: number, open: number, high: number, low: number, close: number];

/** The alerts as main runs them, over a real database, with a clock, a market and a notifier in hand. */
export class AlertDesk {
  readonly time: ManualTime;
  readonly told: Firing[] = [];
  readonly reports: unknown[] = [];
  readonly asked: { instrument: InstrumentId; interval: Interval; since: number }[] = [];
  readonly services: ReturnType<typeof createAlertServices>;
  readonly events: MainEvents;
  outcome: DeliveryOutcome | Promise<DeliveryOutcome> = 'delivered';
  /** Who gets what is told; null where nobody says. */
  holder: string | null = null;
  /** What {@link holder} says of what it was given. */
  taken: Taken = 'yes';
  /** Messages that went out to {@link holder}. */
  written = 0;
  /** UTC milliseconds; null where no hours are quiet. */
  quietEnd: number | null = null;
  /** Ids of the firings in each digest. */
  readonly digests: (readonly number[])[] = [];
  history: AlertBars | null | Promise<AlertBars | null> = null;
  mode: MarketMode;
  announcements: AnnouncementSummary[] = [];
  listed: readonly string[];
  woken = 0;
  askedNow = 0;
  watchedChanges = 0;

  constructor({ database, time, mode, abnormalMoves, notifier, listed = [] }: AlertDeskOptions) {
    this.time = time ?? new ManualTime(FRIDAY);
    this.mode = mode ?? 'live';
    this.listed = listed;
    this.events = new MainEvents((error) => this.reports.push(error));
    this.services = createAlertServices({
      ...{ database, events: this.events, scheduler: this.time, now: this.time.now },
      report: (message, cause) => this.reports.push([message, cause]),
      abnormalMoves: abnormalMoves ?? null,
      watchlist: {
        lists: () => nowWith(1, ...this.listed).watchlists,
      },
      listNames: async () => [seedNames(deskMessages('en')), seedNames(deskMessages('zh-CN'))],
      timeline: {
        list: async () => ({
          ...{ companies: [], programmes: [], chips: [], announcements: this.announcements },
        }),
      },
      notifier: notifier ?? this.notifierInHand(),
      network: {
        catalogue: { get: () => undefined },
        dayOverrides: { list: () => [] },
        loadCalendars,
        market: { status: () => ({ mode: this.mode }) },
        quotes: { all: () => [] },
        alertHistory: {
          bars: async (instrument, interval, since) => {
            this.asked.push({ instrument, interval, since });
            return this.history;
          },
        },
        alertsChanged: () => (this.watchedChanges += 1),
        wake: () => (this.woken += 1),
        askNow: () => (this.askedNow += 1),
      },
    });
    this.services.start();
  }

  rule(draft: RuleDraft = priceDraft()) {
    const answer = this.services.alerts.create(draft);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.rule;
  }

  quote(price: number, rest: Partial<Quote> = {}): void {
    const quote: Quote = {
      ...{ instrument: NVDA, price, previousClose: 148, currency: 'USD', asOf: this.time.now() },
      ...{ session: '2026-07-10', source: 'yahoo', state: 'live', delayMinutes: 0 },
      ...{ openBar: null, dispute: null },
      ...rest,
    };
    this.events.quotesUpdated.emit({ quotes: [quote], replaces: false });
  }

  /** Prices a minute apart. */
  quotes(...prices: readonly number[]): void {
    for (const price of prices) {
      this.time.move(MINUTE);
      this.quote(price);
    }
  }

  bars(rows: readonly BarRow[], splits: AlertBars['splits'] = []): void {
    const bars = allocateBars(rows.length);
    for (const [index, [at, open, high, low, close]] of rows.entries()) {
      bars.time[index] = at / 1000;
      for (const [name, value] of Object.entries({ open, high, low, close })) {
        bars[name as 'open'][index] = value;
      }
    }
    this.history = { bars, splits, source: 'yahoo' };
  }

  /** The newest last. */
  fired(): readonly Firing[] {
    return this.services.alerts.recent(500).toReversed();
  }

  /** What was asked without waiting has been answered. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  }

  private write(): boolean {
    this.written += 1;
    return true;
  }

  private notifierInHand(): AlertNotifier {
    const isQuiet = (): boolean => this.quietEnd !== null && this.time.now() < this.quietEnd;
    return {
      deliver: async (firing, handOver) => {
        if (isQuiet()) return 'held';
        this.told.push(firing);
        if (this.holder !== null) handOver?.([firing], this.holder, () => this.write());
        return this.outcome;
      },
      digest: async (firings, handOver) => {
        this.digests.push(firings.map(({ id }) => id));
        if (this.holder !== null) handOver?.(firings, this.holder, () => this.write());
        return this.outcome;
      },
      quietUntil: async () => (isQuiet() ? this.quietEnd : null),
      hasTaken: async (holder) => (holder === this.holder ? this.taken : 'no'),
    };
  }
}

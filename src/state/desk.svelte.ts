import type { DataClient } from '../api/data-client';
import type { AppSnapshot, TapeoutClient } from '../shared/ipc/contract';
import { type DeskMessages, deskMessages } from '../shared/i18n/desk/desk-catalogue';
import type { MarketStatus } from '../shared/domain/market/market-status';
import type { Settings } from '../shared/domain/settings/settings';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import { AlertsState } from './alerts-state.svelte';
import { CalendarsState } from './calendars-state.svelte';
import { ChartsState } from './charts-state.svelte';
import { CurationState } from './curation-state.svelte';
import { DayOverridesState } from './day-overrides-state.svelte';
import { DrawerState } from './drawer-state.svelte';
import { DrawingsState } from './drawings-state.svelte';
import { EvidenceState } from './evidence-state.svelte';
import { FormatsState } from './formats-state.svelte';
import { hearMain } from './hear-main';
import { IndustryState } from './industry-state.svelte';
import { ImportState } from './import-state.svelte';
import { InboxState } from './inbox-state.svelte';
import { InstrumentsState } from './instruments-state.svelte';
import { LayoutsState } from './layouts-state.svelte';
import { ListDeskState } from './list-desk-state.svelte';
import { MarketState } from './market-state.svelte';
import { NoticesState } from './notices-state.svelte';
import { paintReport } from './paint-report';
import { ProvidersState } from './providers-state.svelte';
import { QuotesState } from './quotes-state.svelte';
import { ReadingsState } from './readings-state.svelte';
import { ReplayClock } from './replay-clock.svelte';
import { ReplayState } from './replay-state.svelte';
import type { SeriesState } from './series-state.svelte';
import { SettingsState } from './settings-state.svelte';
import { SparklinesState } from './sparklines-state.svelte';
import { StudiesState } from './studies-state.svelte';
import { TimelineState } from './timeline-state.svelte';
import { tellDrawingsFault } from './tell-drawings-fault';
import { TransferState } from './transfer-state.svelte';
import { WatchlistState } from './watchlist-state.svelte';

/** Everything the features share: one object, handed down by context. */
export class Desk {
  readonly client: TapeoutClient;
  readonly settings: SettingsState;
  readonly formats: FormatsState;
  readonly drawer: DrawerState;
  readonly instruments = new InstrumentsState();
  readonly #replayClock = new ReplayClock();
  readonly quotes = new QuotesState(this.#replayClock);
  readonly notices = new NoticesState();
  readonly readings = new ReadingsState();
  readonly market: MarketState;
  readonly imports: ImportState;
  readonly providers: ProvidersState;
  readonly dayOverrides: DayOverridesState;
  readonly watchlist: WatchlistState;
  readonly transfer: TransferState;
  readonly timeline: TimelineState;
  readonly industry: IndustryState;
  readonly inbox: InboxState;
  readonly alerts: AlertsState;
  readonly curation: CurationState;
  readonly evidence: EvidenceState;
  readonly calendars: CalendarsState;
  readonly charts: ChartsState;
  readonly layouts: LayoutsState;
  readonly drawings: DrawingsState;
  readonly studies: StudiesState;
  readonly replay: ReplayState;
  readonly sparklines: SparklinesState;
  readonly listDesk: ListDeskState;
  readonly #data: DataClient;
  #snapshot = $state.raw<AppSnapshot | null>(null);
  #revision = -1;
  #chartPainted = false;
  #stopHearing: readonly (() => void)[] = [];
  /** Open while the one search field for everything is. */
  paletteOpen = $state(false);
  settingsOpen = $state(false);
  shortcutsOpen = $state(false);

  constructor(client: TapeoutClient, data: DataClient) {
    this.client = client;
    this.#data = data;
    const clock = this.#replayClock;
    this.settings = new SettingsState(client);
    this.formats = new FormatsState(this.settings);
    this.drawer = new DrawerState(this.settings);
    this.market = new MarketState(client);
    this.alerts = new AlertsState(client);
    this.imports = new ImportState(client);
    this.providers = new ProvidersState(client);
    this.dayOverrides = new DayOverridesState(client);
    this.transfer = new TransferState(client);
    this.watchlist = new WatchlistState(
      client,
      (symbols) => void this.sparklines.loadMissing(symbols),
    );
    const { instruments, settings, readings } = this;
    this.timeline = new TimelineState(client, instruments, settings, readings, clock);
    this.industry = new IndustryState(this.timeline);
    this.curation = new CurationState(client, this.timeline);
    this.inbox = new InboxState(client, this.timeline, (prefill) =>
      this.curation.startDraft(prefill),
    );
    this.calendars = new CalendarsState(this.instruments, this.dayOverrides);
    this.evidence = new EvidenceState(this, data, clock);
    this.charts = new ChartsState(data, this.calendars, this.settings, clock);
    this.layouts = new LayoutsState(client, this.charts, this.settings);
    this.drawings = new DrawingsState(client, (fault, book) =>
      tellDrawingsFault(this, fault, book),
    );
    this.studies = new StudiesState(client, this.settings, this.watchlist);
    this.sparklines = new SparklinesState(data, clock);
    this.listDesk = new ListDeskState(this, data, clock);
    this.replay = new ReplayState(clock, this.charts, () => this.now());
  }

  /** The texts of the interface in its language. */
  readonly t: DeskMessages = $derived.by(() => deskMessages(this.settings.locale));

  /** Of the active chart. */
  get series(): SeriesState {
    return this.charts.active.series;
  }

  get snapshot(): AppSnapshot | null {
    return this.#snapshot;
  }

  /** UTC milliseconds by main's clock, which tests set to another day. */
  now(): number {
    return Date.now() + (this.#snapshot?.launch.clockOffsetMs ?? 0);
  }

  /** Subscribes first, then asks for the snapshot; a push that is older than it is dropped. */
  async start(): Promise<void> {
    this.#stopHearing = hearMain(this, this.#data, {
      isNews: (revision) => revision > this.#revision,
      receiveSettings: (settings) => this.#receiveSettings(settings),
      receiveMarket: (status) => this.#receiveMarket(status),
      reload: (instruments) => void this.#reload(instruments),
    });
    const { app } = this.client;
    const [snapshot] = await Promise.all([app.getSnapshot(), app.connectData()]);
    this.#revision = snapshot.revision;
    this.#snapshot = snapshot;
    this.settings.setSystem({
      locale: snapshot.systemLocale,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
    });
    this.settings.receive(snapshot.settings);
    this.instruments.receive(snapshot.instruments);
    this.watchlist.receive(snapshot.watchlist);
    this.quotes.receive(snapshot.quotes, true);
    this.market.receive(snapshot.market);
    this.charts.restore();
    if (snapshot.launch.range) this.series.show({ kind: 'range', range: snapshot.launch.range });
  }

  /** What the first paint does not need: calendars, announcements, small lines. */
  async loadRest(): Promise<void> {
    await Promise.all([
      this.timeline.load(),
      this.timeline.saved.load(),
      ...[this.inbox, this.alerts, this.curation].map((part) => part.load()),
      ...[this.layouts, this.evidence, this.calendars].map((part) => part.load()),
      this.studies.open(),
      this.sparklines.load(this.watchlist.symbols),
    ]);
  }

  /** True once nothing on the screen waits for data any more. */
  readonly isSettled: boolean = $derived.by(
    () =>
      this.timeline.loaded &&
      this.calendars.loaded &&
      this.charts.areDrawn &&
      this.studies.isRead &&
      this.#chartedHasQuote() &&
      this.sparklines.loaded &&
      !this.market.status.importing,
  );

  /** The chart's pixels are on the screen. */
  noteChartPainted(): void {
    if (this.series.status !== 'ready' || this.#chartPainted) return;
    this.#chartPainted = true;
    performance.mark('chart-painted');
  }

  /** Tells main what stands on the screen; a screenshot waits for it. */
  async reportPainted(): Promise<void> {
    const report = paintReport(this);
    if (report) await this.client.app.reportPainted(report);
  }

  /** Shows an instrument on the chart and remembers it. */
  async chart(instrument: InstrumentId): Promise<void> {
    await this.charts.show(instrument);
  }

  /** Selects an announcement and lets the chart go to its session. */
  async showAnnouncement(id: string): Promise<void> {
    const selected = this.timeline.select(id);
    this.series.show({ kind: 'announcement', id });
    await selected;
  }

  dispose(): void {
    for (const stop of this.#stopHearing) stop();
    this.#data.dispose();
  }

  /** Bars without a quote have their quote on the way. */
  #chartedHasQuote(): boolean {
    const { status, instrument } = this.series;
    if (this.replay.active) return true;
    return status !== 'ready' || (instrument !== null && this.quotes.get(instrument) !== undefined);
  }

  /** A second start of the app can ask this one to chart another instrument. */
  #receiveSettings(settings: Settings): void {
    this.settings.receive(settings);
    const { charted, chartInterval } = this.settings.current;
    const isShown = charted === this.series.instrument && chartInterval === this.series.asked;
    if (!isShown) void this.series.open(charted, chartInterval);
  }

  /** The end of a reading is heard from main and from the data process, in either order. */
  #receiveMarket(status: MarketStatus): void {
    const finished = this.market.status.importing && !status.importing;
    this.market.receive(status);
    const charted = this.series.instrument;
    if (finished && charted)
      void this.#reload([charted, ...this.instruments.all.map(({ id }) => id)]);
  }

  async #reload(changed: readonly InstrumentId[]): Promise<void> {
    const reopened = this.charts.reopen(changed);
    await this.sparklines.load(changed.filter((id) => this.watchlist.contains(id)));
    await Promise.all([this.listDesk.facts.refresh(changed), reopened]);
  }
}

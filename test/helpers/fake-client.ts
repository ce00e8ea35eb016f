import { ChartMemoryService } from '../../electron/core/charts/chart-memory-service';
import { Signal } from '../../electron/core/events/signal';
import { SavedFilterService } from '../../electron/core/timeline/saved-filter-service';
import { WatchlistService } from '../../electron/core/watchlist/watchlist-service';
import type { ChosenList } from '../../electron/ipc/transfer-handlers';
import { EvidenceRecordService } from '../../electron/core/evidence/evidence-record-service';
import type { ChosenPack } from '../../electron/ipc/curation-handlers';
import { createEvidenceHandlers } from '../../electron/ipc/evidence-handlers';
import type { CorporateEvent } from '../../src/shared/domain/event-study/corporate-event';
import { createChartsHandlers } from '../../electron/ipc/charts-handlers';
import { createTimelineFiltersHandlers } from '../../electron/ipc/timeline-filters-handlers';
import type {
  Announcement,
  AnnouncementSummary,
} from '../../src/shared/domain/announcement/announcement';
import type { Instrument } from '../../src/shared/domain/instrument/instrument';
import type { Resolution } from '../../src/shared/domain/instrument/resolve-symbol';
import type { ProviderStatus } from '../../src/shared/domain/market/provider-status';
import { DEFAULT_SETTINGS, type Settings } from '../../src/shared/domain/settings/settings';
import type { WatchlistsNow } from '../../src/shared/domain/watchlist/watchlist-answer';
import type { AlertDraft } from '../../src/shared/domain/watchlist/watchlist-document';
import { mapContract } from '../../src/shared/ipc/build';
import {
  type AppSnapshot,
  contract,
  type TapeoutClient,
  type TapeoutHandlers,
  type TapeoutPublisher,
  type TimelineSnapshot,
} from '../../src/shared/ipc/contract';
import type { SaveResult } from '../../src/shared/ipc/files-contract';
import type { TickerContent } from '../../src/shared/ipc/ticker-contract';
import { createAlertAnswers, type FakeAlerts } from './fake-alerts';
import { createInboxAnswers, type FakeInbox } from './fake-inbox';
import { fakeBackups } from './fake-backups';
import { fakeCuration } from './fake-curation';
import { fakeTransfer } from './fake-transfer';
import { MemoryNamedValues } from './memory-named-values';
import { createWatchlistHandlers } from '../../electron/ipc/watchlist-handlers';
import { MemoryWatchlistRepository } from './memory-watchlist-repository';
import { listOf, listsOf, nowOf } from './watchlist-samples';

export interface FakeMainOptions {
  readonly snapshot?: Partial<AppSnapshot>;
  readonly announcements?: readonly Announcement[];
  readonly companies?: TimelineSnapshot['companies'];
  readonly programmes?: TimelineSnapshot['programmes'];
  readonly chips?: TimelineSnapshot['chips'];
  readonly providers?: readonly ProviderStatus[];
  /** The file of announcements that the user chooses; none: he closes the dialog. */
  readonly pack?: ChosenPack;
  /** The file of a list that the user chooses; none: he closes the dialog. */
  readonly list?: ChosenList;
  /** How every saving of a file ends; well where it is left out. */
  readonly saving?: SaveResult;
  readonly inbox?: FakeInbox;
  readonly alerts?: FakeAlerts;
  readonly isTrayReachable?: boolean;
  readonly ticker?: TickerContent;
  /** Those that come with the app. */
  readonly corporateEvents?: readonly CorporateEvent[];
  /** What a search of the sources finds. */
  readonly found?: readonly Instrument[];
  /** What a text means by its spelling; nothing for texts that are not here. */
  readonly resolutions?: Readonly<Record<string, Resolution>>;
}

/** One question that the page asked, for expectations. */
export interface AskedQuestion {
  /** `watchlist.removeItem` */
  readonly call: string;
  readonly args: unknown;
}

const NO_TICKER: TickerContent = {
  ...{ lines: [], locale: 'en', theme: 'dark' },
  ...{ upColour: 'by-language', directionPalette: 'standard' },
};

type Answer = (args: unknown) => unknown;

/**
 * A fake of main, typed by the contract: a call that is missing here does not compile. Arguments
 * are checked with the contract's own schemas, watchlist, saved filters, curation and chart memory are main's own services over stores in
 * memory, and `publish` pushes what main would push.
 */
export class FakeMain {
  readonly client: TapeoutClient;
  readonly publish: TapeoutPublisher;
  /** Every question so far, in order. */
  readonly asked: AskedQuestion[] = [];
  /** Calls that reject from now on, `timeline.list`. */
  readonly failing = new Set<string>();
  readonly #listeners = new Map<string, Set<(payload: unknown) => void>>();
  readonly #watchlist: WatchlistService;
  readonly #chartMemory = new ChartMemoryService({
    studies: new MemoryNamedValues(),
    drawings: new MemoryNamedValues(),
    layouts: new MemoryNamedValues(),
  });
  readonly #evidence = new EvidenceRecordService({
    loadCorporateEvents: async () => this.#options.corporateEvents ?? [],
    ...{ own: new MemoryNamedValues(), sessions: new MemoryNamedValues() },
  });
  readonly #savedFilters = new SavedFilterService(new MemoryNamedValues());
  readonly #options: FakeMainOptions;
  /** What was exported, by the name of its file. */
  readonly written = new Map<string, string>();
  /** Limits of imported lists that became drafts of alerts. */
  readonly drafts: AlertDraft[] = [];
  readonly #curation: ReturnType<typeof fakeCuration>;
  readonly #handlers: TapeoutHandlers;
  #settings: Settings;
  #held: Promise<void> = Promise.resolve();

  constructor(options: FakeMainOptions = {}) {
    this.#options = options;
    this.#settings = options.snapshot?.settings ?? DEFAULT_SETTINGS;
    const changed = new Signal<WatchlistsNow>((error) => {
      throw error;
    });
    const { watchlists } = options.snapshot?.watchlist ?? nowOf(listsOf(0, listOf(1, null)));
    this.#watchlist = new WatchlistService({
      ...{ repository: new MemoryWatchlistRepository(watchlists), changed },
      scheduler: { after: () => () => undefined },
      now: () => Date.UTC(2024, 2, 28, 20),
    });
    this.#watchlist.start();
    const { announcements = [], companies = [], programmes = [], chips = [] } = options;
    this.#curation = fakeCuration({
      set: { announcements, companies, programmes, chips },
      pack: options.pack ?? null,
      onWritten: (fileName, text) => void this.written.set(fileName, text),
    });
    this.#handlers = this.#makeHandlers();
    this.client = this.#makeClient();
    this.publish = this.#makePublisher();
    this.#curation.changed.subscribe((state) => this.publish.curation.onChanged(state));
    changed.subscribe((now) => this.publish.watchlist.onChanged(now));
  }

  /** The arguments of all questions of one name. */
  argsOf(call: string): unknown[] {
    return this.asked.filter((question) => question.call === call).map(({ args }) => args);
  }

  /** Lets every answer wait until the returned function is called. */
  holdAnswers(): () => void {
    let release = (): void => undefined;
    this.#held = new Promise((resolve) => (release = resolve));
    return release;
  }

  #makeHandlers(): TapeoutHandlers {
    const { announcements = [] } = this.#options;
    return {
      app: {
        getSnapshot: () => this.#snapshot(),
        reportPainted: () => undefined,
        connectData: () => undefined,
        updateSettings: (patch) => {
          this.#settings = { ...this.#settings, ...definedOnly(patch) };
          return this.#settings;
        },
      },
      watchlist: createWatchlistHandlers({ watchlist: this.#watchlist }),
      transfer: fakeTransfer({
        watchlist: this.#watchlist,
        instruments: this.#options.snapshot?.instruments ?? [],
        chosen: this.#options.list ?? null,
        onWritten: (fileName, text) => void this.written.set(fileName, text),
        onDrafts: (drafts) => void this.drafts.push(...drafts),
      }),
      backups: fakeBackups(),
      timeline: {
        list: () => this.#curation.timeline.list(),
        get: ({ id }) => this.#curation.timeline.get(id),
        openSource: ({ id, sourceIndex }) => {
          const source = announcements.find((each) => each.id === id)?.sources[sourceIndex];
          if (!source) return { ok: false, reason: 'unknown-source' };
          return { ok: true, host: new URL(source.url).host };
        },
      },
      timelineFilters: createTimelineFiltersHandlers({ savedFilters: this.#savedFilters }),
      market: {
        chooseBarsFolder: () => ({ chosen: false }),
        rescanBarsFolder: () => undefined,
        useNetwork: () => undefined,
        startSimulation: () => undefined,
        stopSimulation: () => undefined,
      },
      providers: {
        list: () => this.#options.providers ?? [],
        update: () => ({ ok: true }),
        setKey: () => ({ kept: 'stored' }),
        clearKey: () => undefined,
      },
      instruments: {
        resolve: ({ text }) =>
          this.#options.resolutions?.[text] ?? { candidates: [], ambiguous: false },
        search: () => ({ instruments: this.#options.found ?? [], failure: null }),
        learn: () => ({ learned: true }),
      },
      calendar: {
        list: () => [],
        set: (override) => ({ ok: true, overrides: [override] }),
        clear: () => ({ ok: true, overrides: [] }),
      },
      charts: createChartsHandlers({ chartMemory: this.#chartMemory }),
      imports: {
        chooseFiles: () => ({ importId: 1 }),
        chooseFolder: () => ({ importId: 1 }),
        correct: () => undefined,
        commit: () => undefined,
        cancel: () => undefined,
        remove: () => undefined,
      },
      curation: this.#curation.handlers,
      evidence: createEvidenceHandlers({
        evidence: this.#evidence,
        openLink: async () => ({ ok: true, host: 'example.org' }),
      }),
      files: {
        saveFile: () => this.#options.saving ?? { saved: true },
        copyText: () => undefined,
        copyPicture: () => ({ copied: true }),
      },
      inbox: createInboxAnswers(this.#options.inbox),
      alerts: createAlertAnswers(this.#options.alerts, (snapshot) =>
        this.publish.alerts.onChanged(snapshot),
      ),
      tray: {
        isReachable: () => ({ isReachable: this.#options.isTrayReachable ?? true }),
        setStartAtLogin: () => ({ isSet: true }),
      },
      ticker: {
        get: () => this.#options.ticker ?? NO_TICKER,
        chart: () => undefined,
        close: () => undefined,
      },
      help: { openLink: () => ({ ok: true, host: 'example.org' }) },
    };
  }

  #snapshot(): AppSnapshot {
    return {
      revision: 1,
      appVersion: '0.0.0',
      electronVersion: '0.0.0',
      launch: { range: null, screenshot: false, clockOffsetMs: 0 },
      systemLocale: 'en',
      market: { mode: 'live', unasked: false, folderName: null, importing: false, report: null },
      instruments: [],
      quotes: [],
      storeNotice: null,
      ...this.#options.snapshot,
      settings: this.#settings,
      watchlist: this.#watchlist.now(),
    };
  }

  #makeClient(): TapeoutClient {
    const handlers = this.#handlers as unknown as Record<string, Record<string, Answer>>;
    return mapContract(contract, (channel, call) => {
      if (call.kind === 'push') return this.#listen(channel);
      const name = channel.replace(/^.*:/, '');
      const [group = '', member = ''] = name.split('.');
      return async (args: unknown) => {
        this.asked.push({ call: name, args });
        const checked = call.args.parse(args);
        await this.#held;
        if (this.failing.has(name)) throw new Error(`${name} fails on purpose`);
        return structuredClone(await handlers[group]?.[member]?.(checked));
      };
    }) as unknown as TapeoutClient;
  }

  #makePublisher(): TapeoutPublisher {
    return mapContract(contract, (channel, call) => {
      if (call.kind !== 'push') return undefined;
      return (payload: unknown) => {
        for (const listener of this.#listeners.get(channel) ?? [])
          listener(structuredClone(payload));
      };
    }) as unknown as TapeoutPublisher;
  }

  #listen(channel: string) {
    return (listener: (payload: unknown) => void): (() => void) => {
      const listeners = this.#listeners.get(channel) ?? new Set();
      this.#listeners.set(channel, listeners.add(listener));
      return () => listeners.delete(listener);
    };
  }
}

/** What of an announcement stands in the list. */
export function summaryOf(announcement: Announcement): AnnouncementSummary {
  const { id, date, precision, at, company, programmes, chips, label, kind, contextKind } =
    announcement;
  const { workload, stage, claim, process, foundry, isa, designPartners } = announcement;
  const { title, instruments, verified, refersTo } = announcement;
  return {
    ...{ id, date, precision, at, company, programmes, chips, label, kind, contextKind },
    ...{ workload, stage, claim, process, foundry, isa, designPartners },
    ...{ title, instruments, verified, refersTo },
    sourceCount: announcement.sources.length,
    sourceTiers: [...new Set(announcement.sources.map(({ tier }) => tier))],
  };
}

function definedOnly<Patch extends object>(patch: Patch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

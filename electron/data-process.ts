import { createHash } from 'node:crypto';
import catalogue from '../assets/instruments/catalogue.json';
import exchanges from '../assets/exchanges/exchanges.json';
import { applyOverrides } from '../src/shared/domain/calendar/apply-overrides';
import type { DayOverride } from '../src/shared/domain/calendar/day-override';
import type { ExchangeCalendar } from '../src/shared/domain/calendar/exchange-calendar';
import { readExchangeCalendars } from '../src/shared/domain/calendar/read-exchange-calendars';
import { createZoneClock } from '../src/shared/domain/calendar/zone-clock';
import { readExchangeCodes } from '../src/shared/domain/instrument/exchange-codes';
import { calendarMicOf } from '../src/shared/domain/instrument/calendar-mic';
import type { Instrument, InstrumentId } from '../src/shared/domain/instrument/instrument';
import {
  createSymbolResolver,
  type SymbolResolver,
} from '../src/shared/domain/instrument/resolve-symbol';
import { SIMULATION_SEED } from '../src/shared/domain/simulation/simulated-market';
import type { DataCommand, DataEvent } from '../src/shared/ipc/data-port';
import { CacheStore } from './data/cache/cache-store';
import { TidyService } from './data/cache/tidy-service';
import { BundleService } from './data/evidence/bundle-service';
import { EvidenceStudyService } from './data/evidence/evidence-study-service';
import { StudySeriesStore } from './data/evidence/study-series-store';
import { FileReader } from './data/import/file-reader';
import { FolderImportService } from './data/import/folder-import-service';
import { ImportService } from './data/import/import-service';
import { ImportWriter } from './data/import/import-writer';
import { NetworkBarsService } from './data/history/network-bars-service';
import { PagePortService } from './data/page-port/page-port-service';
import { CommandService } from './data/process/command-service';
import { IdleExitController } from './data/process/idle-exit-controller';
import { QuoteFeedService } from './data/quotes/quote-feed-service';
import { RunningBars } from './data/series/running-bars';
import { SeriesService } from './data/series/series-service';
import { StoredSeriesSource } from './data/series/stored-series-source';
import type { Timers } from './data/time';
import { CsvFolderProvider } from './market/providers/csv-folder/csv-folder-provider';
import { InstrumentFileNames } from './market/providers/csv-folder/instrument-file-names';
import { SimulatedProvider } from './market/providers/simulated/simulated-provider';

const instruments = catalogue.instruments as readonly unknown[] as readonly Instrument[];
const instrumentsById = new Map(instruments.map((instrument) => [instrument.id, instrument]));

/** Read when first asked for: loading the time zones takes longer than opening a series. */
let calendars: ReadonlyMap<string, ExchangeCalendar> | null = null;
let overrides: readonly DayOverride[] = [];
const calendar = (mic: string): ExchangeCalendar | undefined =>
  (calendars ??= applyOverrides(readExchangeCalendars(exchanges), overrides)).get(mic);

const calendarMic = (id: InstrumentId): string => calendarMicOf(instrumentsById.get(id) ?? { id });
const calendarOf = (id: InstrumentId): ExchangeCalendar | undefined => calendar(calendarMic(id));

let clockOffsetMs = 0;
const clock = (): number => Date.now() + clockOffsetMs;
const timers: Timers = {
  every: (intervalMs, tick) => {
    const timer = setInterval(tick, intervalMs);
    return () => clearInterval(timer);
  },
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const send = (event: DataEvent): void => process.parentPort.postMessage(event);
const fail = (message: string): void => send({ kind: 'failed', message });
const onError = (error: unknown): void =>
  fail(error instanceof Error ? (error.stack ?? error.message) : String(error));

const cache = new CacheStore({
  noticed: fail,
  lost: () => void commands.storeLost().catch(onError),
});
const running = new RunningBars();
const series = new SeriesService(
  new StoredSeriesSource(cache, calendarOf, running),
  new SimulatedProvider({
    instrument: (id) => instrumentsById.get(id),
    calendar,
    now: clock,
    seed: SIMULATION_SEED,
  }),
  calendarOf,
);
const idleExit = new IdleExitController(timers, () => {
  commands.dispose();
  process.exit(0);
});
const studySeries = new StudySeriesStore({ series, calendar: calendarOf, clock });
const loadDistributions = async () =>
  (await import('../src/shared/statistics/stdlib-distributions')).STDLIB_DISTRIBUTIONS;
const studies = new EvidenceStudyService({
  ...{ store: studySeries, loadDistributions, pause: turn },
});
const bundles = new BundleService({
  ...{ store: studySeries, studies, loadDistributions },
  loadWords: async () =>
    (await import('../src/shared/i18n/evidence/bundle-catalogue')).BUNDLE_WORDS,
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
});
const pages = new PagePortService({
  ...{ series, studies, bundles, onError },
  hold: () => idleExit.hold(),
});
const quotes = new QuoteFeedService({
  quotes: (nowMs) => series.quotes(nowMs),
  clock,
  timers,
  send: (updated, replaces) => send({ kind: 'quotes-updated', quotes: updated, replaces }),
  sessionsFinished: (finished) => pages.announceChanged(finished),
  onError,
});
const fileNames = new InstrumentFileNames(instruments);
const imports = new FolderImportService({
  openFolder: (folder) => new CsvFolderProvider(folder, fileNames),
  cache,
  clock,
  onError,
});
let resolver: SymbolResolver | null = null;
const fileImports: ImportService = new ImportService({
  ...{ cache, clock, onError },
  reader: new FileReader({
    resolver: () => (resolver ??= createSymbolResolver(readExchangeCodes(exchanges), instruments)),
    exchangeClock: (id) => calendar(calendarMic(id))?.clock,
    zoneClock: createZoneClock,
  }),
  writer: new ImportWriter({
    ...{ cache, clock },
    turn,
  }),
  hold: () => idleExit.hold(),
  send: (news) => send({ kind: 'import-news', news }),
  changed: (changed) => commands.importedChanged(changed),
});
const networkBars = new NetworkBarsService({ cache, calendar, calendarMic, clock });
const commands = new CommandService({
  cache,
  networkBars,
  running,
  tidying: new TidyService({ cache, timers, onError }),
  series,
  studies,
  imports,
  fileImports,
  pages,
  quotes,
  idleExit,
  timers,
  instruments: () => pages.shown(),
  setDayOverrides: (next) => {
    overrides = next;
    calendars = null;
    studies.forget(null);
  },
  setClockOffset: (offsetMs) => {
    clockOffsetMs = offsetMs;
  },
  send,
});

process.parentPort.on('message', ({ data, ports }) => {
  commands.handle(data as DataCommand, ports).catch(onError);
});

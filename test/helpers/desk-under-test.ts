import type { ChosenList } from '../../electron/ipc/transfer-handlers';
import type { ChosenPack } from '../../electron/ipc/curation-handlers';
import type { Announcement } from '../../src/shared/domain/announcement/announcement';
import type { Instrument } from '../../src/shared/domain/instrument/instrument';
import type { Resolution } from '../../src/shared/domain/instrument/resolve-symbol';
import type { ProviderStatus } from '../../src/shared/domain/market/provider-status';
import { DEFAULT_SETTINGS, type Settings } from '../../src/shared/domain/settings/settings';
import type { AppSnapshot, TimelineSnapshot } from '../../src/shared/ipc/contract';
import type { SaveResult } from '../../src/shared/ipc/files-contract';
import { Desk } from '../../src/state/desk.svelte';
import {
  ACME,
  BOLT,
  KORVO,
  quoteOf,
  sampleAnnouncements,
  sampleBars,
  sampleChips,
  sampleCompanies,
  sampleProgrammes,
  sampleInstruments,
  sampleLists,
} from './desk-sample';
import { FakeDataProcess } from './fake-data-process';
import { FakeMain } from './fake-client';
import type { FakeAlerts } from './fake-alerts';
import type { FakeInbox } from './fake-inbox';

export interface DeskUnderTest {
  readonly desk: Desk;
  readonly main: FakeMain;
  readonly data: FakeDataProcess;
}

export interface DeskUnderTestOptions {
  readonly settings?: Partial<Settings>;
  readonly snapshot?: Partial<AppSnapshot>;
  /** Newest first; the sample's own when left out. */
  readonly announcements?: readonly Announcement[];
  /** Whose announcements they are; the sample's own when left out. */
  readonly record?: Pick<TimelineSnapshot, 'companies' | 'programmes' | 'chips'>;
  /** How every saving of a file ends; well where it is left out. */
  readonly saving?: SaveResult;
  readonly providers?: readonly ProviderStatus[];
  readonly inbox?: FakeInbox;
  /** Whether a panel shows the tray's icon; it does where this is left out. */
  readonly isTrayReachable?: boolean;
  readonly alerts?: FakeAlerts;
  /** The file of announcements that the user chooses. */
  readonly pack?: ChosenPack;
  /** The file of a list that the user chooses. */
  readonly list?: ChosenList;
  /** What a search of the sources finds. */
  readonly found?: readonly Instrument[];
  /** What a text means by its spelling; nothing for texts that are not here. */
  readonly resolutions?: Readonly<Record<string, Resolution>>;
}

const SAMPLE_RECORD = {
  companies: sampleCompanies,
  programmes: sampleProgrammes,
  chips: sampleChips,
};

/** A desk of the sample companies over a fake main and a fake data process; not started. */
export function makeDesk({
  settings,
  snapshot,
  announcements = sampleAnnouncements,
  record = SAMPLE_RECORD,
  saving,
  providers = [],
  found = [],
  resolutions = {},
  inbox = {},
  isTrayReachable = true,
  alerts = {},
  pack,
  list,
}: DeskUnderTestOptions = {}): DeskUnderTest {
  const data = new FakeDataProcess().connect();
  data.give(ACME, sampleBars());
  data.giveSparkline(ACME, [1, 2, 3]);
  data.giveSparkline(BOLT, [3, 2, 1]);
  const main = new FakeMain({
    announcements,
    providers,
    found,
    resolutions,
    ...record,
    ...(saving && { saving }),
    inbox,
    isTrayReachable,
    alerts,
    ...(pack && { pack }),
    ...(list && { list }),
    snapshot: {
      instruments: sampleInstruments,
      watchlist: sampleLists,
      quotes: [
        quoteOf(ACME, { price: 1372.6, previousClose: 1400 }),
        quoteOf(BOLT, { price: 39.74, previousClose: 39.5, state: 'stale', session: '2019-08-30' }),
        quoteOf(KORVO, { price: 812_000, previousClose: 812_000, state: 'simulated' }),
      ],
      settings: { ...DEFAULT_SETTINGS, locale: 'en', theme: 'dark', charted: ACME, ...settings },
      ...snapshot,
    },
  });
  return { desk: new Desk(main.client, data.client), main, data };
}

/** As the app starts it: the snapshot, then the rest. */
export async function startDesk(options?: DeskUnderTestOptions): Promise<DeskUnderTest> {
  const made = makeDesk(options);
  await made.desk.start();
  await made.desk.loadRest();
  return made;
}

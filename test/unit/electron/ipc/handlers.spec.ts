import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers, type HandlerParts } from '../../../../electron/ipc/handlers';
import { HELP_ADDRESSES } from '../../../../electron/ipc/help-handlers';
import { Revision } from '../../../../electron/ipc/revision';
import type { TickerContent } from '../../../../src/shared/ipc/ticker-contract';
import type { MarketStatus } from '../../../../src/shared/domain/market/market-status';
import { DEFAULT_SETTINGS } from '../../../../src/shared/domain/settings/settings';
import type { PaintReport, TapeoutHandlers } from '../../../../src/shared/ipc/contract';
import { createAlertAnswers } from '../../../helpers/fake-alerts';
import { fakeCuration } from '../../../helpers/fake-curation';
import { priceRule } from '../../../helpers/made-up-rule';

const STATUS: MarketStatus = {
  mode: 'live',
  unasked: false,
  folderName: null,
  importing: false,
  report: null,
};
const WATCHLIST = { id: 1, revision: 4, sections: [] };
const SOURCE = { url: 'https://example.com/a', host: 'example.com' };
const PAINTED: PaintReport = {
  ...{ symbol: 'XNAS:NVDA', bars: 1, firstBar: null, lastBar: null, source: null },
  ...{ interval: '5m', announcements: 0, markers: 0 },
};

let happened: unknown[];
let chosenFolder: string | null;
let chosenFiles: readonly string[] | null;
let revision: Revision;
let handlers: TapeoutHandlers;

/** Notes the call and answers `answer`. */
const noting =
  <Answer>(name: string, answer: Answer) =>
  (...args: unknown[]): Answer => {
    happened.push([name, ...args]);
    return answer;
  };

const TICKER: TickerContent = {
  ...{ lines: [], locale: 'en', theme: 'dark' },
  ...{ upColour: 'by-language', directionPalette: 'standard' },
};

const watchlistAnswer = { ok: true as const, watchlist: WATCHLIST };

beforeEach(() => {
  happened = [];
  chosenFolder = null;
  chosenFiles = null;
  revision = new Revision();
  const { curation, packs } = fakeCuration({
    set: { companies: [], programmes: [], chips: [], announcements: [] },
    ...{ pack: null, onWritten: () => undefined },
  });
  const parts: HandlerParts = {
    ...{ curation, packs, choosePack: async () => null },
    versions: { app: '1.2.3', electron: '33.2.1' },
    launch: { range: null, screenshot: false, clockOffsetMs: 0 },
    systemLocale: () => 'en',
    storeNotice: null,
    revision,
    catalogue: {
      all: () => [],
      resolve: async () => ({ candidates: [], ambiguous: false }),
      search: async () => ({ instruments: [], failure: null }),
      learnFound: () => true,
    },
    tray: {
      isReachable: async () => true,
      setStartAtLogin: async (isOn) => noting('setStartAtLogin', true)(isOn),
      tickerContent: async () => TICKER,
      chart: noting('chart', undefined),
      closeTicker: noting('closeTicker', undefined),
    },
    providers: {
      update: () => ({ ok: true }),
      setKey: () => 'stored',
      clearKey: noting('clearKey', undefined),
    },
    statuses: () => [],
    alerts: createAlertAnswers({ rules: [priceRule()] }) as HandlerParts['alerts'],
    imports: {
      open: noting('open', 7),
      correct: noting('correct', undefined),
      commit: noting('commit', undefined),
      cancel: noting('cancel', undefined),
      remove: noting('remove', undefined),
    },
    files: {
      askWhere: async () => null,
      write: noting('write', Promise.resolve()),
      copyText: noting('copyText', Promise.resolve()),
      copyPicture: noting('copyPicture', Promise.resolve(true)),
    },
    log: { error: noting('error', undefined) },
    inbox: {
      network: true,
      feeds: () => [],
      items: () => [],
      suggested: async () => [],
      add: async () => ({ ok: true as const, id: 1 }),
      addSuggested: async () => null,
      update: noting('updateFeed', undefined),
      remove: noting('removeFeed', undefined),
      restore: () => true,
      askNow: noting('askNow', undefined),
      mark: noting('mark', undefined),
      itemUrl: () => null,
      importList: async () => null,
      exportList: () => '',
    },
    feedFiles: { open: async () => null, save: async () => 'cancelled' as const },
    chooseImport: { files: async () => chosenFiles, folder: async () => null },
    dayOverrides: {
      list: () => [],
      set: async () => ({ ok: true as const, overrides: [] }),
      clear: () => ({ ok: true as const, overrides: [] }),
    },
    savedFilters: {
      list: () => [],
      put: () => ({ ok: true, filters: [] }),
      rename: () => ({ ok: true, filters: [] }),
      remove: () => [],
    },
    chartMemory: {
      studies: () => null,
      putStudies: noting('putStudies', undefined),
      drawings: () => [],
      putDrawings: noting('putDrawings', undefined),
      layouts: () => [],
      putLayout: () => ({ ok: true as const, layouts: [] }),
      removeLayout: () => [],
    },
    settings: { get: () => DEFAULT_SETTINGS, update: noting('update', DEFAULT_SETTINGS) },
    quotes: { all: () => [] },
    connectData: noting('connectData', undefined),
    onPainted: noting('painted', undefined),
    watchlist: {
      list: () => WATCHLIST,
      addItem: noting('addItem', watchlistAnswer),
      removeItem: noting('removeItem', watchlistAnswer),
      moveItem: noting('moveItem', watchlistAnswer),
      addSection: noting('addSection', watchlistAnswer),
      renameSection: noting('renameSection', watchlistAnswer),
      moveSection: noting('moveSection', watchlistAnswer),
      removeSection: noting('removeSection', watchlistAnswer),
    },
    timeline: {
      list: async () => ({ companies: [], programmes: [], chips: [], announcements: [] }),
      get: async () => null,
      sourceUrl: async (id, index) => (id === 'tpu' && index === 0 ? SOURCE : null),
    },
    market: {
      status: () => STATUS,
      useBarsFolder: noting('useBarsFolder', undefined),
      useNetwork: noting('useNetwork', undefined),
      rescanBarsFolder: noting('rescanBarsFolder', undefined),
      startSimulation: noting('startSimulation', undefined),
      stopSimulation: noting('stopSimulation', undefined),
    },
    chooseFolder: async () => chosenFolder,
    openLink: async (address) => {
      happened.push(['open', address]);
      return { ok: true, host: 'example.com' };
    },
  };
  handlers = createHandlers(parts);
});

describe('app handlers', () => {
  it('give a snapshot with the revision of its moment', async () => {
    revision.next();
    revision.next();
    expect(await handlers.app.getSnapshot()).toEqual({
      revision: 2,
      appVersion: '1.2.3',
      electronVersion: '33.2.1',
      launch: { range: null, screenshot: false, clockOffsetMs: 0 },
      settings: DEFAULT_SETTINGS,
      systemLocale: 'en',
      market: STATUS,
      watchlist: WATCHLIST,
      instruments: [],
      quotes: [],
      storeNotice: null,
    });
  });

  it('pass on settings, reports and the wish for a port', async () => {
    expect(await handlers.app.updateSettings({ theme: 'dark' })).toBe(DEFAULT_SETTINGS);
    await handlers.app.reportPainted(PAINTED);
    await handlers.app.connectData();
    expect(happened).toEqual([
      ['update', { theme: 'dark' }],
      ['painted', PAINTED],
      ['connectData'],
    ]);
  });
});

describe('handlers of tray and ticker', () => {
  it('say whether the tray can be reached, and what the system did', async () => {
    expect(await handlers.tray.isReachable()).toEqual({ isReachable: true });
    expect(await handlers.tray.setStartAtLogin({ isOn: true })).toEqual({ isSet: true });
    expect(happened).toEqual([['setStartAtLogin', true]]);
  });

  it('give the ticker what it shows, and do what is chosen in it', async () => {
    expect(await handlers.ticker.get()).toBe(TICKER);
    await handlers.ticker.chart({ instrument: 'XNAS:NVDA' });
    await handlers.ticker.close();
    expect(happened).toEqual([['chart', 'XNAS:NVDA'], ['closeTicker']]);
  });
});

describe('watchlist handlers', () => {
  it('pass every command on under its name', async () => {
    const { watchlist } = handlers;
    expect(await watchlist.addItem({ sectionId: 1, symbol: 'X', position: 0 })).toBe(
      watchlistAnswer,
    );
    await watchlist.removeItem({ itemId: 1 });
    await watchlist.moveItem({ itemId: 1, sectionId: 2, position: 0 });
    await watchlist.addSection({ name: 'A', position: 0 });
    await watchlist.renameSection({ sectionId: 1, name: 'B' });
    await watchlist.moveSection({ sectionId: 1, position: 2 });
    await watchlist.removeSection({ sectionId: 1 });
    expect(happened).toEqual([
      ['addItem', { sectionId: 1, symbol: 'X', position: 0 }],
      ['removeItem', { itemId: 1 }],
      ['moveItem', { itemId: 1, sectionId: 2, position: 0 }],
      ['addSection', { name: 'A', position: 0 }],
      ['renameSection', { sectionId: 1, name: 'B' }],
      ['moveSection', { sectionId: 1, position: 2 }],
      ['removeSection', { sectionId: 1 }],
    ]);
  });
});

describe('timeline handlers', () => {
  it('answer from the timeline', async () => {
    expect(await handlers.timeline.list()).toEqual({
      companies: [],
      programmes: [],
      chips: [],
      announcements: [],
    });
    expect(await handlers.timeline.get({ id: 'tpu' })).toBeNull();
  });

  it('open a source by its position', async () => {
    expect(await handlers.timeline.openSource({ id: 'tpu', sourceIndex: 0 })).toEqual({
      ok: true,
      host: 'example.com',
    });
    expect(happened).toEqual([['open', 'https://example.com/a']]);
  });

  it('open nothing for a source that is not there', async () => {
    expect(await handlers.timeline.openSource({ id: 'tpu', sourceIndex: 1 })).toEqual({
      ok: false,
      reason: 'unknown-source',
    });
    expect(happened).toEqual([]);
  });
});

describe('import handlers', () => {
  it('open what the user chose, and tell the page its number and no path', async () => {
    chosenFiles = ['/bars/NVDA.csv'];
    expect(await handlers.imports.chooseFiles()).toEqual({ importId: 7 });
    expect(happened).toEqual([['open', ['/bars/NVDA.csv']]]);
    expect(await handlers.imports.chooseFolder()).toEqual({ importId: null });
  });

  it('pass on the rest', async () => {
    const correction = { included: false };
    await handlers.imports.correct({ importId: 7, file: 2, correction });
    await handlers.imports.commit({ importId: 7 });
    await handlers.imports.cancel({ importId: 7 });
    await handlers.imports.remove({ instrument: 'XNAS:NVDA' });
    expect(happened).toEqual([
      ['correct', 7, 2, correction],
      ['commit', 7],
      ['cancel', 7],
      ['remove', 'XNAS:NVDA'],
    ]);
  });
});

describe('market handlers', () => {
  it('use the folder that the user chose', async () => {
    chosenFolder = '/bars';
    expect(await handlers.market.chooseBarsFolder()).toEqual({ chosen: true });
    expect(happened).toEqual([['useBarsFolder', '/bars']]);
  });

  it('change nothing where the dialog was closed', async () => {
    expect(await handlers.market.chooseBarsFolder()).toEqual({ chosen: false });
    expect(happened).toEqual([]);
  });

  it('pass on the rest', async () => {
    await handlers.market.rescanBarsFolder();
    await handlers.market.useNetwork();
    await handlers.market.startSimulation();
    await handlers.market.stopSimulation();
    expect(happened).toEqual([
      ['rescanBarsFolder'],
      ['useNetwork'],
      ['startSimulation'],
      ['stopSimulation'],
    ]);
  });
});

describe('help handlers', () => {
  it('open the page that a link stands for', async () => {
    await handlers.help.openLink({ link: 'charting-library' });
    await handlers.help.openLink({ link: 'project' });
    expect(happened).toEqual([
      ['open', HELP_ADDRESSES['charting-library']],
      ['open', HELP_ADDRESSES.project],
    ]);
    for (const address of Object.values(HELP_ADDRESSES)) expect(address).toMatch(/^https:/);
  });
});

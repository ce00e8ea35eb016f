import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers, type HandlerParts } from '../../../../electron/ipc/handlers';
import { HELP_ADDRESSES } from '../../../../electron/ipc/help-handlers';
import { Revision } from '../../../../electron/ipc/revision';
import type { MarketStatus } from '../../../../src/shared/domain/market/market-status';
import { NO_EVIDENCE_RECORD } from '../../../../src/shared/domain/event-study/evidence-record';
import { DEFAULT_SETTINGS } from '../../../../src/shared/domain/settings/settings';
import type { PaintReport, TapeoutHandlers } from '../../../../src/shared/ipc/contract';
import { createAlertAnswers } from '../../../helpers/fake-alerts';
import { fakeCuration } from '../../../helpers/fake-curation';
import { nowWith } from '../../../helpers/watchlist-samples';
import { priceRule } from '../../../helpers/made-up-rule';
import { quietParts } from '../../../helpers/quiet-handler-parts';

const STATUS: MarketStatus = {
  mode: 'live',
  unasked: false,
  folderName: null,
  importing: false,
  report: null,
};
const WATCHLIST = nowWith(4, 'XNAS:NVDA');
const CONTENT = { bytes: 10, lists: 2, items: 3, changedAt: 4 };
const SOURCE = { url: 'https://example.com/a', host: 'example.com' };
const PAINTED: PaintReport = {
  ...{ symbol: 'XNAS:NVDA', bars: 1, firstBar: null, lastBar: null, source: null },
  ...{ interval: '5m', announcements: 0, markers: 0 },
};

let happened: unknown[];
let chosenFolder: string | null;
let chosenFiles: readonly string[] | null;
let chosenBackup: string | null;
let exportFault: 'disk-full' | null;
let importFault: 'newer-version' | null;
let revision: Revision;
let handlers: TapeoutHandlers;

/** Notes the call and answers `answer`. */
const noting =
  <Answer>(name: string, answer: Answer) =>
  (...args: unknown[]): Answer => {
    happened.push([name, ...args]);
    return answer;
  };

const watchlistAnswer = { ok: true as const, now: WATCHLIST, added: [7], leftOut: 0 };
const watchlistStep = { now: WATCHLIST, edit: null };

beforeEach(() => {
  happened = [];
  chosenFolder = null;
  chosenFiles = null;
  chosenBackup = null;
  exportFault = null;
  importFault = null;
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
    providers: {
      update: () => ({ ok: true }),
      setKey: () => 'stored',
      clearKey: noting('clearKey', undefined),
    },
    statuses: () => [],
    alerts: createAlertAnswers({ rules: [priceRule()] }) as unknown as HandlerParts['alerts'],
    rulesTransfer: {
      importRules: async () => ({ ok: true, kept: 1, known: 0, refused: [], ids: [1] }),
      exportRules: async () => '[]',
    },
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
    evidence: {
      record: async () => NO_EVIDENCE_RECORD,
      addEvent: async () => ({ ok: false as const, fault: 'bad-source' as const }),
      removeEvent: async () => NO_EVIDENCE_RECORD,
      chooseSession: async () => NO_EVIDENCE_RECORD,
      sourceUrl: async (id) => (id === 'listing' ? SOURCE : null),
    },
    log: { error: noting('error', undefined) },
    feedFiles: { open: async () => null, save: async () => 'cancelled' as const },
    chooseImport: { files: async () => chosenFiles, folder: async () => null },
    ...quietParts(noting),
    settings: { get: () => DEFAULT_SETTINGS, update: noting('update', DEFAULT_SETTINGS) },
    quotes: { all: () => [] },
    connectData: noting('connectData', undefined),
    onPainted: noting('painted', undefined),
    watchlist: {
      now: () => WATCHLIST,
      chooseList: noting('chooseList', watchlistAnswer),
      addList: noting('addList', watchlistAnswer),
      renameList: noting('renameList', watchlistAnswer),
      moveList: noting('moveList', watchlistAnswer),
      copyList: noting('copyList', watchlistAnswer),
      removeList: noting('removeList', watchlistAnswer),
      addSection: noting('addSection', watchlistAnswer),
      renameSection: noting('renameSection', watchlistAnswer),
      moveSection: noting('moveSection', watchlistAnswer),
      removeSection: noting('removeSection', watchlistAnswer),
      sortSection: noting('sortSection', watchlistAnswer),
      addItems: noting('addItems', watchlistAnswer),
      copyItems: noting('copyItems', watchlistAnswer),
      moveItems: noting('moveItems', watchlistAnswer),
      removeItems: noting('removeItems', watchlistAnswer),
      setDetails: noting('setDetails', watchlistAnswer),
      setFlag: noting('setFlag', watchlistAnswer),
      setStarred: noting('setStarred', watchlistAnswer),
      restore: noting('restore', watchlistAnswer),
      emptyTrash: noting('emptyTrash', watchlistAnswer),
      undo: noting('undo', watchlistStep),
      redo: noting('redo', watchlistStep),
      listTrash: noting('listTrash', []),
    },
    backups: {
      list: noting('list', []),
      backUpNow: noting('backUpNow', { ok: true as const, backups: [] }),
      remove: noting('remove', []),
      restore: noting('restore', Promise.resolve({ ok: true as const })),
      exportTo: async (path) => noting('exportTo', exportFault)(path),
      openImport: async () =>
        importFault === null
          ? { ok: true, importId: 1, content: CONTENT }
          : { ok: false, reason: importFault },
      commitImport: noting('commitImport', { ok: true as const }),
      cancelImport: noting('cancelImport', undefined),
    },
    backupFiles: { askWhere: async () => chosenBackup, choose: async () => chosenBackup },
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

describe('watchlist handlers', () => {
  const COMMANDS = {
    chooseList: { listId: 1 },
    addList: { name: 'A', position: 0 },
    renameList: { listId: 1, name: 'B' },
    moveList: { listId: 1, position: 2 },
    copyList: { listId: 1, name: 'C' },
    removeList: { listId: 1 },
    addSection: { listId: 1, name: 'A', position: 0 },
    renameSection: { sectionId: 1, name: 'B' },
    moveSection: { sectionId: 1, listId: 2, position: 2 },
    removeSection: { sectionId: 1 },
    sortSection: { sectionId: 1, itemIds: [2, 1] },
    addItems: { sectionId: 1, symbols: ['X'], position: 0 },
    copyItems: { itemIds: [1], sectionId: 2, position: 0 },
    moveItems: { itemIds: [1], sectionId: 2, position: 0 },
    removeItems: { itemIds: [1] },
    setDetails: { itemIds: [1], details: { note: 'n' } },
    setFlag: { itemIds: [1], flag: 'red', on: true },
    setStarred: { symbols: ['X'], starred: true },
    restore: { trashIds: [1] },
  } as const;

  it.each(Object.entries(COMMANDS))('pass %s on under its name', async (name, args) => {
    const ask = handlers.watchlist[name as keyof typeof COMMANDS] as (args: object) => unknown;
    expect(await ask(args)).toBe(watchlistAnswer);
    expect(happened).toEqual([[name, args]]);
  });

  it('pass undo, redo and the trash on', async () => {
    const { watchlist } = handlers;
    expect(await watchlist.undo()).toBe(watchlistStep);
    expect(await watchlist.redo()).toBe(watchlistStep);
    expect(await watchlist.listTrash()).toEqual([]);
    expect(await watchlist.emptyTrash()).toBe(watchlistAnswer);
    expect(happened).toEqual([['undo'], ['redo'], ['listTrash'], ['emptyTrash']]);
  });
});

describe('backups handlers', () => {
  it('write everything to the file that the user names, and nothing where he names none', async () => {
    expect(await handlers.backups.exportAll()).toEqual({ saved: false, reason: 'closed' });
    chosenBackup = '/home/me/Tapeout.tapeout-backup';
    expect(await handlers.backups.exportAll()).toEqual({ saved: true });
    exportFault = 'disk-full';
    expect(await handlers.backups.exportAll()).toEqual({ saved: false, reason: 'disk-full' });
    expect(happened).toEqual([
      ['exportTo', '/home/me/Tapeout.tapeout-backup'],
      ['exportTo', '/home/me/Tapeout.tapeout-backup'],
    ]);
  });

  it('show what a chosen file holds by its name, never by its path', async () => {
    expect(await handlers.backups.chooseImport()).toEqual({ kind: 'closed' });
    chosenBackup = '/home/me/Tapeout.tapeout-backup';
    expect(await handlers.backups.chooseImport()).toEqual({
      kind: 'ready',
      preview: { importId: 1, fileName: 'Tapeout.tapeout-backup', ...CONTENT },
    });
    importFault = 'newer-version';
    expect(await handlers.backups.chooseImport()).toEqual({
      ...{ kind: 'refused', fileName: 'Tapeout.tapeout-backup', reason: 'newer-version' },
    });
  });

  it('pass the rest on', async () => {
    const { backups } = handlers;
    expect(await backups.list()).toEqual([]);
    expect(await backups.backUpNow()).toEqual({ ok: true, backups: [] });
    expect(await backups.remove({ takenAt: 1 })).toEqual([]);
    expect(await backups.restore({ takenAt: 2 })).toEqual({ ok: true });
    expect(await backups.commitImport({ importId: 3 })).toEqual({ ok: true });
    await backups.cancelImport({ importId: 4 });
    expect(happened).toEqual([
      ...[['list'], ['backUpNow'], ['remove', { takenAt: 1 }], ['restore', { takenAt: 2 }]],
      ...[
        ['commitImport', { importId: 3 }],
        ['cancelImport', { importId: 4 }],
      ],
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

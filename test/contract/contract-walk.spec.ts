import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createHandlers, type HandlerParts } from '../../electron/ipc/handlers';
import { channelOf } from '../../src/shared/ipc/build';
import { contract, type TapeoutBridge } from '../../src/shared/ipc/contract';
import { plainContent } from '../helpers/made-up-content';
import { DATA_PORT_MESSAGE } from '../../src/shared/ipc/data-port';
import { priceDraft } from '../helpers/made-up-rule';

type Listener = (event: unknown, payload?: unknown) => void;

const electron = vi.hoisted(() => ({
  exposed: [] as [name: string, value: unknown][],
  asked: [] as unknown[][],
  listeners: new Map<string, ((event: unknown, payload?: unknown) => void)[]>(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => electron.exposed.push([name, value]),
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      electron.asked.push(args);
      return { ok: true, value: 'answer' };
    },
    on: (channel: string, listener: Listener) => {
      electron.listeners.set(channel, [...(electron.listeners.get(channel) ?? []), listener]);
    },
    removeListener: (channel: string, listener: Listener) => {
      const others = (electron.listeners.get(channel) ?? []).filter((each) => each !== listener);
      electron.listeners.set(channel, others);
    },
  },
}));

const calls = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members).map(([name, call]) => ({ group, name, call, label: `${group}.${name}` })),
);
const questions = calls.filter(({ call }) => call.kind === 'invoke');
const pushes = calls.filter(({ call }) => call.kind === 'push');

/** The names of all functions in an object of groups. */
function labelsOf(groups: object): string[] {
  return Object.entries(groups)
    .flatMap(([group, members]) => Object.keys(members as object).map((name) => `${group}.${name}`))
    .sort();
}

const labels = (of: readonly { label: string }[]): string[] => of.map(({ label }) => label).sort();

function tell(channel: string, event: unknown, payload?: unknown): void {
  for (const listener of electron.listeners.get(channel) ?? []) listener(event, payload);
}

describe('the contract', () => {
  it('has questions and pushes', () => {
    expect(questions.length).toBeGreaterThan(10);
    expect(pushes.length).toBeGreaterThan(2);
  });

  it('names a push onX and nothing else so', () => {
    for (const { name, call } of calls) {
      expect(/^on[A-Z]/.test(name), name).toBe(call.kind === 'push');
    }
  });

  it('has names that are safe in a channel and in an object', () => {
    for (const { group, name } of calls) {
      expect(`${group} ${name}`).toMatch(/^[a-z][A-Za-z]* [a-z][A-Za-z]*$/);
      expect(['constructor', 'prototype', 'toString', 'valueOf', 'then']).not.toContain(name);
    }
  });

  it('gives each call a channel of its own', () => {
    const channels = calls.map(({ group, name }) => channelOf(group, name));
    expect(new Set(channels).size).toBe(calls.length);
  });
});

describe('main', () => {
  it('answers every question, and no other', () => {
    expect(labelsOf(createHandlers({} as HandlerParts))).toEqual(labels(questions));
  });
});

describe('the preload script', () => {
  let api: TapeoutBridge;
  const posted: unknown[][] = [];

  beforeAll(async () => {
    vi.stubGlobal('window', { postMessage: (...args: unknown[]) => posted.push(args) });
    await import('../../electron/preload');
    api = electron.exposed[0]?.[1] as TapeoutBridge;
  });

  it('exposes one object and nothing else', () => {
    expect(electron.exposed.map(([name]) => name)).toEqual(['api']);
  });

  it('has exactly the shape of the contract', () => {
    expect(labelsOf(api)).toEqual(labels(calls));
    for (const group of Object.values(api)) {
      for (const member of Object.values(group)) expect(member).toBeInstanceOf(Function);
    }
  });

  it.each(questions)('asks $label on its channel, with one argument', async ({ group, name }) => {
    electron.asked.length = 0;
    const ask = (api as never as Record<string, Record<string, (...args: unknown[]) => unknown>>)[
      group
    ]?.[name];
    expect(await ask?.({ a: 1 }, 'dropped')).toEqual({ ok: true, value: 'answer' });
    expect(electron.asked).toEqual([[channelOf(group, name), { a: 1 }]]);
  });

  it.each(pushes)('hears $label until it is told to stop, payload only', ({ group, name }) => {
    const listen = (
      api as never as Record<string, Record<string, (listener: Listener) => () => void>>
    )[group]?.[name];
    const channel = channelOf(group, name);
    const heard: unknown[][] = [];
    const stop = listen?.((...args: unknown[]) => void heard.push(args));
    tell(channel, { sender: 'ipcRenderer' }, { revision: 1 });
    expect(heard).toEqual([[{ revision: 1 }]]);
    expect(stop?.()).toBeUndefined();
    tell(channel, { sender: 'ipcRenderer' }, { revision: 2 });
    expect(heard).toHaveLength(1);
    expect(electron.listeners.get(channel)).toEqual([]);
  });

  it('hands the port of the data process to the page, and to no other origin', () => {
    tell(DATA_PORT_MESSAGE, { ports: ['port'], sender: 'ipcRenderer' });
    expect(posted).toEqual([[DATA_PORT_MESSAGE, 'app://tapeout', ['port']]]);
  });
});

/** Arguments that each question takes; without an entry it takes none. */
const GOOD: Readonly<Record<string, unknown>> = {
  'app.reportPainted': {
    symbol: 'XNAS:NVDA',
    interval: 'W',
    bars: 1,
    firstBar: '2016-01-04',
    lastBar: null,
    source: 'simulated',
    announcements: 0,
    markers: 0,
  },
  'app.updateSettings': { theme: 'dark', watchlistOpen: false },
  'watchlist.chooseList': { listId: 1 },
  'watchlist.addList': { name: 'A', position: 0 },
  'watchlist.renameList': { listId: 1, name: '半导体' },
  'watchlist.moveList': { listId: 1, position: 0 },
  'watchlist.copyList': { listId: 1, name: 'A' },
  'watchlist.removeList': { listId: 1 },
  'watchlist.addSection': { listId: 1, name: 'A', position: 0 },
  'watchlist.renameSection': { sectionId: 1, name: 'A' },
  'watchlist.moveSection': { sectionId: 1, listId: 1, position: 0 },
  'watchlist.removeSection': { sectionId: 1 },
  'watchlist.sortSection': { sectionId: 1, itemIds: [2, 1] },
  'watchlist.addItems': { sectionId: 1, symbols: ['NVDA'], position: 0 },
  'watchlist.copyItems': { itemIds: [1], sectionId: 1, position: 0 },
  'watchlist.moveItems': { itemIds: [1], sectionId: 1, position: 0 },
  'watchlist.removeItems': { itemIds: [1] },
  'watchlist.setDetails': {
    itemIds: [1],
    details: {
      ...{ note: '', flags: ['red'], targets: [{ price: 1.5, label: '' }] },
      lots: [
        {
          ...{ quantity: -2, price: null, currency: 'HKD', date: '2026-05-28' },
          ...{ commission: 1, comment: '' },
        },
      ],
    },
  },
  'watchlist.setFlag': { itemIds: [1], flag: 'red', on: false },
  'watchlist.setStarred': { symbols: ['NVDA'], starred: true },
  'watchlist.restore': { trashIds: [1] },
  'backups.remove': { takenAt: 1 },
  'backups.restore': { takenAt: 1 },
  'backups.commitImport': { importId: 1 },
  'backups.cancelImport': { importId: 1 },
  'timeline.get': { id: 'tpu-v1' },
  'timeline.openSource': { id: 'tpu-v1', sourceIndex: 0 },
  'providers.update': { id: 'yahoo', enabled: false },
  'providers.setKey': { id: 'tiingo', key: 'secret', consent: false },
  'providers.clearKey': { id: 'tiingo' },
  'instruments.resolve': { text: '2330' },
  'instruments.search': { text: 'nvidia' },
  'instruments.learn': { id: 'XNAS:NVDA' },
  'calendar.set': { mic: 'XHKG', date: '2026-05-28', kind: 'early', minute: 720 },
  'calendar.clear': { mic: 'XHKG', date: '2026-05-28' },
  'curation.getDetail': { id: 'tpu-v1' },
  'curation.save': { id: null, content: plainContent() },
  'curation.setHidden': { id: 'tpu-v1', hidden: true },
  'curation.annotate': { id: 'user:a', annotation: 'Ask.' },
  'curation.markWrong': { id: 'tpu-v1', reason: null },
  'curation.merge': { id: 'tpu-v1', into: 'user:a' },
  'curation.settle': { id: 'tpu-v1', facet: 'when', choice: 'mine' },
  'curation.revert': { id: 'tpu-v1' },
  'curation.commitPack': { packId: 1, left: { rows: [2] } },
  'curation.cancelPack': { packId: 1 },
  'curation.exportPack': {
    format: 'csv',
    scope: 'shown',
    shown: { ids: ['tpu-v1'] },
    locale: 'zh-CN',
  },
  'imports.correct': { importId: 1, file: 0, correction: { plan: { zone: 'UTC' } } },
  'imports.commit': { importId: 1 },
  'imports.cancel': { importId: 1 },
  'imports.remove': { instrument: 'XNAS:NVDA' },
  'alerts.create': { rule: priceDraft() },
  'alerts.update': { id: 1, rule: priceDraft() },
  'alerts.setEnabled': { ids: [1, 2], enabled: false },
  'alerts.remove': { ids: [1] },
  'alerts.restore': { ids: [1] },
  'alerts.mute': { until: 1_800_000_000_000 },
  'alerts.firings': { text: 'nvidia', unseen: true, limit: 50 },
  'alerts.replay': { id: 1 },
  'alerts.acknowledge': { ids: [1] },
  'alerts.importRules': { text: '[]' },
  'inbox.addFeed': { address: 'https://news.example/feed', allowPlain: false },
  'inbox.addSuggested': { id: 'ee-times' },
  'inbox.updateFeed': { id: 1, title: 'Mine', paused: true, intervalMinutes: 30 },
  'inbox.removeFeed': { id: 1 },
  'inbox.restoreFeed': { id: 1 },
  'inbox.askNow': { id: 1 },
  'inbox.markItems': { items: { ids: [1, 2] }, read: true, starred: false, dismissed: true },
  'inbox.openItem': { id: 1 },
  'timelineFilters.put': {
    saved: { name: 'TSMC', filter: { facets: { foundry: ['TSMC'] }, text: '' } },
  },
  'timelineFilters.rename': { from: 'TSMC', to: '台积电' },
  'timelineFilters.remove': { name: 'TSMC' },
  'charts.getStudies': { scope: 'list:1' },
  'charts.putStudies': {
    scope: 'all',
    own: { studies: [{ key: 'a', indicator: 'sma', params: { period: 20 } }] },
  },
  'charts.getDrawings': { instrument: 'XHKG:02513' },
  'charts.putDrawings': {
    instrument: 'XHKG:02513',
    all: { drawings: [{ id: 'a', interval: 'D', kind: 'horizontal-line', price: 116.2 }] },
  },
  'charts.putLayout': {
    layout: {
      name: 'Story',
      charts: [{ instrument: 'XHKG:02513', interval: 'D', compared: ['XNAS:NVDA'] }],
      linkCrosshair: true,
      linkInstrument: false,
    },
  },
  'charts.removeLayout': { name: 'Story' },
  'evidence.addEvent': {
    ...{ instrument: 'XHKG:02513', kind: 'earnings', from: '2026-05-28', to: null },
    ...{ text: 'Results', url: 'https://example.com/a' },
  },
  'evidence.removeEvent': { id: 'own:1' },
  'evidence.chooseSession': {
    ...{ announcementId: 'tpu-v1', instrument: 'XNAS:GOOGL', session: '2016-05-18' },
  },
  'evidence.openSource': { id: 'own:1' },
  'transfer.openText': { text: 'NVDA, 2513.HK' },
  'transfer.openBytes': { fileName: 'Chips.txt', bytes: new Uint8Array([65]) },
  'transfer.correct': {
    importId: 1,
    correction: { choice: { written: '2513', symbol: 'XHKG:02513' } },
  },
  'transfer.commit': {
    importId: 1,
    name: 'Chips',
    into: null,
    left: { rows: [0] },
    withAlerts: true,
  },
  'transfer.cancel': { importId: 1 },
  'transfer.weigh': { listId: 1, format: 'tradingview' },
  'transfer.exportList': { listId: 1, format: 'tradingview' },
  'ticker.chart': { instrument: 'XNAS:NVDA' },
  'tray.setStartAtLogin': { isOn: true },
  'files.saveFile': { suggestedName: 'Tapeout 2026', kind: 'svg', bytes: new Uint8Array([60]) },
  'files.copyText': { text: '| a | b |\n' },
  'files.copyPicture': { png: new Uint8Array([137, 80]) },
  'help.openLink': { link: 'project' },
};

const JUNK: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '', 'text', 10n],
  ...[[], [1], new Date(0), new Map(), new Uint8Array(4), () => undefined, Symbol('s')],
];

type Schema = { safeParse(value: unknown): { success: boolean; data?: unknown } };

const schemaOf = (call: unknown): Schema => (call as { args: Schema }).args;
const withArguments = questions.filter(({ label }) => label in GOOD);
const withoutArguments = questions.filter(({ label }) => !(label in GOOD));

/** An object without keys of its own is no harm to a question whose keys are all optional. */
const isTaken = (schema: Schema, value: unknown): boolean => {
  const { success, data } = schema.safeParse(value);
  return success && Object.keys(data as object).length > 0;
};

describe.each(withoutArguments)('$label', ({ call }) => {
  it('takes no argument', () => {
    const schema = schemaOf(call);
    expect(schema.safeParse(undefined).success).toBe(true);
    for (const value of [...JUNK, {}]) {
      expect(schema.safeParse(value).success, String(value)).toBe(false);
    }
  });
});

describe.each(withArguments)('the arguments of $label', ({ label, call }) => {
  const schema = schemaOf(call);
  const good = GOOD[label] as Record<string, unknown>;

  it('are accepted', () => {
    expect(schema.safeParse(good).success).toBe(true);
  });

  it('are refused where they are junk', () => {
    for (const value of [...JUNK, undefined]) {
      expect(isTaken(schema, value), String(value)).toBe(false);
    }
  });

  it('are refused with a key too many, __proto__ included', () => {
    const json = JSON.stringify(good).slice(0, -1);
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'extra']) {
      const poisoned: unknown = JSON.parse(`${json},"${key}":{"polluted":true}}`);
      expect(schema.safeParse(poisoned).success, key).toBe(false);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('are refused with junk in any place', () => {
    for (const key of Object.keys(good)) {
      for (const value of [{}, [], () => undefined, 10n, Number.NaN, '\u0000'.repeat(5000)]) {
        expect(schema.safeParse({ ...good, [key]: value }).success, key).toBe(false);
      }
    }
  });
});

describe('the samples of arguments', () => {
  it('belong to questions of the contract', () => {
    expect(labels(questions)).toEqual(expect.arrayContaining(Object.keys(GOOD)));
  });
});

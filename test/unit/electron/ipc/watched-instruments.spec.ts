import { beforeEach, describe, expect, it } from 'vitest';
import { MainEvents } from '../../../../electron/ipc/main-events';
import { WatchedInstruments } from '../../../../electron/ipc/watched-instruments';
import type { Instrument, InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/shared/domain/settings/settings';
import type { Watchlists } from '../../../../src/shared/domain/watchlist/watchlist';
import { itemOf, listOf, nowOf, nowWith, sectionOf } from '../../../helpers/watchlist-samples';

const KNOWN: readonly InstrumentId[] = ['XNAS:GOOGL', 'XNAS:NVDA', 'XNAS:AMD', 'XHKG:02513'];
const INSTRUMENTS = KNOWN.map((id): Instrument => ({
  ...{ id, name: { en: id, zh: id }, kind: 'share', currency: 'USD', issuer: id },
  ...{ aliases: [], priceDecimals: 2, listedOn: null },
}));

let events: MainEvents;
let lists: Watchlists;
let settings: Settings;
let changes: number;
let alerted: readonly InstrumentId[];
let watched: WatchedInstruments;

function watch(...symbols: readonly string[]): void {
  lists = nowWith(1, ...symbols).watchlists;
  events.watchlistChanged.emit(nowOf(lists));
}

function star(...starred: readonly string[]): void {
  lists = { ...lists, starred };
  events.watchlistChanged.emit(nowOf(lists));
}

function chart(charted: InstrumentId): void {
  settings = { ...settings, charted };
  events.settingsChanged.emit(settings);
}

beforeEach(() => {
  alerted = [];
  changes = 0;
  events = new MainEvents((error) => {
    throw error;
  });
  settings = { ...DEFAULT_SETTINGS, charted: 'XNAS:GOOGL' };
  watched = new WatchedInstruments({
    catalogue: { all: () => INSTRUMENTS },
    watchlist: { lists: () => lists },
    settings: { get: () => settings },
    events,
    alerted: () => alerted,
    onChanged: () => (changes += 1),
  });
  watch('XNAS:NVDA', 'XNAS:GOOGL', 'XNAS:AMD', 'XNAS:NVDA');
  watched.start();
});

describe('WatchedInstruments', () => {
  it('lists the charted one first, each once', () => {
    expect(watched.list()).toEqual(['XNAS:GOOGL', 'XNAS:NVDA', 'XNAS:AMD']);
  });

  it('lists what stands on all charts, compared instruments included', () => {
    const setup = { interval: 'D' as const, instrument: 'XNAS:GOOGL' as const };
    settings = { ...settings, charts: [{ ...setup, compared: ['XHKG:02513'] }] };
    events.settingsChanged.emit(settings);
    expect(watched.list()).toEqual(['XNAS:GOOGL', 'XHKG:02513', 'XNAS:NVDA', 'XNAS:AMD']);
    expect(changes).toBe(1);
  });

  it('lists the starred ones after those of the list on the desk, and no other list', () => {
    const hidden = listOf(2, 'Other', [sectionOf(20, 'B', [itemOf(200, 'XHKG:02513')])]);
    lists = { ...lists, lists: [...lists.lists, hidden] };
    expect(watched.list()).not.toContain('XHKG:02513');
    star('XHKG:02513', 'XNAS:AMD');
    expect(watched.list()).toEqual(['XNAS:GOOGL', 'XNAS:NVDA', 'XNAS:AMD', 'XHKG:02513']);
    expect(changes).toBe(1);
  });

  it('leaves out what the catalogue does not know', () => {
    watch('WHAT', 'XNAS:NOPE', 'XHKG:02513');
    chart('XNAS:NOPE');
    expect(watched.list()).toEqual(['XHKG:02513']);
  });

  it('tells of another set only', () => {
    watch('XNAS:AMD', 'XNAS:NVDA', 'XNAS:GOOGL');
    chart('XNAS:AMD');
    events.settingsChanged.emit({ ...settings, theme: 'dark' });
    expect(changes).toBe(0);
    watch('XNAS:AMD', 'XNAS:NVDA');
    expect(changes).toBe(1);
    chart('XHKG:02513');
    expect(changes).toBe(2);
  });

  it('has those of alert rules last, and tells of them when it is asked to compare', () => {
    alerted = ['XHKG:02513', 'XNAS:NVDA'];
    watched.compare();
    expect(watched.list().at(-1)).toBe('XHKG:02513');
    expect(watched.list().filter((id) => id === 'XNAS:NVDA')).toHaveLength(1);
    expect(changes).toBe(1);
  });

  it('tells nothing once it is disposed of', () => {
    watched.dispose();
    watch();
    chart('XHKG:02513');
    expect(changes).toBe(0);
  });
});

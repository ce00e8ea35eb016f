import { beforeEach, describe, expect, it } from 'vitest';
import { MainEvents } from '../../../../electron/ipc/main-events';
import { NewsPublisher } from '../../../../electron/ipc/news-publisher';
import { createPublisher } from '../../../../electron/ipc/page-publisher';
import { Revision } from '../../../../electron/ipc/revision';
import type { MarketStatus } from '../../../../src/shared/domain/market/market-status';
import { DEFAULT_SETTINGS } from '../../../../src/shared/domain/settings/settings';
import { nowWith } from '../../../helpers/watchlist-samples';

const STATUS: MarketStatus = {
  mode: 'simulated',
  unasked: true,
  folderName: null,
  importing: false,
  report: null,
};

let sent: [channel: string, payload: unknown][];
let events: MainEvents;
let revision: Revision;
let news: NewsPublisher;

beforeEach(() => {
  sent = [];
  events = new MainEvents((error) => {
    throw error;
  });
  revision = new Revision();
  const publisher = createPublisher((channel, payload) => sent.push([channel, payload]));
  news = new NewsPublisher({ publisher, revision, events });
  news.start();
});

describe('NewsPublisher', () => {
  it('numbers all news in one row', () => {
    events.settingsChanged.emit(DEFAULT_SETTINGS);
    news.publishQuotes({ quotes: [], replaces: true });
    events.marketChanged.emit(STATUS);
    expect(sent).toEqual([
      ['tapeout:app.onSettingsChanged', { revision: 1, settings: DEFAULT_SETTINGS }],
      ['tapeout:market.onQuotesChanged', { revision: 2, quotes: [], replaces: true }],
      ['tapeout:market.onStatusChanged', { revision: 3, market: STATUS }],
    ]);
    expect(revision.current).toBe(3);
  });

  it('passes the watchlist on with its own revision', () => {
    const watchlist = nowWith(17, 'XNAS:NVDA');
    events.watchlistChanged.emit(watchlist);
    expect(sent).toEqual([['tapeout:watchlist.onChanged', watchlist]]);
  });

  it('passes on which backups there are', () => {
    events.backupsChanged.emit([{ takenAt: 1, reason: 'daily', bytes: 2 }]);
    expect(sent).toEqual([
      ['tapeout:backups.onChanged', [{ takenAt: 1, reason: 'daily', bytes: 2 }]],
    ]);
  });

  it('is silent once it is disposed of', () => {
    news.dispose();
    events.settingsChanged.emit(DEFAULT_SETTINGS);
    events.marketChanged.emit(STATUS);
    events.watchlistChanged.emit(nowWith(1));
    expect(sent).toEqual([]);
  });
});

describe('MainEvents', () => {
  it('reports what a listener throws', () => {
    const errors: unknown[] = [];
    const failing = new MainEvents((error) => errors.push(error));
    const { settingsChanged, watchlistChanged, marketChanged, quotesUpdated } = failing;
    const all = [settingsChanged, watchlistChanged, marketChanged, quotesUpdated];
    for (const signal of all) {
      signal.subscribe(() => {
        throw new Error('no');
      });
      signal.emit(null as never);
    }
    expect(errors).toHaveLength(4);
  });
});

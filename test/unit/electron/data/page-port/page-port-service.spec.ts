import { describe, expect, it, vi } from 'vitest';
import { PagePortService } from '../../../../../electron/data/page-port/page-port-service';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type {
  ListFacts,
  ListFactsQuestion,
  OverviewAnswer,
  SeriesAnswer,
  Sparkline,
} from '../../../../../src/shared/ipc/data-port';
import { settled } from '../manual-timers';
import { NO_BUNDLES, NO_STUDIES } from '../no-studies';
import { FakePagePort } from './fake-page-port';

function setUp() {
  const answer: SeriesAnswer = {
    instrument: 'XNAS:GOOGL',
    interval: 'D',
    source: 'csv-folder',
    buffer: new ArrayBuffer(56),
    importedAt: 7,
    ...{ madeOf: 'D', lastTime: 0, stored: ['D'], sessions: null, findings: null },
    ...{ basis: 'as-given', extended: 'none' },
  };
  const open = vi.fn((): Promise<SeriesAnswer> => Promise.resolve(answer));
  const overview = vi.fn((): OverviewAnswer | null => null);
  const sparklines = vi.fn((instruments: readonly InstrumentId[]): Promise<readonly Sparkline[]> =>
    Promise.resolve(instruments.map((instrument) => ({ instrument, closes: Float32Array.of(1) }))),
  );
  let held = 0;
  const onError = vi.fn();
  const hold = (): (() => void) => {
    held++;
    return () => held--;
  };
  const listFacts = vi.fn(({ instruments }: ListFactsQuestion): Promise<readonly ListFacts[]> => {
    const nothing = { source: null, price: null, extended: null };
    return Promise.resolve(instruments.map((instrument) => ({ instrument, ...nothing })));
  });
  const series = { overview, open, sparklines, listFacts };
  const service = new PagePortService({
    series,
    ...{ studies: NO_STUDIES, bundles: NO_BUNDLES, hold, onError },
  });
  const connect = (): FakePagePort => {
    const port = new FakePagePort();
    service.connect(port);
    return port;
  };
  return { answer, overview, open, sparklines, onError, service, connect, held: () => held };
}

const OPEN = { kind: 'open-series', request: 3, instrument: 'XNAS:GOOGL', interval: 'D' };

describe('PagePortService', () => {
  it('answers with a series under the number of the request', async () => {
    const { connect, answer, open } = setUp();
    const port = connect();
    port.say(OPEN);
    await settled();
    expect(port.heard).toEqual([{ kind: 'series', request: 3, series: answer }]);
    expect(open.mock.calls).toEqual([['XNAS:GOOGL', 'D', undefined]]);
  });

  it('sends what a long series looks like ahead of it, under the same number', async () => {
    const { connect, answer, overview } = setUp();
    const sent: OverviewAnswer = {
      ...{ source: 'csv-folder', length: 200_000, stride: 16 },
      buckets: new ArrayBuffer(56),
      newest: new ArrayBuffer(112),
    };
    overview.mockReturnValue(sent);
    const port = connect();
    port.say(OPEN);
    expect(port.heard).toEqual([{ kind: 'series-overview', request: 3, overview: sent }]);
    await settled();
    expect(port.heard.slice(1)).toEqual([{ kind: 'series', request: 3, series: answer }]);
    expect(overview.mock.calls).toEqual([['XNAS:GOOGL', 'D', undefined]]);
  });

  it('answers with sparklines', async () => {
    const { connect } = setUp();
    const port = connect();
    port.say({ kind: 'get-sparklines', request: 0, instruments: ['XNAS:NVDA'] });
    await settled();
    const sparklines = [{ instrument: 'XNAS:NVDA', closes: Float32Array.of(1) }];
    expect(port.heard).toEqual([{ kind: 'sparklines', request: 0, sparklines }]);
  });

  it('answers with what the rows of a list show', async () => {
    const { connect } = setUp();
    const port = connect();
    const question = { instruments: ['XNAS:NVDA'], sessions: 21, extended: false };
    port.say({ kind: 'get-list-facts', request: 2, ...question });
    await settled();
    const facts = [{ instrument: 'XNAS:NVDA', source: null, price: null, extended: null }];
    expect(port.heard).toEqual([{ kind: 'list-facts', request: 2, facts }]);
  });

  it('answers each page on its own port', async () => {
    const { connect } = setUp();
    const [one, other] = [connect(), connect()];
    one.say(OPEN);
    other.say({ ...OPEN, request: 8 });
    await settled();
    expect(one.heard).toMatchObject([{ request: 3 }]);
    expect(other.heard).toMatchObject([{ request: 8 }]);
  });

  it('knows what the connected pages have asked for, whatever the catalogue has', async () => {
    const { connect, service } = setUp();
    const [one, other] = [connect(), connect()];
    one.say(OPEN);
    other.say({ kind: 'get-sparklines', request: 0, instruments: ['XNAS:GOOGL', 'XHKG:00005'] });
    await settled();
    expect(service.shown()).toEqual(['XNAS:GOOGL', 'XHKG:00005']);
    other.hangUp();
    expect(service.shown()).toEqual(['XNAS:GOOGL']);
  });

  it('refuses what is no request', async () => {
    const { connect, open } = setUp();
    const port = connect();
    port.say({ ...OPEN, interval: 'year' });
    port.say('anything');
    await settled();
    expect(port.heard).toEqual([
      { kind: 'failed', request: 3, message: 'unknown interval' },
      { kind: 'failed', request: -1, message: 'the request has no number' },
    ]);
    expect(open).not.toHaveBeenCalled();
  });

  it('answers also where the work fails, without telling the page why', async () => {
    const { connect, open, onError } = setUp();
    open.mockRejectedValueOnce(new Error('/home/user/secret'));
    const port = connect();
    port.say(OPEN);
    await settled();
    expect(port.heard).toEqual([
      { kind: 'failed', request: 3, message: 'the data process could not answer' },
    ]);
    expect(onError.mock.calls).toEqual([[new Error('/home/user/secret')]]);
  });

  it('tells all pages which series have changed', () => {
    const { connect, service } = setUp();
    const [one, other] = [connect(), connect()];
    service.announceChanged(['XNAS:NVDA']);
    const news = { kind: 'series-changed', instruments: ['XNAS:NVDA'] };
    expect([one.heard, other.heard]).toEqual([[news], [news]]);
  });

  it('says nothing to a page that has gone', async () => {
    const { connect, service } = setUp();
    const port = connect();
    port.say(OPEN);
    port.hangUp();
    await settled();
    service.announceChanged(['XNAS:NVDA']);
    expect(port.heard).toEqual([]);
  });

  it('holds the process while pages are connected', () => {
    const { connect, held } = setUp();
    const [one, other] = [connect(), connect()];
    expect(held()).toBe(2);
    one.hangUp();
    other.hangUp();
    expect(held()).toBe(0);
  });
});

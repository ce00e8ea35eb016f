import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/settings/settings';
import { ACME, BOLT, KORVO, quoteOf, sampleBars } from '../../helpers/desk-sample';
import { nowWith } from '../../helpers/watchlist-samples';
import {
  type DeskUnderTest,
  type DeskUnderTestOptions,
  makeDesk,
} from '../../helpers/desk-under-test';

let made: DeskUnderTest;

function make(options?: DeskUnderTestOptions): DeskUnderTest {
  made = makeDesk(options);
  return made;
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

afterEach(() => {
  made.desk.dispose();
  made.data.dispose();
  vi.unstubAllGlobals();
});

describe('starting', () => {
  it('hears pushes before it asks for the snapshot, and drops what is older than it', async () => {
    const { desk, main } = make({ snapshot: { revision: 7 } });
    const release = main.holdAnswers();
    const started = desk.start();
    main.publish.market.onQuotesChanged({
      revision: 6,
      quotes: [quoteOf(ACME, { price: 1 })],
      replaces: false,
    });
    release();
    await started;
    expect(desk.quotes.get(ACME)?.price).toBe(1372.6);
  });

  it.each([6, 7])(
    'drops a push of revision %d after a snapshot of revision 7',
    async (revision) => {
      const { desk, main } = make({ snapshot: { revision: 7 } });
      await desk.start();
      main.publish.market.onQuotesChanged({ revision, quotes: [], replaces: true });
      main.publish.app.onSettingsChanged({
        revision,
        settings: { ...DEFAULT_SETTINGS, theme: 'light' },
      });
      expect(desk.quotes.get(ACME)).toBeDefined();
      expect(desk.settings.theme).toBe('dark');
    },
  );

  it('charts another instrument where a second start of the app asks for it', async () => {
    const { desk, main } = make({ snapshot: { revision: 7 } });
    await desk.start();
    main.publish.app.onSettingsChanged({
      revision: 8,
      settings: { ...DEFAULT_SETTINGS, charted: KORVO },
    });
    expect(desk.series.instrument).toBe(KORVO);
  });

  it('takes newer pushes', async () => {
    const { desk, main } = make({ snapshot: { revision: 7 } });
    await desk.start();
    main.publish.market.onQuotesChanged({
      revision: 8,
      quotes: [quoteOf(KORVO, { price: 3 })],
      replaces: true,
    });
    main.publish.market.onStatusChanged({
      revision: 9,
      market: {
        mode: 'simulated',
        unasked: true,
        folderName: null,
        importing: false,
        report: null,
      },
    });
    expect(desk.quotes.get(ACME)).toBeUndefined();
    expect(desk.quotes.get(KORVO)?.price).toBe(3);
    expect(desk.market.isSimulated).toBe(true);
  });

  it('takes everything of the snapshot and opens the remembered chart', async () => {
    const { desk, data } = make({ settings: { charted: BOLT } });
    expect(desk.snapshot).toBeNull();
    await desk.start();
    expect(desk.snapshot?.appVersion).toBe('0.0.0');
    expect(desk.settings.locale).toBe('en');
    expect(desk.watchlist.symbols).toContain('ask Ming');
    expect(desk.instruments.get(BOLT)?.name.en).toBe('Bolt');
    await vi.waitFor(() => expect(data.asked).toMatchObject([{ instrument: BOLT }]));
  });

  it('asks for the range of the command line', async () => {
    const range = { from: '2016-01-01', to: '2016-12-31' };
    const { desk } = make({ snapshot: { launch: { range, screenshot: false, clockOffsetMs: 0 } } });
    await desk.start();
    expect(desk.series.view?.request).toEqual({ kind: 'range', range });
  });

  it('follows the system where the user left it to it', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const { desk } = make({
      settings: { theme: 'system', locale: 'system' },
      snapshot: { systemLocale: 'zh-CN' },
    });
    await desk.start();
    expect(desk.settings.theme).toBe('dark');
    expect(desk.settings.locale).toBe('zh-CN');
    expect(desk.t.shell.showTimeline).toBe('时间线');
  });
});

describe('at work', () => {
  it('charts an instrument and remembers it', async () => {
    const { desk, main } = make();
    await desk.start();
    await desk.chart(KORVO);
    expect(desk.series.instrument).toBe(KORVO);
    expect(desk.settings.current.charted).toBe(KORVO);
    expect(main.argsOf('app.updateSettings')).toEqual([
      { charted: KORVO, chartInterval: 'D', charts: [], activeChart: 0 },
    ]);
  });

  it('shows an announcement: selected, and a wish to the chart', async () => {
    const { desk } = make();
    await desk.start();
    await desk.loadRest();
    await desk.showAnnouncement('acme-a1');
    expect(desk.timeline.card?.id).toBe('acme-a1');
    expect(desk.series.view?.request).toEqual({ kind: 'announcement', id: 'acme-a1' });
  });

  it('reads the charted series again when the store has changed it', async () => {
    const { desk, data } = make();
    await desk.start();
    await vi.waitFor(() => expect(desk.series.bars.length).toBe(40));
    const fewer = sampleBars();
    data.give(ACME, { ...fewer, length: 3 });
    data.tell({ kind: 'series-changed', instruments: [ACME] });
    await vi.waitFor(() => expect(desk.series.bars.length).toBe(3));
  });

  it('takes the list that main pushes', async () => {
    const { desk, main } = make();
    await desk.start();
    main.publish.watchlist.onChanged(nowWith(6, KORVO));
    expect(desk.watchlist.symbols).toEqual([KORVO]);
  });

  it('hears nothing any more once it is gone', async () => {
    const { desk, main } = make();
    await desk.start();
    desk.dispose();
    main.publish.market.onQuotesChanged({ revision: 99, quotes: [], replaces: true });
    expect(desk.quotes.get(ACME)).toBeDefined();
  });
});

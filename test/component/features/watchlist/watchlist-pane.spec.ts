import '@fontsource-variable/inter/index.css';
import { describe, expect, it } from 'vitest';
import WatchlistPane from '../../../../src/features/watchlist/WatchlistPane.svelte';
import type { Instrument, InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import { type Quote, QUOTE_STATES } from '../../../../src/shared/domain/quote/quote';
import type { AppSnapshot } from '../../../../src/shared/ipc/contract';
import {
  ACME,
  BOLT,
  KORVO,
  quoteOf,
  sampleInstruments,
  sampleWatchlist,
} from '../../../helpers/desk-sample';
import { readText } from '../../../helpers/read-text';
import { renderPane, renderUnstarted } from '../../../helpers/render-pane';
import { itemOf, listOf, listsOf, nowOf, sectionOf } from '../../../helpers/watchlist-samples';

const ROOM = { widthPx: 276 };
const HAN = /\p{Script=Han}/u;

describe('the rows', () => {
  it('stand in their sections, with what the sections hold', async () => {
    const { screen } = await renderPane(WatchlistPane, ROOM);
    await expect.element(screen.getByRole('treegrid', { name: 'The chip race' })).toBeVisible();
    const rows = screen.getByRole('row').elements();
    expect(rows.map((row) => readText(row))).toEqual([
      'In-house silicon 3',
      'ACME close Acme Nasdaq USD 1,372.60 \u22121.96 %',
      '02345 stale Bolt 博特 HKEX HKD 39.74 30 Aug 19',
      'ask Ming not charted',
      'Mine 1',
      '123450 SIM Korvo KRX KRW 812,000 +0.00 %',
      'Later 0',
    ]);
    await expect.element(screen.getByText('Empty. Add an instrument')).toBeVisible();
  });

  it('colour a change, and sign it: colour is never alone', async () => {
    const { screen, main } = await renderPane(WatchlistPane, ROOM);
    main.publish.market.onQuotesChanged({
      revision: 2,
      quotes: [quoteOf(BOLT, { price: 39.74, previousClose: 39.5 })],
      replaces: false,
    });
    await expect.element(screen.getByText(/\+0\.61/)).toBeVisible();
    const colourOf = (text: RegExp) => getComputedStyle(screen.getByText(text).element()).color;
    const up = colourOf(/\+0\.61/);
    const down = colourOf(/\u22121\.96/);
    expect(up).not.toBe(down);
    expect([up, down]).not.toContain(colourOf(/\+0\.00/));
  });

  it('say of each price what it is, and when it was', async () => {
    const { screen } = await renderPane(WatchlistPane, ROOM);
    await expect
      .element(screen.getByText('1,372.60'))
      .toHaveAttribute(
        'title',
        [
          '1,372.60 USD · Nasdaq',
          '28 Mar 2024, 16:00 · close · CSV file',
          'previous close 1,400.00',
        ].join('\n'),
      );
    await expect
      .element(screen.getByText('812,000'))
      .toHaveAttribute(
        'title',
        [
          '812,000 KRW · Korea',
          '29 Mar 2024, 05:00 · simulated · CSV file',
          'previous close 812,000',
        ].join('\n'),
      );
  });

  it('mark simulated prices, and only those', async () => {
    const { screen } = await renderPane(WatchlistPane, ROOM);
    await expect
      .element(screen.getByRole('row', { name: /123450/ }).getByText('SIM'))
      .toBeVisible();
    expect(screen.getByText('SIM').elements()).toHaveLength(1);
  });

  it('mark the charted one', async () => {
    const { screen, desk } = await renderPane(WatchlistPane, ROOM);
    const charted = () =>
      screen
        .getByRole('row', { selected: true })
        .elements()
        .map((row) => row.getAttribute('data-key'));
    expect(charted()).toEqual(['item-1']);
    await desk.chart(BOLT);
    await expect.poll(charted).toEqual(['item-2']);
  });

  it('follow a new price, each for itself', async () => {
    const { screen, main } = await renderPane(WatchlistPane, ROOM);
    const bolt = screen.getByRole('row', { name: /02345/ }).element();
    main.publish.market.onQuotesChanged({
      revision: 2,
      quotes: [quoteOf(ACME, { price: 1401, previousClose: 1400, state: 'live' })],
      replaces: false,
    });
    await expect.element(screen.getByText('1,401.00')).toBeVisible();
    await expect.element(screen.getByText('+0.07\u00a0%')).toBeVisible();
    expect(screen.getByRole('row', { name: /02345/ }).element()).toBe(bolt);
    await expect.element(screen.getByRole('row', { name: /ACME/ })).toHaveTextContent('live');
  });

  it('say where there are no bars', async () => {
    const { screen, main } = await renderPane(WatchlistPane, ROOM);
    main.publish.market.onQuotesChanged({ revision: 2, quotes: [], replaces: true });
    await expect.poll(() => screen.getByText('no bars').elements()).toHaveLength(3);
  });

  it('draw the small line of what has one', async () => {
    const { screen } = await renderPane(WatchlistPane, ROOM);
    const lineIn = (name: RegExp) =>
      screen.getByRole('row', { name }).element().querySelector('.sparkline path');
    await expect.poll(() => lineIn(/ACME/)?.getAttribute('d')).toMatch(/^M1\.5 14\.5L/);
    expect(lineIn(/123450/)).toBeNull();
  });
});

/** A derivative with a disputed price, and a share in each state that a price can have. */
const EVERYTHING = ((): Pick<AppSnapshot, 'instruments' | 'watchlist' | 'quotes'> => {
  const perpetual: Instrument = {
    ...(sampleInstruments[0] as Instrument),
    id: 'BINANCE:MADEUPUSDT',
    name: { en: 'Perpetual on Madeup shares', zh: '虚构股票永续合约' },
    ...{ kind: 'derivative', currency: 'USDT' },
  };
  const shares = QUOTE_STATES.map((state, index): [Instrument, Quote] => {
    const id: InstrumentId = `XSHE:30000${index}`;
    const line = { ...perpetual, id, kind: 'share', currency: 'CNY' } as const;
    return [line, quoteOf(id, { state, price: 1234.56, previousClose: 1300, delayMinutes: 15 })];
  });
  const dispute = { source: 'bitget', price: 210, asOf: 0 } as const;
  const instruments = [perpetual, ...shares.map(([line]) => line)];
  const items = instruments.map(({ id }, index) => itemOf(100 + index, id));
  return {
    instruments,
    watchlist: nowOf(listsOf(9, listOf(1, 'All', [sectionOf(10, 'All', items)]))),
    quotes: [
      quoteOf(perpetual.id, { state: 'live', price: 206.6, currency: 'USDT', dispute }),
      ...shares.map(([, quote]) => quote),
    ],
  };
})();

describe('what a price is', () => {
  it('is said of a derivative on a share beside its name, with the currency of its quote', async () => {
    const { screen } = await renderPane(WatchlistPane, { ...ROOM, snapshot: EVERYTHING });
    const row = screen.getByRole('row', { name: /MADEUPUSDT/ }).element();
    expect(readText(row)).toBe(
      'MADEUPUSDT live PERP 2 prices Perpetual on Madeup shares Binance USDT 206.60 +106.60 %',
    );
  });

  it.each([
    [276, 'en'],
    [276, 'zh-CN'],
    [220, 'en'],
    [220, 'zh-CN'],
  ] as const)('is readable in full at %i px in %s', async (widthPx, locale) => {
    const { screen } = await renderPane(WatchlistPane, {
      ...{ widthPx, snapshot: EVERYTHING },
      settings: { locale },
    });
    await document.fonts.load('600 13px "Inter Variable"');
    await document.fonts.ready;
    const rows = screen.getByRole('row', { name: /30000/ }).elements();
    expect(rows).toHaveLength(QUOTE_STATES.length);
    for (const row of rows) {
      const room = row.getBoundingClientRect();
      const boxes = ['.tag', '.symbol', '.venue', '.last', '.change'].map((part) => {
        const box = row.querySelector(part)?.getBoundingClientRect();
        if (!box) throw new Error(`no ${part} in ${readText(row)}`);
        return box;
      });
      for (const box of boxes) {
        expect(box.width).toBeGreaterThan(10);
        expect(box.left).toBeGreaterThanOrEqual(room.left);
        expect(box.right).toBeLessThanOrEqual(room.right);
      }
      expect(boxes.filter((box) => boxes.some((other) => overlap(box, other)))).toEqual([]);
      const symbol = row.querySelector('.symbol');
      expect(symbol?.scrollWidth).toBeLessThanOrEqual(symbol?.clientWidth ?? 0);
    }
  });
});

function overlap(one: DOMRect, other: DOMRect): boolean {
  if (one === other) return false;
  const beside = one.right <= other.left + 0.5 || other.right <= one.left + 0.5;
  return !beside && one.bottom > other.top + 0.5 && other.bottom > one.top + 0.5;
}

describe('in Chinese', () => {
  it('have Chinese names alone, and no word of English', async () => {
    const { screen } = await renderPane(WatchlistPane, { ...ROOM, settings: { locale: 'zh-CN' } });
    const rows = screen.getByRole('row').elements();
    expect(rows.map((row) => readText(row))).toEqual([
      '自研芯片 3',
      'ACME 收盘 艾克米 纳斯达克 USD 1,372.60 \u22121.96 %',
      '02345 过期 博特 港股 HKD 39.74 2019/8/30',
      'ask Ming 无图表',
      'Mine 1',
      '123450 模拟 柯沃 韩股 KRW 812,000 +0.00 %',
      'Later 0',
    ]);
    for (const button of screen.getByRole('button').elements()) {
      expect(button.getAttribute('aria-label')).toMatch(HAN);
    }
  });

  it('change with the language while they stand', async () => {
    const { screen, desk } = await renderPane(WatchlistPane, ROOM);
    await expect.element(screen.getByText('In-house silicon')).toBeVisible();
    await desk.settings.update({ locale: 'zh-CN' });
    await expect.element(screen.getByText('自研芯片')).toBeVisible();
  });
});

describe('before and without data', () => {
  it('stands in its final size before main has spoken', async () => {
    const { screen, desk } = await renderUnstarted(WatchlistPane, ROOM);
    await expect
      .element(screen.getByRole('status', { name: 'Loading the watchlist' }))
      .toBeVisible();
    const waiting = screen.container.querySelectorAll('.skeleton .row');
    const height = waiting[0]?.getBoundingClientRect().height;
    const top = waiting[0]?.getBoundingClientRect().top;
    await desk.start();
    const row = screen.getByRole('row', { name: /ACME/ });
    await expect.element(row).toBeVisible();
    expect(row.element().getBoundingClientRect().height).toBe(height);
    expect(row.element().getBoundingClientRect().top).toBe(top);
  });

  it('does not move when prices arrive', async () => {
    const { screen, main } = await renderPane(WatchlistPane, { ...ROOM, snapshot: { quotes: [] } });
    const topOf = () =>
      screen
        .getByRole('row', { name: /123450/ })
        .element()
        .getBoundingClientRect();
    const before = topOf();
    main.publish.market.onQuotesChanged({ revision: 2, quotes: [quoteOf(KORVO)], replaces: true });
    await expect.element(screen.getByText('101')).toBeVisible();
    expect(topOf()).toEqual(before);
  });

  it('offers to add the first instrument to an empty list, and makes its section', async () => {
    const watchlist = nowOf(listsOf(5, { ...sampleWatchlist, sections: [] }));
    const { screen, desk } = await renderPane(WatchlistPane, { ...ROOM, snapshot: { watchlist } });
    await expect.element(screen.getByText('Nothing on the list')).toBeVisible();
    await screen.getByRole('button', { name: 'Add an instrument' }).last().click();
    await expect.element(screen.getByRole('combobox')).toHaveFocus();
    expect(desk.watchlist.sections.map(({ name }) => name)).toEqual(['New section']);
  });
});

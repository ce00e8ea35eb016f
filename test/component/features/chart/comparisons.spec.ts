import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import ChartPane from '../../../../src/features/chart/ChartPane.svelte';
import type { Instrument } from '../../../../src/shared/domain/instrument/instrument';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import { BOLT, KORVO, quoteOf, sampleBars, sampleInstruments } from '../../../helpers/desk-sample';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

const index = (id: Instrument['id'], en: string): Instrument => ({
  ...{ id, name: { en, zh: en }, kind: 'index', currency: 'USD', issuer: en, aliases: [] },
  ...{ priceDecimals: 2, calendar: 'XNAS', listedOn: null },
});
const instruments = [
  ...sampleInstruments,
  index('INDEX:^IXIC', 'Composite'),
  index('INDEX:^SOX', 'Semis'),
];

let pane: RenderedPane;

const legend = () => pane.screen.getByRole('group', { name: 'Compared instruments' });
const button = (name: string) => pane.screen.getByRole('button', { name });

beforeEach(async () => {
  pane = await renderPane(ChartPane, { widthPx: 1000, snapshot: { instruments } });
  for (const id of ['INDEX:^IXIC', 'INDEX:^SOX', BOLT, KORVO] as const) {
    const bars = sampleBars();
    bars.close.forEach((_, at) => (bars.close[at] = 100 + at));
    pane.data.give(id, bars);
  }
  await expect.element(pane.screen.getByRole('application')).toBeVisible();
});

describe('comparing', () => {
  it('takes one click for the index of the exchange and for that of the industry', async () => {
    await button('Compare with Composite').click();
    await expect.element(legend()).toHaveTextContent(/Acme USD \+0\.00 %.*Composite USD \+\d/s);
    await button('Compare with Semis').click();
    await expect.element(legend()).toHaveTextContent(/Semis USD \+\d/);
    expect(button('Compare with Semis').elements()).toHaveLength(0);
    await expect.element(button('Bars and price axis: Candles · Percent')).toBeVisible();
  });

  it('goes back to the scale of before with the last one', async () => {
    await button('Compare with Composite').click();
    await button('Remove Composite').click();
    await expect.element(button('Bars and price axis: Candles')).toBeVisible();
    expect(legend().elements()).toHaveLength(0);
    expect(pane.main.argsOf('app.updateSettings').at(-1)).toMatchObject({ charts: [] });
  });

  it('hides a line and shows it again', async () => {
    await button('Compare with Composite').click();
    await button('Hide Composite').click();
    await expect.element(button('Show Composite')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(legend()).not.toHaveTextContent(/Composite USD \+/);
    await button('Show Composite').click();
    await expect.element(legend()).toHaveTextContent(/Composite USD \+/);
  });

  it('moves a line with its quote', async () => {
    await button('Compare with Composite').click();
    await expect.element(legend()).toHaveTextContent(/Composite USD \+\d/);
    const openBar = { time: toSessionKey('2024-03-28'), open: 1, high: 900, low: 1, volume: 1 };
    pane.main.publish.market.onQuotesChanged({
      ...{ revision: 9, replaces: false },
      quotes: [quoteOf('INDEX:^IXIC', { price: 300, openBar: { ...openBar, close: 300 } })],
    });
    await expect.element(legend()).toHaveTextContent(/Composite USD \+200\.00 %/);
  });

  it('says what has no bars, and reads again what failed', async () => {
    vi.spyOn(pane.data.client, 'openSeries').mockRejectedValueOnce(new Error('on purpose'));
    await button('Compare with Composite').click();
    await expect.element(legend()).toHaveTextContent('not read');
    await button('Read Composite again').click();
    await expect.element(legend()).toHaveTextContent(/Composite USD \+/);
    await pane.desk.charts.compare(pane.desk.charts.active, ['XNAS:DELT']);
    await expect.element(legend()).toHaveTextContent('Deltatron USD no bars of 1 day');
  });

  it('finds any instrument by the search of the list, with its currency', async () => {
    await pane.screen.getByRole('button', { name: 'Compare', exact: true }).click();
    const dialog = pane.screen.getByRole('dialog', { name: 'Compare Acme with' });
    await expect.element(dialog).toBeVisible();
    await userEvent.keyboard('korvo{Enter}');
    await expect.element(dialog).toHaveTextContent('Korvo KRW');
    await userEvent.keyboard('acme');
    await expect.element(dialog.getByText('on the chart')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(legend()).toHaveTextContent(/Korvo KRW \+/);
    expect(dialog.elements()).toHaveLength(0);
  });

  it('counts from an announcement where that is asked for', async () => {
    await button('Compare with Composite').click();
    await pane.desk.timeline.select('acme-a1');
    const base = pane.screen.getByRole('button', { name: /^Where 0 % is/ });
    await base.click();
    await pane.screen.getByRole('menuitem', { name: /^From this announcement/ }).click();
    await expect.element(base).toHaveTextContent('0 % = 5 Mar 2024');
    await base.click();
    await pane.screen.getByRole('menuitem', { name: /^Earliest/ }).click();
    await expect.element(base).toHaveTextContent('0 % = 1 Feb 2024');
  });
});

import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import ChartPane from '../../../../src/features/chart/ChartPane.svelte';
import { visibleCsv } from '../../../../src/features/chart/export/chart-export';
import type { FakeMainOptions } from '../../../helpers/fake-client';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

interface Saved {
  readonly suggestedName: string;
  readonly kind: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

async function show(options: Partial<FakeMainOptions> = {}): Promise<RenderedPane> {
  const pane = await renderPane(ChartPane, { widthPx: 1000, ...options });
  await expect.poll(() => pane.desk.series.visible).not.toBeNull();
  return pane;
}

async function choose({ screen }: RenderedPane, name: string): Promise<void> {
  await screen.getByRole('button', { name: 'Picture, CSV and table' }).click();
  await screen.getByRole('menuitem', { name }).click();
}

async function savedBy({ main }: RenderedPane): Promise<Saved> {
  await vi.waitFor(() => expect(main.argsOf('files.saveFile')).toHaveLength(1));
  return main.argsOf('files.saveFile')[0] as Saved;
}

describe('taking a chart out of the app', () => {
  it('saves a picture with room for title and source around the chart', async () => {
    const pane = await show();
    await choose(pane, 'Save as picture');
    const { kind, bytes, suggestedName } = await savedBy(pane);
    expect([kind, suggestedName]).toEqual(['png', 'ACME D 2024-02-01 2024-03-28']);
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const plot = pane.screen.getByRole('application').element().getBoundingClientRect();
    expect(picture.width).toBeCloseTo(plot.width * devicePixelRatio, -1);
    expect(picture.height / devicePixelRatio - plot.height).toBeCloseTo(88, -1);
    await expect.poll(() => pane.desk.notices.all.map(({ text }) => text)).toEqual(['Saved.']);
  });

  it('copies a picture', async () => {
    const pane = await show();
    await choose(pane, 'Copy as picture');
    await vi.waitFor(() => expect(pane.main.argsOf('files.copyPicture')).toHaveLength(1));
    await expect.poll(() => pane.desk.notices.all[0]?.text).toMatch(/on the clipboard/);
  });

  it('says of the prices what they are, whatever was wished for', async () => {
    const pane = await show();
    await pane.desk.settings.update({ adjustedPrices: true });
    const header = (): string => visibleCsv(pane.desk, pane.desk.charts.active, false) ?? '';
    expect(header()).toContain('(USD, as the source gives them)');
    for (const [basis, words] of [
      ['adjusted', '(USD, adjusted for dividends)'],
      ['raw', '(USD, not adjusted for dividends)'],
    ] as const) {
      pane.data.giveBasis(basis);
      await pane.desk.series.open(pane.desk.settings.current.charted);
      await expect.poll(header).toContain(words);
    }
  });

  it('saves the bars in view, with a byte order mark on wish', async () => {
    const pane = await show();
    await choose(pane, 'Save visible bars for spreadsheets');
    const { bytes, kind } = await savedBy(pane);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect([kind, text[0]]).toEqual(['csv', '\ufeff']);
    const [head, ...rows] = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
    expect(head?.slice(0, 2)).toEqual([
      'Session (America/New_York)',
      'Open (USD, as the source gives them)',
    ]);
    expect(rows).toHaveLength(pane.desk.series.visible?.bars ?? 0);
  });

  it('says why nothing was saved', async () => {
    const pane = await show();
    const full = { saved: false, reason: 'disk-full' } as const;
    vi.spyOn(pane.main.client.files, 'saveFile').mockResolvedValue(full);
    await choose(pane, 'Save visible bars (CSV)');
    await expect.poll(() => pane.desk.notices.all[0]?.text).toMatch(/disk is full/);
  });
});

describe('the table of the visible bars', () => {
  it('is opened by a key, has a caption with its count, and headers', async () => {
    const pane = await show();
    (pane.screen.getByRole('application').element() as HTMLElement).focus();
    await userEvent.keyboard('t');
    const sheet = pane.screen.getByRole('dialog', { name: 'Table of the visible bars' });
    const table = sheet.getByRole('table');
    await expect.element(table).toBeVisible();
    const bars = pane.desk.series.visible?.bars ?? 0;
    await expect
      .element(table)
      .toHaveTextContent(`Acme, bars of 1 day · USD · ${bars} visible bars`);
    expect(table.getByRole('row').elements()).toHaveLength(bars + 1);
    await expect.element(table.getByRole('rowheader', { name: '28 Mar 2024' })).toBeVisible();
    expect(table.getByRole('columnheader').elements()).toHaveLength(7);
    await pane.screen.getByRole('button', { name: 'Close the table' }).click();
    await expect.poll(() => sheet.elements()).toHaveLength(0);
  });
});

describe('a chart that is moved by keys', () => {
  it('tells the bar that it speaks of', async () => {
    const pane = await show();
    const told = () =>
      [...document.querySelectorAll('[aria-live="polite"].visually-hidden')]
        .map(({ textContent }) => textContent)
        .filter((text) => text !== '');
    expect(told()).toEqual([]);
    (pane.screen.getByRole('application').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(told).toEqual([expect.stringMatching(/^\d+ Mar 2024, Open 100\.00, High/)]);
  });
});

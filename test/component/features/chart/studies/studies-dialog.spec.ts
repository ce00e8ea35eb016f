import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import ChartPane from '../../../../../src/features/chart/ChartPane.svelte';
import { renderPane, type RenderedPane } from '../../../../helpers/render-pane';

let pane: RenderedPane;

const dialog = () => pane.screen.getByRole('dialog');
const search = () => dialog().getByRole('searchbox');
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });
const studies = () => pane.desk.studies.all;

beforeEach(async () => {
  pane = await renderPane(ChartPane, { widthPx: 900 });
  await expect.element(pane.screen.getByRole('application')).toBeVisible();
  await pane.screen.getByRole('button', { name: 'Indicators on the charts' }).click();
  await expect.element(search()).toBeVisible();
});

describe('the dialog of the indicators', () => {
  it('adds what a search finds, and opens its settings, by keyboard alone', async () => {
    await expect.element(search()).toHaveFocus();
    await userEvent.keyboard('rsi{Enter}');
    await expect.element(dialog().getByLabelText('Bars')).toHaveValue(14);
    expect(studies().map(({ key }) => key)).toEqual(['rsi-1']);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(pane.desk.studies.editing).toBeNull());
  });

  it('has several of one kind with parameters of their own', async () => {
    await inDialog('Add Simple moving average').click();
    await dialog().getByLabelText('Bars').fill('50');
    await inDialog('Add Simple moving average').click();
    await dialog().getByLabelText('Bars').fill('200');
    expect(studies().map(({ params }) => params['period'])).toEqual([50, 200]);
    await expect.element(inDialog('Settings of SMA 50')).toBeVisible();
    await expect.element(inDialog('Settings of SMA 200')).toBeVisible();
  });

  it('says what is wrong with a parameter, and keeps the last that was right', async () => {
    await inDialog('Add Moving average convergence / divergence').click();
    const fast = dialog().getByLabelText('Fast average, bars');
    await fast.fill('26');
    await expect
      .element(dialog().getByRole('alert'))
      .toHaveTextContent('“Fast average, bars” has to be less than “Slow average, bars”.');
    await expect.element(fast).toHaveAttribute('aria-invalid', 'true');
    expect(studies()[0]?.params['fast']).toBe(12);
    await fast.fill('1');
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('From 2 to 1000.');
    await fast.fill('');
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('Write a number.');
    await fast.fill('8');
    expect(dialog().getByRole('alert').elements()).toHaveLength(0);
    expect(studies()[0]?.params['fast']).toBe(8);
    await inDialog('Standard values').click();
    expect(studies()[0]?.params).toEqual({ fast: 12, slow: 26, signal: 9 });
  });

  it('lets two parameters change that are right only together', async () => {
    await inDialog('Add Moving average convergence / divergence').click();
    await dialog().getByLabelText('Fast average, bars').fill('30');
    await dialog().getByLabelText('Slow average, bars').fill('60');
    expect(studies()[0]?.params).toMatchObject({ fast: 30, slow: 60 });
  });

  it('colours, hides, moves and removes', async () => {
    await inDialog('Add Relative strength index').click();
    await inDialog('Add On-balance volume').click();
    await dialog().getByTitle('Pink').click();
    expect(studies()[1]?.colour).toBe('pink');
    await inDialog('Move OBV up').click();
    expect(studies().map(({ key }) => key)).toEqual(['obv-1', 'rsi-1']);
    await inDialog('Hide OBV').click();
    await expect.element(inDialog('Show OBV')).toBeVisible();
    await inDialog('Remove OBV').click();
    expect(studies().map(({ key }) => key)).toEqual(['rsi-1']);
    await inDialog('Remove all').click();
    await expect.element(dialog().getByText(/^No indicators yet/)).toBeVisible();
  });

  it('offers the announcements of the charted company to count from', async () => {
    await inDialog('Add Average since an announcement').click();
    const anchor = dialog().getByLabelText('Counted from');
    await expect.element(anchor).toHaveValue('');
    await anchor.selectOptions('acme-a2');
    expect(studies()[0]?.announcement).toBe('acme-a2');
    await anchor.selectOptions('');
    expect(studies()[0]?.announcement).toBeNull();
  });

  it('keeps a set for this list alone where that is wished', async () => {
    await inDialog('Add Relative strength index').click();
    await dialog().getByText('This list only').click();
    await vi.waitFor(() => expect(pane.desk.settings.current.studiesPerList).toBe(true));
    await inDialog('Add On-balance volume').click();
    await dialog().getByText('All lists', { exact: true }).click();
    await vi.waitFor(() => expect(studies().map(({ key }) => key)).toEqual(['rsi-1']));
    await dialog().getByText('This list only').click();
    await vi.waitFor(() => expect(studies().map(({ key }) => key)).toEqual(['rsi-1', 'obv-1']));
    await inDialog('As for all lists').click();
    await vi.waitFor(() => expect(studies().map(({ key }) => key)).toEqual(['rsi-1']));
  });
});

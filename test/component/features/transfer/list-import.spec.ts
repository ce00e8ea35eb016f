import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { importListFile, importListText } from '../../../../src/features/transfer/transfer-actions';
import { ACME, BOLT, KORVO } from '../../../helpers/desk-sample';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';
import TransferHost from './TransferHost.svelte';

const open = (options: Parameters<typeof renderPane>[1] = {}): Promise<RenderedPane> =>
  renderPane(TransferHost, { widthPx: 1000, ...options });

const file = (fileName: string, text: string) => ({
  list: { fileName, error: null, bytes: new TextEncoder().encode(text) },
});

const YAHOO = [
  'Symbol,Current Price,Date,Time,Change,Open,High,Low,Volume,Trade Date,Purchase Price,Quantity,Commission,High Limit,Low Limit,Comment,Transaction Type',
  '2345.HK,,,,,,,,,20260108,116.2,100,0,150,100,first lot,BUY',
  '$$CASH_TX,,,,,,,,,20260108,1,5000,,,,,DEPOSIT',
  'NOSUCHTHING,,,,,,,,,,,,,,,,',
].join('\n');

describe('a list on its way in', () => {
  it('is shown row by row with its reasons, and taken as a new list', async () => {
    const { desk, main, screen } = await open(file('My chips.csv', YAHOO));
    await importListFile(desk);
    const dialog = screen.getByRole('dialog', { name: 'Import a list: My chips.csv' });
    await expect.element(dialog).toBeVisible();
    await expect.element(dialog.getByRole('combobox', { name: 'Form' })).toHaveValue('yahoo');
    await expect.element(dialog.getByText('Cash is not kept in a list.')).toBeVisible();
    await expect.element(dialog.getByText(/Not known here/)).toBeVisible();
    await expect.element(dialog.getByText('Draft alerts from 2 limits')).toBeVisible();
    expect(main.argsOf('transfer.commit')).toEqual([]);
    await dialog.getByRole('button', { name: 'Import 2 instruments' }).click();
    await expect.poll(() => desk.watchlist.open.name).toBe('My chips');
    expect(desk.watchlist.symbols).toEqual([BOLT, 'NOSUCHTHING']);
    expect(main.drafts).toEqual([
      { symbol: BOLT, side: 'above', price: 150 },
      { symbol: BOLT, side: 'below', price: 100 },
    ]);
    await expect.element(dialog).not.toBeInTheDocument();
    expect(desk.notices.all.at(-1)?.text).toMatch(/^2 instruments were added to My chips\./);
  });

  it('leaves out what the user unticks, and keeps his alerts out too', async () => {
    const { desk, main, screen } = await open(file('My chips.csv', YAHOO));
    await importListFile(desk);
    await screen.getByRole('checkbox', { name: 'Take NOSUCHTHING' }).click();
    await screen.getByRole('checkbox', { name: /Draft alerts/ }).click();
    await screen.getByRole('button', { name: 'Import 1 instrument' }).click();
    await expect.poll(() => desk.watchlist.symbols).toEqual([BOLT]);
    expect(main.drafts).toEqual([]);
  });

  it('goes into a list that is there, where each instrument stands once', async () => {
    const { desk, screen } = await open();
    const { id, sections } = desk.watchlist.open;
    await importListText(desk, `###${sections[0]?.name ?? 'New'},${ACME},${BOLT},${KORVO}`);
    await screen.getByRole('combobox', { name: 'Into' }).selectOptions(String(id));
    await screen.getByRole('button', { name: /^Import 3/ }).click();
    await expect.poll(() => desk.transfer.preview).toBeNull();
    expect(desk.watchlist.open.id).toBe(id);
    expect(new Set(desk.watchlist.symbols).size).toBe(desk.watchlist.symbols.length);
  });

  it('says what is wrong and lets the user choose another form', async () => {
    const { desk, screen } = await open(file('broken.tapeout.json', '{"format": "other"}'));
    await importListFile(desk);
    await expect.element(screen.getByRole('alert')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
    await screen.getByRole('combobox', { name: 'Form' }).selectOptions('text');
    await expect.element(screen.getByRole('combobox', { name: 'Into' })).toBeVisible();
  });

  it('maps the columns of a table', async () => {
    const { desk, screen } = await open(file('t.csv', 'a;b\nACME;my note\nBOLT;other\n'));
    await importListFile(desk);
    await screen.getByRole('combobox', { name: 'Form' }).selectOptions('csv');
    await screen.getByRole('combobox', { name: 'What “Column 1” holds' }).selectOptions('symbol');
    await screen.getByRole('combobox', { name: 'What “Column 2” holds' }).selectOptions('note');
    await screen.getByRole('button', { name: /^Import \d/ }).click();
    await expect
      .poll(() => desk.watchlist.sections.flatMap(({ items }) => items.map(({ note }) => note)))
      .toContain('my note');
  });

  it('is forgotten on Escape, and nothing was changed', async () => {
    const { desk, main, screen } = await open();
    const before = desk.watchlist.lists;
    await importListText(desk, 'ACME');
    await expect.element(screen.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => main.argsOf('transfer.cancel')).toHaveLength(1);
    expect(desk.watchlist.lists).toBe(before);
  });

  it('tells why a file was not opened', async () => {
    const { desk } = await open({ list: { fileName: 'gone.txt', error: 'not-readable' } });
    await importListFile(desk);
    expect(desk.notices.all.at(-1)?.text).toMatch(/^gone.txt was not imported\. The file cannot/);
  });
});

describe('the window', () => {
  function drop(target: EventTarget, fill: (data: DataTransfer) => void): void {
    const dataTransfer = new DataTransfer();
    fill(dataTransfer);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }
  }

  it('takes a file that is dropped on it', async () => {
    const { screen } = await open();
    drop(document.body, ({ items }) => items.add(new File(['###Chips,ACME'], 'Chips_1a2b3.txt')));
    const dialog = screen.getByRole('dialog', { name: 'Import a list: Chips_1a2b3.txt' });
    await expect.element(dialog).toBeVisible();
    await expect
      .element(dialog.getByRole('textbox', { name: 'Name of the list' }))
      .toHaveValue('Chips');
  });

  it('takes a text that is dropped on it, but not one that goes into a field', async () => {
    const { desk, screen } = await open();
    const text = (data: DataTransfer): void => data.setData('text/plain', 'ACME');
    drop(screen.getByRole('textbox', { name: 'a field' }).element(), text);
    expect(desk.transfer.preview).toBeNull();
    drop(document.body, text);
    await expect
      .element(screen.getByRole('dialog', { name: 'Import what was pasted' }))
      .toBeVisible();
  });

  it('says that a text is too long for a list, and takes one without its NULs', async () => {
    const { desk } = await open();
    await importListText(desk, 'A'.repeat(1024 * 1024 + 1));
    expect(desk.notices.all.at(-1)?.text).toMatch(/longer than any list/);
    await importListText(desk, 'A\0CME');
    expect(desk.transfer.preview?.reading?.rows[0]?.written).toBe('ACME');
  });

  it('takes one file at a time', async () => {
    const { desk } = await open();
    drop(document.body, ({ items }) => {
      items.add(new File(['ACME'], 'a.txt'));
      items.add(new File(['BOLT'], 'b.txt'));
    });
    await expect.poll(() => desk.notices.all.at(-1)?.text).toMatch(/one file at a time/);
    expect(desk.transfer.preview).toBeNull();
  });
});

describe('a list on its way out', () => {
  it('says what a form cannot carry before it is saved', async () => {
    const { desk, main, screen } = await open();
    desk.transfer.startExport(desk.watchlist.open.id);
    const dialog = screen.getByRole('dialog', { name: /^Export / });
    await expect.element(dialog.getByText(/carries everything/)).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Form' }).selectOptions('tongdaxin');
    await expect.element(dialog.getByText('This form cannot carry:')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save as …' }).click();
    await expect.poll(() => [...main.written.keys()]).toEqual([expect.stringMatching(/\.blk$/)]);
    await expect.element(dialog).not.toBeInTheDocument();
  });
});

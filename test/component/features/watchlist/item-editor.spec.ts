import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { RenderedPane } from '../../../helpers/render-pane';
import { openLists } from './open-lists';

async function openEditor(): Promise<RenderedPane> {
  const rendered = await openLists();
  const row = rendered.screen.getByRole('row', { name: /ACME/ });
  await expect.element(row).toHaveAttribute('tabindex', '0');
  row.element().focus();
  await userEvent.keyboard('e');
  await expect.element(rendered.screen.getByRole('dialog', { name: 'Acme' })).toBeVisible();
  return rendered;
}

const detailsOf = ({ desk }: RenderedPane) => desk.watchlist.find(1)?.item;

describe('what is kept about an instrument', () => {
  it('is written in one dialog and kept in one step', async () => {
    const rendered = await openEditor();
    const { screen, main } = rendered;
    await screen.getByRole('checkbox', { name: 'Red' }).click();
    await screen.getByRole('checkbox', { name: 'Blue' }).click();
    await screen.getByRole('textbox', { name: 'Note' }).fill('watch HBM4');
    await screen.getByRole('button', { name: 'Add a target' }).click();
    await screen.getByRole('textbox', { name: 'Price', exact: true }).fill('1,500');
    await screen.getByRole('textbox', { name: 'Label' }).fill('high');
    await screen.getByRole('button', { name: 'Add a purchase' }).click();
    await screen.getByRole('textbox', { name: 'Quantity 1' }).fill('10');
    await screen.getByRole('textbox', { name: 'Date 1' }).fill('2026-05-28');
    await screen.getByRole('button', { name: 'Save' }).last().click();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(detailsOf(rendered)).toMatchObject({
      ...{ note: 'watch HBM4', flags: ['red', 'blue'], targets: [{ price: 1500, label: 'high' }] },
      lots: [{ quantity: 10, price: null, currency: null, date: '2026-05-28' }],
    });
    expect(main.argsOf('watchlist.setDetails')).toHaveLength(1);
    await expect
      .element(screen.getByRole('row', { name: /ACME/ }).getByRole('img', { name: /Note: watch/ }))
      .toBeVisible();
  });

  it('is refused with the row and the reason, and nothing is lost', async () => {
    const { screen, main } = await openEditor();
    await screen.getByRole('button', { name: 'Add a purchase' }).click();
    await screen.getByRole('textbox', { name: 'Quantity 1' }).fill('ten');
    await screen.getByRole('button', { name: 'Save' }).last().click();
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent('Purchase 1: the quantity is a number other than 0.');
    await expect.element(screen.getByRole('textbox', { name: 'Quantity 1' })).toHaveValue('ten');
    expect(main.argsOf('watchlist.setDetails')).toEqual([]);
  });

  it('asks main for nothing where nothing was changed', async () => {
    const { screen, main } = await openEditor();
    await screen.getByRole('button', { name: 'Save' }).last().click();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(main.argsOf('watchlist.setDetails')).toEqual([]);
  });

  it('is left as it was with Escape', async () => {
    const rendered = await openEditor();
    await rendered.screen.getByRole('textbox', { name: 'Note' }).fill('lost');
    await userEvent.keyboard('{Escape}');
    await expect.element(rendered.screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(detailsOf(rendered)?.note).toBe('');
  });
});

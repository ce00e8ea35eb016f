import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { RenderedPane } from '../../../helpers/render-pane';
import { ACME, BOLT, KORVO } from '../../../helpers/desk-sample';
import { readText } from '../../../helpers/read-text';
import { noticesOf, openLists, symbolsOf } from './open-lists';

async function openFromMenu(rendered: RenderedPane, line: string): Promise<void> {
  await rendered.screen.getByRole('button', { name: 'More' }).first().click();
  await rendered.screen.getByRole('menuitem', { name: line }).click();
  await expect.element(rendered.screen.getByRole('dialog', { name: line })).toBeVisible();
}

describe('the trash', () => {
  it('has what was deleted with its kind and time, and gives it back', async () => {
    const rendered = await openLists();
    const { screen, desk } = rendered;
    await desk.watchlist.removeItems([1]);
    await desk.watchlist.removeSection(20);
    await openFromMenu(rendered, 'Trash');
    await expect.poll(() => screen.getByRole('listitem').elements()).toHaveLength(2);
    const lines = screen.getByRole('listitem').elements().map(readText);
    expect(lines.toSorted()).toEqual([
      expect.stringMatching(/^Acme instrument · deleted \d/),
      expect.stringMatching(/^Mine section · 1 instrument · deleted \d/),
    ]);
    await screen.getByRole('button', { name: 'Restore Acme' }).click();
    await expect.poll(() => symbolsOf(rendered)[0]).toEqual([ACME, BOLT, 'ask Ming']);
    expect(noticesOf(rendered)).toEqual(['Acme is back']);
    await expect.poll(() => screen.getByRole('listitem').elements()).toHaveLength(1);
  });

  it('is emptied, which can be undone', async () => {
    const rendered = await openLists();
    const { screen, desk } = rendered;
    await desk.watchlist.removeItems([1]);
    await openFromMenu(rendered, 'Trash');
    await screen.getByRole('button', { name: 'Empty the trash' }).click();
    await expect.element(screen.getByText('The trash is empty.')).toBeVisible();
    desk.notices.all[0]?.action?.run();
    await expect.poll(() => noticesOf(rendered)).toContain('Undone: empty the trash');
  });

  it('has nothing to empty where it is empty', async () => {
    const rendered = await openLists();
    await openFromMenu(rendered, 'Trash');
    await expect.element(rendered.screen.getByText('The trash is empty.')).toBeVisible();
    await expect
      .element(rendered.screen.getByRole('button', { name: 'Empty the trash' }))
      .toBeDisabled();
  });
});

describe('backups', () => {
  it('are listed with their days, and one is taken by hand', async () => {
    const rendered = await openLists();
    const { screen } = rendered;
    await openFromMenu(rendered, 'Backups');
    await expect.poll(() => screen.getByRole('listitem').elements()).toHaveLength(2);
    await screen.getByRole('button', { name: 'Back up now' }).click();
    await expect.poll(() => screen.getByRole('listitem').elements()).toHaveLength(3);
    expect(readText(screen.getByRole('listitem').elements()[0] as Element)).toContain(
      'taken by hand',
    );
    expect(noticesOf(rendered)).toEqual(['A backup was taken']);
  });

  it('go back to a day only after it was named and confirmed', async () => {
    const rendered = await openLists();
    const { screen, main } = rendered;
    await openFromMenu(rendered, 'Backups');
    await screen.getByRole('button', { name: /^Restore the backup of 27 Mar 2024/ }).click();
    const question = screen.getByRole('alertdialog');
    await expect.element(question).toHaveTextContent(/goes back to 27 Mar 2024.*starts anew/);
    expect(main.argsOf('backups.restore')).toEqual([]);
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(question).not.toBeInTheDocument();
    await screen.getByRole('button', { name: /^Restore the backup of 27 Mar 2024/ }).click();
    await screen.getByRole('button', { name: /^Go back to 27 Mar 2024/ }).click();
    await expect.element(screen.getByText('Tapeout starts anew…')).toBeVisible();
    expect(main.argsOf('backups.restore')).toHaveLength(1);
  });

  it('say why one could not be taken, and that nothing was changed', async () => {
    const rendered = await openLists();
    const { screen, desk } = rendered;
    await openFromMenu(rendered, 'Backups');
    await screen.getByRole('button', { name: /^Restore the backup of 26 Mar 2024/ }).click();
    await desk.client.backups.remove({ takenAt: desk.listDesk.backups.all?.[1]?.takenAt ?? 0 });
    await screen.getByRole('button', { name: /^Go back to/ }).click();
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent('That backup is no longer there. Nothing was changed.');
  });

  it('come in from a file after a look at what is in it', async () => {
    const rendered = await openLists();
    const { screen, main } = rendered;
    await openFromMenu(rendered, 'Backups');
    await screen.getByRole('button', { name: 'Import…' }).click();
    await expect
      .element(screen.getByRole('alertdialog'))
      .toHaveTextContent(/Tapeout\.tapeout-backup: 3 lists, 41 instruments/);
    await screen.getByRole('button', { name: 'Take this file' }).click();
    await expect.poll(() => main.argsOf('backups.commitImport')).toEqual([{ importId: 1 }]);
  });

  it('and everything else go out as one file', async () => {
    const rendered = await openLists();
    await openFromMenu(rendered, 'Backups');
    await rendered.screen.getByRole('button', { name: 'Export everything…' }).click();
    await expect.poll(() => noticesOf(rendered)).toEqual(['Everything was exported']);
    await userEvent.keyboard('{Escape}');
    await expect.element(rendered.screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(symbolsOf(rendered)[1]).toEqual([KORVO]);
  });
});

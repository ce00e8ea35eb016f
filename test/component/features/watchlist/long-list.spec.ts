import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DEFAULT_LIST_LOOK } from '../../../../src/shared/domain/watchlist/list-look';
import type { RenderedPane } from '../../../helpers/render-pane';
import { itemOf, listOf, listsOf, nowOf, sectionOf } from '../../../helpers/watchlist-samples';
import { openLists, symbolsOf } from './open-lists';

const COUNT = 5000;
const LONG = nowOf(
  listsOf(
    7,
    listOf(1, 'Everything', [
      sectionOf(10, 'First', many(0, COUNT / 2)),
      sectionOf(20, 'Second', many(COUNT / 2, COUNT)),
    ]),
  ),
);

function many(from: number, to: number) {
  return Array.from({ length: to - from }, (_, step) => {
    const index = from + step;
    return itemOf(index + 100, `XNAS:T${String(index).padStart(4, '0')}`);
  });
}

const open = (widthPx = 276, listLook = DEFAULT_LIST_LOOK) =>
  openLists({ widthPx, snapshot: { watchlist: LONG }, settings: { listLook } });
const rowsOf = ({ screen }: RenderedPane) => screen.getByRole('row').elements();
const grid = ({ screen }: RenderedPane) => screen.getByRole('treegrid').element();
const focused = (): string | null | undefined => document.activeElement?.getAttribute('data-key');

async function focusFirst({ screen }: RenderedPane): Promise<void> {
  await expect.element(screen.getByText('T0000')).toBeVisible();
  const row = screen.getByRole('row', { name: /First/ });
  row.element().focus();
}

describe('a list of five thousand', () => {
  it('has in the document what can be seen, and says how long it is', async () => {
    const rendered = await open();
    await expect.element(rendered.screen.getByText('T0000')).toBeVisible();
    expect(rowsOf(rendered).length).toBeLessThan(60);
    await expect
      .element(rendered.screen.getByRole('treegrid'))
      .toHaveAttribute('aria-rowcount', String(COUNT + 2));
    expect(grid(rendered).scrollHeight).toBeGreaterThan(COUNT * 38);
  });

  it('is scrolled to any place, and knows which line stands there', async () => {
    const rendered = await open();
    await expect.element(rendered.screen.getByText('T0000')).toBeVisible();
    grid(rendered).scrollTop = 32 + 1000 * 38;
    await expect.element(rendered.screen.getByText('T1000')).toBeVisible();
    await expect
      .element(rendered.screen.getByRole('row', { name: /T1000/ }))
      .toHaveAttribute('aria-rowindex', '1002');
    expect(rowsOf(rendered).length).toBeLessThan(70);
  });

  it('is travelled by keys from one end to the other, and the focus is never lost', async () => {
    const rendered = await open();
    await focusFirst(rendered);
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe(`item-${COUNT + 99}`);
    await expect.element(rendered.screen.getByText('T4999')).toBeVisible();
    await userEvent.keyboard('{PageUp}');
    await expect.poll(focused).toBe(`item-${COUNT + 89}`);
    grid(rendered).scrollTop = 0;
    await expect.element(rendered.screen.getByText('T0000')).toBeVisible();
    expect(focused()).toBe(`item-${COUNT + 89}`);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).toBe(`item-${COUNT + 90}`);
    await userEvent.keyboard('{Home}');
    await expect.poll(focused).toBe('section-10');
  });

  it('moves lines between its sections wherever they stand', async () => {
    const rendered = await open();
    await expect.element(rendered.screen.getByText('T0000')).toBeVisible();
    grid(rendered).scrollTop = 32 + 2490 * 38;
    const last = rendered.screen.getByRole('row', { name: /T2499/ });
    await expect.element(last).toBeVisible();
    await userEvent.dragAndDrop(last, rendered.screen.getByRole('row', { name: /T2501/ }), {
      targetPosition: { x: 40, y: 4 },
    });
    await expect
      .poll(() => symbolsOf(rendered)[1]?.slice(0, 3))
      .toEqual([...['XNAS:T2500', 'XNAS:T2499', 'XNAS:T2501']]);
  });

  it('is marked and sorted as a whole', async () => {
    const sort = { by: 'name', direction: 'descending' } as const;
    const rendered = await open(1300, { ...DEFAULT_LIST_LOOK, grouping: 'none', sort });
    await expect.element(rendered.screen.getByText('T4999')).toBeVisible();
    const row = rendered.screen.getByRole('row', { name: /T4999/ });
    row.element().focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(rendered.screen.getByText('5000 marked')).toBeVisible();
  });

  it('asks for the bars of the lines in the window alone', async () => {
    const rendered = await open(1300);
    await expect.element(rendered.screen.getByText('T0000')).toBeVisible();
    const asked = () =>
      rendered.data.asked.flatMap((question) =>
        question.kind === 'get-list-facts' ? question.instruments : [],
      );
    await expect.poll(() => asked().length).toBeGreaterThan(10);
    expect(asked().length).toBeLessThan(80);
  });
});

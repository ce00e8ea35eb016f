import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import InboxPanel from '../../../../src/features/inbox/InboxPanel.svelte';
import type { Feed, InboxItem } from '../../../../src/shared/domain/feeds/feed';
import type { FakeInbox } from '../../../helpers/fake-inbox';
import { renderPane } from '../../../helpers/render-pane';

const NOW = Date.now();
const HOUR_MS = 3_600_000;

function feedOf(id: number, title: string, rest: Partial<Feed> = {}): Feed {
  return {
    ...{ id, title, address: `https://${id}.example/feed`, home: null, paused: false },
    intervalMinutes: 60,
    health: { isAsked: false, answeredAt: NOW, nextAt: NOW + HOUR_MS, failure: null },
    ...rest,
  };
}

function itemOf(id: number, title: string, rest: Partial<InboxItem> = {}): InboxItem {
  return {
    ...{ id, feedId: 1, title, summary: '', url: `https://www.news.example/${id}` },
    ...{ publishedAt: NOW - id * HOUR_MS, seenAt: NOW, read: false, starred: false },
    ...rest,
  };
}

const TAPE_OUT = itemOf(1, 'Acme tapes out its own CPU, people say');
const STORE = itemOf(2, 'A shop opens', { publishedAt: null });
const AGAIN = itemOf(3, 'Acme tapes out its own CPU, people say', { feedId: 2 });
const ATTACK = itemOf(4, '<img src=x onerror=alert(1)> custom silicon of Bolt', {
  summary: '<script>alert(1)</script> & plain',
});

const INBOX: FakeInbox = {
  feeds: [feedOf(1, 'First Wire'), feedOf(2, 'Second Wire')],
  items: [TAPE_OUT, STORE, AGAIN, ATTACK],
};

const show = (inbox: FakeInbox = INBOX) =>
  renderPane(InboxPanel, { inbox, widthPx: 1000 } as Parameters<typeof renderPane>[1]);

describe('the inbox', () => {
  it('shows likely chip news with the words that counted, source and age', async () => {
    const { screen } = await show();
    const row = screen.getByRole('button', { name: /Acme tapes out its own CPU/ });
    await expect.element(row).toBeVisible();
    await expect.element(row).toHaveTextContent(/tapes out/);
    await expect.element(row).toHaveTextContent(/First Wire \+1/);
    await expect.element(row).toHaveTextContent(/1 h/);
    expect(screen.getByText('A shop opens').query()).toBeNull();
  });

  it('shows the rest where the switch is off, and says where a date is unknown', async () => {
    const { screen } = await show();
    await screen.getByRole('switch', { name: 'Only likely chip news' }).click();
    const row = screen.getByRole('button', { name: /A shop opens/ });
    await expect.element(row).toHaveTextContent(/date unknown/);
  });

  it('shows markup of a feed as the text that it is', async () => {
    const { screen } = await show();
    await screen.getByRole('button', { name: /custom silicon of Bolt/ }).click();
    await expect.element(screen.getByText('<script>alert(1)</script> & plain')).toBeVisible();
    expect(document.querySelectorAll('ul img, ul script, ul iframe')).toHaveLength(0);
  });

  it('reads what is opened up, and tells why it is there and who tells it too', async () => {
    const { main, screen } = await show();
    await screen.getByRole('button', { name: /Acme tapes out its own CPU/ }).click();
    await expect
      .poll(() => main.argsOf('inbox.markItems'))
      .toEqual([{ items: { ids: [1, 3] }, read: true }]);
    await expect.element(screen.getByText(/Acme \(company, 2\)/)).toBeVisible();
    await screen.getByRole('button', { name: 'Second Wire' }).click();
    await expect.poll(() => main.argsOf('inbox.openItem')).toEqual([{ id: 3 }]);
    await screen.getByRole('button', { name: 'Open at news.example' }).click();
    await expect.poll(() => main.argsOf('inbox.openItem')).toEqual([{ id: 3 }, { id: 1 }]);
  });

  it('begins an announcement with what the headline tells', async () => {
    const { desk, screen } = await show();
    const startDraft = vi.spyOn(desk.curation, 'startDraft').mockReturnValue();
    await screen.getByRole('button', { name: /Acme tapes out its own CPU/ }).click();
    await screen.getByRole('button', { name: 'Make an announcement of this' }).click();
    expect(startDraft.mock.calls).toEqual([
      [
        {
          ...{ title: TAPE_OUT.title, url: TAPE_OUT.url, publishedAt: TAPE_OUT.publishedAt },
          ...{ companyIds: ['acme'], programmeIds: expect.any(Array), claim: 'reported' },
        },
      ],
    ]);
  });

  it('is travelled and worked with the keyboard', async () => {
    const { desk, main, screen } = await show();
    const startDraft = vi.spyOn(desk.curation, 'startDraft').mockReturnValue();
    const first = screen.getByRole('button', { name: /Acme tapes out its own CPU/ });
    await expect.element(first).toBeVisible();
    (first.element() as HTMLElement).focus();
    await userEvent.keyboard('j');
    await expect.element(screen.getByRole('button', { name: /custom silicon/ })).toHaveFocus();
    await userEvent.keyboard('k');
    await expect.element(first).toHaveFocus();
    await userEvent.keyboard('s');
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('m');
    await userEvent.keyboard('x');
    await expect.poll(() => main.argsOf('inbox.openItem')).toEqual([{ id: 1 }]);
    await expect
      .poll(() => main.argsOf('inbox.markItems'))
      .toEqual([
        { items: { ids: [1] }, starred: true },
        { items: { ids: [1, 3] }, read: true },
        { items: { ids: [1, 3] }, dismissed: true },
      ]);
    expect(startDraft).toHaveBeenCalledOnce();
    await expect.element(screen.getByRole('button', { name: /custom silicon/ })).toHaveFocus();
    expect(desk.notices.all.at(-1)?.action?.label).toBe('Undo');
  });

  it('filters by state, feed and text', async () => {
    const { desk, screen } = await show();
    await screen.getByRole('combobox', { name: 'Feed' }).selectOptions('Second Wire');
    await expect.poll(() => desk.inbox.shown.map(({ lead }) => lead.id)).toEqual([1]);
    await screen.getByRole('combobox', { name: 'Feed' }).selectOptions('All feeds');
    await screen.getByRole('searchbox').fill('SILICON');
    await expect.poll(() => desk.inbox.shown.map(({ lead }) => lead.id)).toEqual([4]);
    await screen.getByRole('searchbox').fill('nothing of that kind');
    await screen.getByRole('button', { name: 'Show all headlines' }).click();
    await expect.poll(() => desk.inbox.shown).toHaveLength(3);
  });

  it('keeps the one that is being read where only unread ones are shown', async () => {
    const { desk, screen } = await show();
    const unread = screen.getByRole('radio', { name: /^Unread/ });
    await expect.element(unread).toBeInTheDocument();
    (unread.element() as HTMLElement).click();
    await screen.getByRole('button', { name: /Acme tapes out its own CPU/ }).click();
    await expect.poll(() => desk.inbox.shown.map(({ lead }) => lead.id)).toEqual([1, 4]);
    await desk.inbox.select(null);
    await expect.poll(() => desk.inbox.shown.map(({ lead }) => lead.id)).toEqual([4]);
  });

  it('offers feeds where there are none', async () => {
    const { screen } = await show({
      suggested: [
        {
          ...{
            id: 'wire',
            title: 'A Wire',
            address: 'https://w.example/',
            home: 'https://w.example/',
          },
          ...{ language: 'en' as const, kind: 'press' as const },
        },
      ],
    });
    await screen.getByRole('button', { name: 'Choose feeds' }).click();
    await expect.element(screen.getByRole('button', { name: 'Add A Wire' })).toBeVisible();
  });

  it('says where the network is off', async () => {
    const { screen } = await show({ ...INBOX, network: false });
    await expect.element(screen.getByText(/keeps Tapeout from the network/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Look for news now' })).toBeDisabled();
  });
});

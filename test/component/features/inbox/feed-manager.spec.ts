import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import InboxPanel from '../../../../src/features/inbox/InboxPanel.svelte';
import { type Feed, FEED_FAILURES } from '../../../../src/shared/domain/feeds/feed';
import type { FakeInbox } from '../../../helpers/fake-inbox';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

const NOW = Date.now();

function feed(rest: Partial<Feed> = {}): Feed {
  return {
    ...{ id: 1, title: 'First Wire', address: 'https://first.example/feed', home: null },
    ...{ paused: false, intervalMinutes: 60 as const },
    health: { isAsked: false, answeredAt: NOW, nextAt: NOW, failure: null },
    ...rest,
  };
}

async function open(inbox: FakeInbox = { feeds: [feed()] }): Promise<RenderedPane> {
  const rendered = await renderPane(InboxPanel, {
    inbox,
    widthPx: 1000,
  } as Parameters<typeof renderPane>[1]);
  rendered.desk.inbox.managerOpen = true;
  await expect.element(rendered.screen.getByRole('dialog', { name: 'Feeds' })).toBeVisible();
  return rendered;
}

describe('the feed manager', () => {
  it('adds an address, and asks first where it is not encrypted', async () => {
    const { main, screen } = await open({
      feeds: [feed()],
      add: (address, allowPlain) =>
        address.startsWith('http:') && !allowPlain
          ? { ok: false, reason: 'plain-http' }
          : { ok: true, id: 2 },
    });
    const field = screen.getByRole('textbox', { name: 'Address of a feed' });
    await field.fill(' http://plain.example/feed ');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('alert')).toHaveTextContent(/not encrypted/);
    await screen.getByRole('button', { name: 'Add it all the same' }).click();
    await expect
      .poll(() => main.argsOf('inbox.addFeed'))
      .toEqual([
        { address: 'http://plain.example/feed', allowPlain: false },
        { address: 'http://plain.example/feed', allowPlain: true },
      ]);
    await expect.element(field).toHaveValue('');
  });

  it('says why an address is refused and keeps it for correction', async () => {
    const { screen } = await open({ add: () => ({ ok: false, reason: 'private-address' }) });
    const field = screen.getByRole('textbox', { name: 'Address of a feed' });
    await field.fill('http://192.168.1.1/');
    await screen.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent(/within your own network/);
    await expect.element(field).toHaveValue('http://192.168.1.1/');
  });

  it('renames, sets, pauses, asks and removes with a way back', async () => {
    const { desk, main, screen } = await open();
    await screen.getByRole('button', { name: 'Rename' }).click();
    await screen.getByRole('textbox', { name: 'Name of the feed' }).fill('Mine');
    await userEvent.keyboard('{Enter}');
    await screen
      .getByRole('combobox', { name: 'How often Mine is asked' })
      .selectOptions('every 3 hours');
    await screen.getByRole('button', { name: 'Look at Mine now' }).click();
    await screen.getByRole('button', { name: 'Pause Mine' }).click();
    await screen.getByRole('button', { name: 'Go on with Mine' }).click();
    await expect
      .poll(() => main.argsOf('inbox.updateFeed'))
      .toEqual([
        { id: 1, title: 'Mine' },
        { id: 1, intervalMinutes: 180 },
        { id: 1, paused: true },
        { id: 1, paused: false },
      ]);
    expect(main.argsOf('inbox.askNow')).toEqual([{ id: 1 }]);
    await screen.getByRole('button', { name: 'Remove Mine' }).click();
    await expect.poll(() => desk.inbox.feeds).toEqual([]);
    desk.notices.all.at(-1)?.action?.run();
    await expect.poll(() => desk.inbox.feeds.map(({ title }) => title)).toEqual(['Mine']);
  });

  it.each(FEED_FAILURES)(
    'says of %s what happened, what was kept and what to do',
    async (reason) => {
      const health = {
        isAsked: false,
        answeredAt: NOW,
        nextAt: NOW,
        failure: { reason, detail: 'HTTP 404' },
      };
      const { desk, screen } = await open({ feeds: [feed({ health })] });
      await expect
        .element(screen.getByText(desk.t.inbox.failures[reason], { exact: false }))
        .toHaveTextContent(/Earlier headlines are kept/);
    },
  );

  it('adds suggestions, and leaves out those that are in the list', async () => {
    const suggest = (id: string, title: string, address: string) => ({
      ...{ id, title, address, home: address },
      ...{ language: 'en' as const, kind: 'press' as const },
    });
    const { main, screen } = await open({
      feeds: [feed()],
      suggested: [
        suggest('first', 'Known', 'https://first.example/feed'),
        suggest('wire', 'A Wire', 'https://w.example/'),
      ],
    });
    await screen.getByRole('button', { name: 'Add A Wire' }).click();
    await expect.poll(() => main.argsOf('inbox.addSuggested')).toEqual([{ id: 'wire' }]);
    expect(screen.getByText('+ Known').query()).toBeNull();
  });

  it('tells what became of a list', async () => {
    const { screen } = await open({
      feeds: [feed()],
      imported: {
        kind: 'imported',
        result: {
          ...{ added: 2, alreadyThere: 1 },
          refused: [{ address: 'http://plain.example/', reason: 'plain-http' }],
        },
      },
    });
    await screen.getByRole('button', { name: 'Import OPML …' }).click();
    await expect.element(screen.getByText(/Feeds added: 2/)).toBeVisible();
    await expect.element(screen.getByText('http://plain.example/')).toBeVisible();
  });

  it('says where a file is no list, and where one could not be saved', async () => {
    const { desk, screen } = await open({
      ...{ feeds: [feed()], imported: { kind: 'not-a-list' as const }, saved: 'failed' as const },
    });
    await screen.getByRole('button', { name: 'Import OPML …' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent(/no list of feeds/);
    await screen.getByRole('button', { name: 'Export OPML …' }).click();
    await expect.poll(() => desk.notices.all.at(-1)?.text).toMatch(/could not be saved/);
  });
});

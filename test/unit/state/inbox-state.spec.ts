import { describe, expect, it } from 'vitest';
import type { Feed, InboxItem } from '../../../src/shared/domain/feeds/feed';
import type { FakeInbox } from '../../helpers/fake-inbox';
import { makeDesk } from '../../helpers/desk-under-test';

const NOW = Date.UTC(2026, 4, 28);

const feed = (id: number): Feed => ({
  ...{ id, title: `Feed ${id}`, address: `https://${id}.example/`, home: null, paused: false },
  intervalMinutes: 60,
  health: { isAsked: false, answeredAt: NOW, nextAt: NOW, failure: null },
});
const item = (id: number, title: string, rest: Partial<InboxItem> = {}): InboxItem => ({
  ...{ id, feedId: 1, title, summary: '', url: `https://a.example/${id}`, publishedAt: NOW - id },
  ...{ seenAt: NOW, read: false, starred: false, ...rest },
});

const INBOX: FakeInbox = {
  feeds: [feed(1), feed(2)],
  items: [
    item(1, 'Acme tapes out its own CPU'),
    item(2, 'Acme tapes out its own CPU today', { feedId: 2 }),
    item(3, 'Shop opens', { starred: true }),
    item(4, 'Weather'),
  ],
};

const open = async (inbox = INBOX) => {
  const made = makeDesk({ inbox });
  await Promise.all([made.desk.timeline.load(), made.desk.inbox.load()]);
  return { ...made, inbox: made.desk.inbox };
};
const shown = (inbox: Awaited<ReturnType<typeof open>>['inbox']) =>
  inbox.shown.map(({ lead }) => lead.id);

describe('the inbox', () => {
  it('gathers stories, shows likely ones and starred ones, and counts the unread', async () => {
    const { inbox } = await open();
    expect(inbox.stories.map(({ lead, others }) => [lead.id, others.length])).toEqual([
      ...[
        [1, 1],
        [3, 0],
        [4, 0],
      ],
    ]);
    expect(shown(inbox)).toEqual([1, 3]);
    expect(inbox.newsCount).toBe(1);
    inbox.onlyLikely = false;
    expect(shown(inbox)).toEqual([1, 3, 4]);
    expect([inbox.count('all'), inbox.count('unread'), inbox.count('starred')]).toEqual([3, 3, 1]);
  });

  it('marks a story as read with all that tell it', async () => {
    const { inbox, main } = await open();
    await inbox.select(inbox.shown[0] ?? null);
    expect(main.argsOf('inbox.markItems')).toEqual([{ items: { ids: [1, 2] }, read: true }]);
    expect(inbox.newsCount).toBe(0);
    await inbox.select(inbox.shown[0] ?? null);
    expect(main.argsOf('inbox.markItems')).toHaveLength(1);
  });

  it('marks all that is shown as read, and asks nothing where nothing is left', async () => {
    const { inbox, main } = await open();
    await inbox.readAll();
    await inbox.readAll();
    expect(main.argsOf('inbox.markItems')).toEqual([{ items: { ids: [1, 2, 3] }, read: true }]);
  });

  it('forgets the chosen feed when it is removed', async () => {
    const { inbox } = await open();
    inbox.feedId = 2;
    expect(shown(inbox)).toEqual([1]);
    await inbox.remove(2);
    expect(inbox.feedId).toBeNull();
    await inbox.restore(2);
    expect(inbox.feeds).toHaveLength(2);
  });

  it('takes a dismissal back', async () => {
    const { inbox, main } = await open();
    const [story] = inbox.shown;
    if (!story) throw new Error('nothing is shown');
    const takeBack = await inbox.dismiss(story);
    expect(shown(inbox)).toEqual([3]);
    await takeBack();
    expect(main.argsOf('inbox.markItems')).toEqual([
      { items: { ids: [1, 2] }, dismissed: true },
      { items: { ids: [1, 2] }, dismissed: false },
    ]);
  });

  it('asks main again when it has news, once for any number of them', async () => {
    const { inbox, main } = await open();
    main.client.inbox.onChanged(() => void inbox.hearChange());
    const before = main.argsOf('inbox.list').length;
    const release = main.holdAnswers();
    for (let revision = 2; revision < 10; revision += 1) main.publish.inbox.onChanged({ revision });
    release();
    await expect.poll(() => main.argsOf('inbox.list').length).toBe(before + 2);
    expect(inbox.loaded).toBe(true);
  });
});

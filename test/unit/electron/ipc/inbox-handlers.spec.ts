import { beforeEach, describe, expect, it } from 'vitest';
import {
  createInboxHandlers,
  type InboxHandlerParts,
} from '../../../../electron/ipc/inbox-handlers';
import type { TapeoutHandlers } from '../../../../src/shared/ipc/contract';

let happened: unknown[];
let file: Uint8Array | null;
let handlers: TapeoutHandlers['inbox'];

const LISTED = { added: 1, alreadyThere: 0, refused: [] };

beforeEach(() => {
  happened = [];
  file = null;
  const note =
    (name: string) =>
    (...args: unknown[]): void => {
      happened.push([name, ...args]);
    };
  const parts: InboxHandlerParts = {
    inbox: {
      network: false,
      feeds: () => [],
      items: () => [],
      suggested: async () => [],
      add: async (...args) => {
        happened.push(['add', ...args]);
        return { ok: true, id: 3 };
      },
      addSuggested: async (id) => (id === 'known' ? { ok: true, id: 4 } : null),
      update: note('update'),
      remove: note('remove'),
      restore: (id) => id === 1,
      askNow: note('askNow'),
      mark: note('mark'),
      itemUrl: (id) => (id === 1 ? 'https://a.example/1' : null),
      importList: async (bytes) => (bytes.length > 0 ? LISTED : null),
      exportList: () => '<opml/>',
    },
    feedFiles: {
      open: async () => file,
      save: async (text) => {
        happened.push(['save', text]);
        return 'saved';
      },
    },
    openLink: async (address) => {
      happened.push(['openLink', address]);
      return { ok: true, host: 'a.example' };
    },
  };
  handlers = createInboxHandlers(parts);
});

describe('inbox handlers', () => {
  it('open the page of a headline by its identity, through the one door to the browser', async () => {
    expect(await handlers.openItem({ id: 1 })).toEqual({ ok: true, host: 'a.example' });
    expect(await handlers.openItem({ id: 2 })).toEqual({ ok: false, reason: 'unknown-source' });
    expect(happened).toEqual([['openLink', 'https://a.example/1']]);
  });

  it('read a list of feeds that the user chose', async () => {
    expect(await handlers.importFeeds()).toEqual({ kind: 'cancelled' });
    file = new Uint8Array();
    expect(await handlers.importFeeds()).toEqual({ kind: 'not-a-list' });
    file = new Uint8Array([1]);
    expect(await handlers.importFeeds()).toEqual({ kind: 'imported', result: LISTED });
  });

  it('save the list', async () => {
    expect(await handlers.exportFeeds()).toEqual({ outcome: 'saved' });
    expect(happened).toEqual([['save', '<opml/>']]);
  });

  it('pass on what the user does with feeds and headlines', async () => {
    await handlers.addFeed({ address: 'https://a.example/', allowPlain: true });
    handlers.updateFeed({ id: 1, paused: true });
    handlers.removeFeed({ id: 1 });
    handlers.askNow({ id: null });
    handlers.markItems({ items: { ids: [1, 2] }, starred: true });
    expect(happened).toEqual([
      ['add', 'https://a.example/', null, true],
      ['update', 1, { paused: true }],
      ['remove', 1],
      ['askNow', null],
      ['mark', [1, 2], { starred: true }],
    ]);
    expect(handlers.restoreFeed({ id: 1 })).toEqual({ restored: true });
    expect(await handlers.addSuggested({ id: 'unknown' })).toBeNull();
    expect(handlers.list()).toEqual({ feeds: [], items: [], network: false });
  });
});

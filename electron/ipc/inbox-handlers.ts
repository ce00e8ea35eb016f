import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { OpenResult } from '../../src/shared/ipc/open-result';
import type { FeedListSaving } from '../../src/shared/ipc/inbox-contract';
import type { FeedService } from '../core/feeds/feed-service';

export interface InboxHandlerParts {
  readonly inbox: Pick<
    FeedService,
    | 'feeds'
    | 'items'
    | 'suggested'
    | 'add'
    | 'addSuggested'
    | 'update'
    | 'remove'
    | 'restore'
    | 'askNow'
    | 'mark'
    | 'itemUrl'
    | 'importList'
    | 'exportList'
  > & { readonly network: boolean };
  readonly feedFiles: {
    /** Null where the user closed the dialog; empty for a file that cannot be a list. */
    readonly open: () => Promise<Uint8Array | null>;
    readonly save: (text: string) => Promise<FeedListSaving>;
  };
  readonly openLink: (address: string) => Promise<OpenResult>;
}

export function createInboxHandlers(parts: InboxHandlerParts): TapeoutHandlers['inbox'] {
  const { inbox, feedFiles, openLink } = parts;
  return {
    list: () => ({ feeds: inbox.feeds(), items: inbox.items(), network: inbox.network }),
    suggested: () => inbox.suggested(),
    addFeed: ({ address, allowPlain }) => inbox.add(address, null, allowPlain),
    addSuggested: ({ id }) => inbox.addSuggested(id),
    updateFeed: ({ id, ...change }) => inbox.update(id, change),
    removeFeed: ({ id }) => inbox.remove(id),
    restoreFeed: ({ id }) => ({ restored: inbox.restore(id) }),
    askNow: ({ id }) => inbox.askNow(id),
    markItems: ({ items, ...marks }) => inbox.mark(items.ids, marks),
    openItem: ({ id }) => {
      const url = inbox.itemUrl(id);
      return url === null ? { ok: false, reason: 'unknown-source' } : openLink(url);
    },
    async importFeeds() {
      const bytes = await feedFiles.open();
      if (bytes === null) return { kind: 'cancelled' };
      const result = await inbox.importList(bytes);
      return result === null ? { kind: 'not-a-list' } : { kind: 'imported', result };
    },
    exportFeeds: async () => ({ outcome: await feedFiles.save(inbox.exportList()) }),
  };
}

import { lookup } from 'node:dns/promises';
import type { SuggestedFeed } from '../src/shared/domain/feeds/feed';
import type { FeedGateway } from './core/feeds/feed-gateway-port';
import { FeedRefreshService } from './core/feeds/feed-refresh-service';
import { FeedService } from './core/feeds/feed-service';
import type { Scheduler } from './core/quotes/scheduler-port';
import type { MainEvents } from './ipc/main-events';
import { SqliteFeedRepository } from './store/feeds/feed-repository';
import type { UserDatabase } from './store/user-database';

export interface InboxServicesParts {
  readonly database: UserDatabase;
  readonly events: MainEvents;
  /** `network` is false where no server may be asked in this run. */
  readonly launch: { readonly network: boolean };
  readonly isPackaged: boolean;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly userAgent: string;
  readonly report: (message: string, cause?: unknown) => void;
}

/** Composition root of the feeds; what asks the network is loaded with the first feed. */
export function createInboxServices(parts: InboxServicesParts): FeedService {
  const { events, scheduler, now } = parts;
  const { network } = parts.launch;
  const repository = new SqliteFeedRepository(parts.database);
  const onChanged = (): void => events.inboxChanged.emit(null);
  let gateway: Promise<FeedGateway> | null = null;
  const loadGateway = (): Promise<FeedGateway> => (gateway ??= createGateway(parts));
  const refresh = new FeedRefreshService({
    ...{ repository, loadGateway, network, scheduler, now, onChanged },
    random: Math.random,
    onError: (error) => parts.report('a feed could not be looked at', error),
  });
  return new FeedService({
    ...{ repository, refresh, loadGateway, loadSuggested, network, scheduler, now, onChanged },
  });
}

async function createGateway(parts: InboxServicesParts): Promise<FeedGateway> {
  const [{ FeedFetcher }, { directHop }] = await Promise.all([
    import('./feeds/feed-fetcher'),
    import('./feeds/direct-hop'),
  ]);
  const allowLoopback =
    !parts.isPackaged && process.env['TAPEOUT_FEEDS_ON_THIS_MACHINE'] === 'allowed';
  return new FeedFetcher({
    askHop: directHop({ resolve: (host) => lookup(host, { all: true }), allowLoopback }),
    ...{ userAgent: parts.userAgent, allowLoopback, now: parts.now },
    after: (delayMs, task) => parts.scheduler.after(delayMs, task),
  });
}

async function loadSuggested(): Promise<readonly SuggestedFeed[]> {
  const { default: file } = await import('../assets/feeds/suggested-feeds.json');
  return file.feeds as readonly SuggestedFeed[];
}

import type {
  FeedAddressCheck,
  FeedAnswer,
  FeedGateway,
  FeedQuestion,
  FeedValidators,
} from '../core/feeds/feed-gateway-port';
import type { FeedFailure } from '../../src/shared/domain/feeds/feed';
import { readFeed } from '../../src/shared/domain/feeds/read-feed';
import { type OpmlFeed, readOpml } from '../../src/shared/domain/feeds/read-opml';
import { decodeFeed } from './decode-feed';
import { checkFeedAddress, externalLink } from './feed-address';
import { readFeedBody } from './feed-body';
import type { AskHop, HopAnswer } from './feed-hop';
import { retryAfterMs, statusFailure, thrownFailure } from './hop-failure';
import { readXml } from './xml-tree';

export const LONGEST_ANSWER_MS = 10_000;
export const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PRINTABLE = /^[\u0020-\u007e]{1,500}$/;

export interface FeedFetcherParts {
  readonly askHop: AskHop;
  readonly userAgent: string;
  readonly allowLoopback: boolean;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly after: (delayMs: number, task: () => void) => () => void;
}

type Failed = Extract<FeedAnswer, { readonly kind: 'failed' }>;
type Landed = { readonly kind: 'landed'; readonly url: URL; readonly answer: HopAnswer };

/**
 * Looks at feeds: two megabytes, ten seconds and three redirects at most, each of them checked as the
 * first address was.
 */
export class FeedFetcher implements FeedGateway {
  constructor(private readonly parts: FeedFetcherParts) {}

  check(address: string): FeedAddressCheck {
    const checked = checkFeedAddress(address, this.parts.allowLoopback);
    if (!checked.ok) return checked;
    const { href, protocol } = checked.url;
    return { ok: true, address: href, isPlain: protocol === 'http:' };
  }

  readList(bytes: Uint8Array): readonly OpmlFeed[] | null {
    const reading = readXml(decodeFeed(bytes, null));
    return reading.ok ? readOpml(reading.root) : null;
  }

  async ask(question: FeedQuestion, signal: AbortSignal): Promise<FeedAnswer> {
    const patience = new AbortController();
    const end = (): void => patience.abort();
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    const calledOff = this.parts.after(LONGEST_ANSWER_MS, end);
    try {
      return await this.follow(question, patience.signal);
    } catch (error) {
      if (patience.signal.aborted) return failed({ reason: 'timed-out', detail: null });
      return failed(thrownFailure(error));
    } finally {
      calledOff();
      signal.removeEventListener('abort', end);
    }
  }

  private async follow(question: FeedQuestion, signal: AbortSignal): Promise<FeedAnswer> {
    const landed = await this.land(question, signal);
    if (landed.kind === 'failed') return landed;
    const { answer, url } = landed;
    if (answer.status === 304) {
      answer.body.destroy();
      return { kind: 'unchanged' };
    }
    const failure = statusFailure(answer.status);
    if (failure) {
      answer.body.destroy();
      const pause = retryAfterMs(answer.header('retry-after'), this.parts.now());
      return failed(failure, pause);
    }
    return read(await readFeedBody(answer), answer, url);
  }

  /** Goes from address to address until one answers. */
  private async land(question: FeedQuestion, signal: AbortSignal): Promise<Landed | Failed> {
    const { allowLoopback, askHop } = this.parts;
    let checked = checkFeedAddress(question.address, allowLoopback);
    const mayBePlain = checked.ok && checked.url.protocol === 'http:';
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      if (!checked.ok) return failed({ reason: checked.reason, detail: null });
      const { url } = checked;
      if (url.protocol === 'http:' && !mayBePlain) {
        return failed({ reason: 'insecure-redirect', detail: url.host });
      }
      const answer = await askHop(url, this.headersFor(question), signal);
      if (!REDIRECTS.has(answer.status)) return { kind: 'landed', url, answer };
      answer.body.destroy();
      const target = answer.header('location') ?? '';
      const next = URL.canParse(target, url.href) ? new URL(target, url).href : '';
      checked = checkFeedAddress(next, allowLoopback);
    }
    return failed({ reason: 'too-many-redirects', detail: null });
  }

  private headersFor({ etag, lastModified }: FeedValidators): Readonly<Record<string, string>> {
    return {
      'User-Agent': this.parts.userAgent,
      Accept: 'application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9',
      'Accept-Encoding': 'gzip, deflate, br',
      ...(etag !== null && { 'If-None-Match': etag }),
      ...(lastModified !== null && { 'If-Modified-Since': lastModified }),
    };
  }
}

function read(bytes: Uint8Array, answer: HopAnswer, url: URL): FeedAnswer {
  const reading = readXml(decodeFeed(bytes, answer.header('content-type')));
  if (!reading.ok) return failed({ reason: reading.reason, detail: null });
  const feed = readFeed(reading.root, (link, base) => externalLink(link, base, url));
  if (feed === null) return failed({ reason: 'not-a-feed', detail: null });
  const validators = { etag: kept(answer, 'etag'), lastModified: kept(answer, 'last-modified') };
  return { kind: 'told', feed, validators };
}

/** What goes back into a request has to fit in there. */
function kept(answer: HopAnswer, name: string): string | null {
  const value = answer.header(name);
  return value !== null && PRINTABLE.test(value) ? value : null;
}

function failed(failure: FeedFailure, pauseMs: number | null = null): Failed {
  return { kind: 'failed', failure, retryAfterMs: pauseMs };
}

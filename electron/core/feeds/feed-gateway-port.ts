import type { FeedFailure } from '../../../src/shared/domain/feeds/feed';
import type { ReadFeed } from '../../../src/shared/domain/feeds/read-feed';

/** What of an earlier answer lets a server say that nothing changed. */
export interface FeedValidators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FeedQuestion extends FeedValidators {
  readonly address: string;
}

export type FeedAnswer =
  | { readonly kind: 'told'; readonly feed: ReadFeed; readonly validators: FeedValidators }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'failed';
      readonly failure: FeedFailure;
      /** How long the server wants to be left alone; null where it does not say. */
      readonly retryAfterMs: number | null;
    };

/** Looks at a feed on the network. */
export interface FeedGateway {
  /** Never rejects; an abort is a failure as any other. */
  ask(question: FeedQuestion, signal: AbortSignal): Promise<FeedAnswer>;

  /** The address as it would be asked; why not, where it would not. */
  check(address: string): FeedAddressCheck;

  /** The feeds of an OPML file; null where it is none. */
  readList(
    bytes: Uint8Array,
  ): readonly { readonly address: string; readonly title: string }[] | null;
}

export type FeedAddressCheck =
  | { readonly ok: true; readonly address: string; readonly isPlain: boolean }
  | { readonly ok: false; readonly reason: 'bad-address' | 'private-address' };

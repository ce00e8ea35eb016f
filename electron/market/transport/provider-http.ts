import type { ProviderError } from '../../core/market/market-data-provider-port';
import type { ProviderFailure } from '../../../src/shared/domain/market/provider-failure';

/**
 * The network as one provider sees it: its own addresses, its own budget, and failures already told
 * apart. An answer that is empty, cut short, HTML or plain text where JSON was asked for, or a redirect,
 * is a failure (`bad-answer`, `blocked`), whatever its status; so is one that `read` knows nothing of, for
 * which it gives null.
 */
export interface ProviderHttp {
  /** Body parsed as JSON. Its first byte and content type are looked at before. */
  json<T>(request: HttpRequest, read: (value: unknown) => T | null): Promise<HttpResult<T>>;
  /** Body as text; HTML is a failure here too. */
  text<T>(
    request: HttpRequest & { readonly encoding: 'utf-8' | 'gb18030' },
    read: (text: string) => T | null,
  ): Promise<HttpResult<T>>;
}

export interface HttpRequest {
  /** Name of one of the provider's addresses (`chart`). */
  readonly address: string;
  /** Path and query, beginning with a slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** True where the headers hold the user's key: a refusal then is one of the key. */
  readonly carriesKey?: boolean;
  /** The HTTP status that the body of an answer with 200 says in place of one; null where it says none. */
  readonly statusIn?: (value: unknown) => number | null;
  readonly signal?: AbortSignal;
  /**
   * True for what is asked ahead, and for no price: whether the source has prices now it says nothing
   * about, and its health stays as it was. Its host's budget and pauses count all the same.
   */
  readonly isAside?: boolean;
}

export type HttpResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: ProviderError<ProviderFailure>;
      /** What came with a status of failure, at most 64 kB: a 404 may say that a symbol is unknown. */
      readonly status: number | null;
      readonly body: string | null;
    };

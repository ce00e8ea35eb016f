/**
 * WebSockets as one provider sees them. One that was cut or died silently is opened again by itself,
 * with jitter and growing pauses; it dies silently when nothing of any kind (data, pong, ping) was
 * heard for `silentAfterMs`.
 */
export interface StreamSockets {
  /** Connects at once. */
  open(request: StreamSocketRequest): StreamSocket;
}

export interface StreamSocketRequest {
  /** Name of one of the provider's addresses (`stream`). */
  readonly address: string;
  /** Path and query, beginning with a slash. */
  readonly path: string;
  readonly silentAfterMs: number;
  /**
   * What to send so that the other side answers, and how often: a message, or null for a ping of the
   * protocol. Null where the other side speaks by itself.
   */
  readonly keepAlive: { readonly message: string | null; readonly everyMs: number } | null;
  /** After each connecting: the moment to subscribe. */
  readonly opened: () => void;
  readonly received: (text: string) => void;
  /** `silent` and `closed` are followed by `connecting`, unless it was disposed of. */
  readonly stateChanged: (state: 'connecting' | 'open' | 'silent' | 'closed') => void;
}

export interface StreamSocket {
  /** Dropped where the connection is not open. */
  send(text: string): void;
  /** Connects anew where its address is another one than when it connected. */
  followAddress(): void;
  dispose(): void;
}

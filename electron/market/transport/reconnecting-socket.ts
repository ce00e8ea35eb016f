import type { WebSocket } from 'ws';
import type { ConnectionAttempts } from './connection-attempts';
import type { SocketParts } from './socket-parts';
import type { StreamSocket, StreamSocketRequest } from './stream-sockets';

const SHORTEST_PAUSE_MS = 1000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 300_000;
/** A connection that is still heard of after this long was a good one. */
const PROVEN_AFTER_MS = 60_000;

/**
 * One connection that comes back, after pauses with full jitter between a second and a length that
 * doubles up to five minutes. Only one that held for a minute begins anew with the shortest, since a
 * host that greets and cuts is no better than one that refuses. Anything heard counts as life: data,
 * pings, pongs.
 */
export class ReconnectingSocket implements StreamSocket {
  private socket: WebSocket | null = null;
  private url = '';
  private openedAt = 0;
  private failures = 0;
  private cancelWatch: (() => void) | null = null;
  private cancelKeepAlive: (() => void) | null = null;
  private cancelRetry: (() => void) | null = null;
  private isDisposed = false;

  constructor(
    private readonly request: StreamSocketRequest,
    private readonly parts: SocketParts,
    /** To the host that is its address now. */
    private readonly attempts: () => ConnectionAttempts,
  ) {}

  start(): void {
    const waitMs = this.attempts().waitMs();
    if (waitMs === 0) this.connect();
    else this.cancelRetry = this.parts.after(waitMs, () => this.start());
  }

  send(text: string): void {
    if (this.socket?.readyState === this.socket?.OPEN) this.socket?.send(text);
  }

  followAddress(): void {
    if (this.isDisposed || this.url === '' || this.url === this.currentUrl()) return;
    this.cancelTimers();
    const { socket } = this;
    this.socket = null;
    socket?.terminate();
    this.failures = 0;
    this.request.stateChanged('closed');
    this.start();
  }

  dispose(): void {
    this.isDisposed = true;
    this.cancelTimers();
    this.socket?.terminate();
    this.socket = null;
    this.request.stateChanged('closed');
  }

  private connect(): void {
    this.attempts().note();
    this.url = this.currentUrl();
    const socket = this.parts.connect(this.url);
    this.socket = socket;
    this.request.stateChanged('connecting');
    socket.on('open', () => this.handleOpen(socket));
    socket.on('message', (data) => {
      if (this.isHeard(socket)) this.request.received(String(data));
    });
    socket.on('ping', () => this.isHeard(socket));
    socket.on('pong', () => this.isHeard(socket));
    // `close` follows, and there it is dealt with.
    socket.on('error', () => undefined);
    socket.on('close', () => this.handleEnd(socket, 'closed'));
    this.watch(socket);
  }

  private currentUrl(): string {
    return this.parts.address(this.request.address) + this.request.path;
  }

  private handleOpen(socket: WebSocket): void {
    if (socket !== this.socket) return;
    this.openedAt = this.parts.now();
    this.watch(socket);
    this.keepAlive(socket);
    this.request.stateChanged('open');
    this.request.opened();
  }

  /** @returns false where it comes from a connection that was given up */
  private isHeard(socket: WebSocket): boolean {
    if (socket !== this.socket) return false;
    this.watch(socket);
    if (this.parts.now() - this.openedAt >= PROVEN_AFTER_MS) this.failures = 0;
    return true;
  }

  /** A connection can die without a word, while it is being made too. */
  private watch(socket: WebSocket): void {
    this.cancelWatch?.();
    this.cancelWatch = this.parts.after(this.request.silentAfterMs, () => {
      this.handleEnd(socket, 'silent');
    });
  }

  private keepAlive(socket: WebSocket): void {
    const { keepAlive } = this.request;
    if (!keepAlive) return;
    this.cancelKeepAlive = this.parts.after(keepAlive.everyMs, () => {
      if (socket !== this.socket) return;
      if (keepAlive.message !== null) this.send(keepAlive.message);
      else if (socket.readyState === socket.OPEN) socket.ping();
      this.keepAlive(socket);
    });
  }

  private handleEnd(socket: WebSocket, state: 'silent' | 'closed'): void {
    if (socket !== this.socket || this.isDisposed) return;
    this.cancelTimers();
    this.socket = null;
    socket.terminate();
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.failures, 10));
    const pauseMs = SHORTEST_PAUSE_MS + this.parts.random() * (longest - SHORTEST_PAUSE_MS);
    this.failures++;
    this.cancelRetry = this.parts.after(pauseMs, () => this.start());
    this.request.stateChanged(state);
  }

  private cancelTimers(): void {
    for (const cancel of [this.cancelWatch, this.cancelKeepAlive, this.cancelRetry]) cancel?.();
  }
}

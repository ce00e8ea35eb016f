import type { WebSocket } from 'ws';
import { ConnectionAttempts } from './connection-attempts';
import { ReconnectingSocket } from './reconnecting-socket';
import type { StreamSocket, StreamSocketRequest, StreamSockets } from './stream-sockets';

export interface SocketParts {
  /** Base address by the provider's own name for it. */
  readonly address: (name: string) => string;
  readonly connect: (url: string) => WebSocket;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Calls back after a delay. @returns a function that takes it back */
  readonly after: (delayMs: number, task: () => void) => () => void;
}

/** The WebSockets of one provider. */
export class ReconnectingSockets implements StreamSockets {
  /** By host. */
  private readonly attempts = new Map<string, ConnectionAttempts>();

  constructor(private readonly parts: SocketParts) {}

  open(request: StreamSocketRequest): StreamSocket {
    const attempts = (): ConnectionAttempts => this.attemptsAt(this.parts.address(request.address));
    const socket = new ReconnectingSocket(request, this.parts, attempts);
    socket.start();
    return socket;
  }

  private attemptsAt(address: string): ConnectionAttempts {
    const { host } = new URL(address);
    const attempts = this.attempts.get(host) ?? new ConnectionAttempts(this.parts.now);
    this.attempts.set(host, attempts);
    return attempts;
  }
}

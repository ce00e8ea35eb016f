import { ConnectionAttempts } from './connection-attempts';
import { ReconnectingSocket } from './reconnecting-socket';
import type { SocketParts } from './socket-parts';
import type { StreamSocket, StreamSocketRequest, StreamSockets } from './stream-sockets';

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

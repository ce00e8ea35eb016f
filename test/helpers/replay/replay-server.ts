import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Fault } from './fault-table';

/** Answers in a source's own wire shape; null where the address is not its. */
export type ReplayRoute = (
  url: URL,
  headers: IncomingMessage['headers'],
) => string | Uint8Array | ReplayRefusal | null;
/** An answer with a status of failure. */
export interface ReplayRefusal {
  readonly status: number;
  readonly body: string;
}
/** The WebSockets of a source. */
export interface ReplaySocket {
  /** False where the upgrade is to be refused. */
  admits(path: string): boolean;
  /** Takes care of everything, pongs included. */
  serve(page: WebSocket, path: string): void;
}

export interface ReplayRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** Sources of the network as a server on this machine: real HTTP, real WebSockets, and faults on demand. */
export class ReplayServer {
  readonly requests: ReplayRequest[] = [];
  fault: Fault | null = null;
  private server: Server | null = null;
  private sockets: WebSocketServer | null = null;

  constructor(
    private readonly routes: readonly ReplayRoute[],
    private readonly socket: ReplaySocket | null = null,
  ) {}

  /** @returns its address, `http://127.0.0.1:PORT` */
  async start(): Promise<string> {
    this.server = createServer((request, response) => this.answer(request, response));
    this.sockets = new WebSocketServer({ noServer: true, autoPong: false });
    this.server.on('upgrade', (...wish) => this.upgrade(...wish));
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Pulls the plug: running answers are cut. */
  async dispose(): Promise<void> {
    const { server, sockets } = this;
    this.server = null;
    this.sockets = null;
    if (!server) return;
    for (const page of sockets?.clients ?? []) page.terminate();
    sockets?.close();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  private upgrade(request: IncomingMessage, wire: Duplex, head: Buffer): void {
    const { socket } = this;
    const path = request.url ?? '/';
    if (!socket?.admits(path)) {
      wire.end(
        'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
      );
      return;
    }
    this.sockets?.handleUpgrade(request, wire, head, (page) => socket.serve(page, path));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://replay');
    this.requests.push({ path: url.pathname + url.search, headers: request.headers });
    if (this.fault) return this.fault.answer(response);
    for (const route of this.routes) {
      const answer = route(url, request.headers);
      if (answer === null) continue;
      const isRefusal = typeof answer === 'object' && 'status' in answer;
      const body = isRefusal ? answer.body : answer;
      response.statusCode = isRefusal ? answer.status : 200;
      const isJson = typeof body === 'string' && /^[[{]/.test(body);
      response.setHeader('content-type', isJson ? 'application/json' : 'text/plain');
      response.end(body);
      return;
    }
    response.statusCode = 404;
    response.end('{"error":"not found"}');
  }
}

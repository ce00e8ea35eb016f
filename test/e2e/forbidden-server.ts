import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that the page must never reach; it remembers who tried. */
export class ForbiddenServer {
  readonly hits: string[] = [];
  private server: Server | null = null;

  /**
   * Listens, and makes sure that it hears who comes.
   *
   * @returns its address, `http://127.0.0.1:PORT`
   */
  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      this.hits.push(`${request.method} ${request.url}`);
      response.setHeader('access-control-allow-origin', '*');
      response.end('<title>Reached</title>');
    });
    this.server.on('upgrade', (request, socket) => {
      this.hits.push(`UPGRADE ${request.url}`);
      socket.destroy();
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    await fetch(`${address}/control`);
    if (this.hits.pop() !== 'GET /control') throw new Error('the server hears nobody');
    return address;
  }

  async dispose(): Promise<void> {
    this.server?.closeAllConnections();
    this.server?.close();
    if (this.server) await once(this.server, 'close');
  }
}

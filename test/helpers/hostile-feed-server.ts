import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HOSTILE_FEEDS, type HostileFeed } from './hostile-feeds';

/** Serves hostile feeds on this machine, and remembers who asked for what only markup would ask for. */
export class HostileFeedServer {
  /** Requests to `/hit/...`: somebody took text for markup. */
  readonly hits: string[] = [];
  readonly asked: string[] = [];
  readonly headers: Readonly<Record<string, unknown>>[] = [];
  private server: Server | null = null;
  private origin = '';

  constructor(private readonly feeds: readonly HostileFeed[] = HOSTILE_FEEDS) {}

  /**
   * Listens, and makes sure that it hears who comes.
   *
   * @returns the addresses of the feeds, in their order
   */
  async start(): Promise<readonly string[]> {
    this.server = createServer((request, response) => {
      const path = request.url ?? '';
      this.asked.push(path);
      this.headers.push(request.headers);
      if (path.startsWith('/hit/')) this.hits.push(path);
      if (path === '/loop') {
        response.writeHead(302, { location: '/loop' }).end();
        return;
      }
      const feed = this.feeds[Number(path.slice('/feed/'.length))];
      if (feed) feed.serve(response, this.origin);
      else response.writeHead(404).end();
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    await fetch(`${this.origin}/hit/control`);
    if (this.hits.pop() !== '/hit/control') throw new Error('the server hears nobody');
    this.asked.length = 0;
    this.headers.length = 0;
    return this.feeds.map((_feed, index) => `${this.origin}/feed/${index}`);
  }

  async dispose(): Promise<void> {
    this.server?.closeAllConnections();
    this.server?.close();
    if (this.server) await once(this.server, 'close');
  }
}

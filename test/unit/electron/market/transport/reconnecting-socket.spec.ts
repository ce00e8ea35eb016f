import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { ReconnectingSockets } from '../../../../../electron/market/transport/reconnecting-sockets';
import type {
  StreamSocket,
  StreamSocketRequest,
} from '../../../../../electron/market/transport/stream-sockets';
import { ManualTime } from '../../../../helpers/manual-time';

const SILENT_AFTER_MS = 90_000;
const TEN_MINUTES_MS = 600_000;
const EVERY = { interval: 1, timeout: 10_000 };

let server: WebSocketServer;
let time: ManualTime;
let states: string[];
let heard: string[];
let opened: StreamSocket[];
let connections: WebSocket[];
/** How many timers were set: anything that is heard sets the watch anew. */
let timersSet: number;
let dialled: number;

beforeEach(async () => {
  time = new ManualTime(Date.UTC(2026, 4, 28));
  [states, heard, opened, connections, timersSet, dialled] = [[], [], [], [], 0, 0];
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (connection) => connections.push(connection));
  await once(server, 'listening');
});

afterEach(() => {
  for (const socket of opened) socket.dispose();
  for (const client of server.clients) client.terminate();
  server.close();
});

function sockets(
  address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
  random = 0,
): ReconnectingSockets {
  return new ReconnectingSockets({
    address: () => address,
    connect: (url) => {
      dialled++;
      return new WebSocket(url);
    },
    now: time.now,
    after: (delayMs, task) => {
      timersSet++;
      return time.after(delayMs, task);
    },
    random: () => random,
  });
}

function open(from = sockets(), request: Partial<StreamSocketRequest> = {}): StreamSocket {
  const socket = from.open({
    address: 'stream',
    path: '/v1',
    silentAfterMs: SILENT_AFTER_MS,
    keepAlive: null,
    opened: () => undefined,
    received: (text) => heard.push(text),
    stateChanged: (state) => states.push(state),
    ...request,
  });
  opened.push(socket);
  return socket;
}

const connected = (count: number): Promise<unknown> =>
  vi.waitUntil(() => connections.length === count && states.at(-1) === 'open', EVERY);
const stateIs = (state: string): Promise<unknown> =>
  vi.waitUntil(() => states.at(-1) === state, EVERY);

describe('ReconnectingSockets', () => {
  it('connects at once, subscribes when it is open, hears and is heard', async () => {
    const socket: StreamSocket = open(sockets(), {
      opened: () => socket.send('subscribe'),
    });
    expect(states).toEqual(['connecting']);
    socket.send('dropped, for nobody listens yet');
    await connected(1);
    const [asked] = (await once(connections[0] as WebSocket, 'message')) as [Buffer];
    expect(String(asked)).toBe('subscribe');
    connections[0]?.send('{"price":1}');
    await vi.waitUntil(() => heard.length === 1, EVERY);
    expect(heard).toEqual(['{"price":1}']);
    expect(states).toEqual(['connecting', 'open']);
  });

  it('comes back after a cut, and subscribes again', async () => {
    let subscriptions = 0;
    open(sockets(), { opened: () => subscriptions++ });
    await connected(1);
    connections[0]?.terminate();
    await stateIs('closed');
    time.move(999);
    expect(states).toEqual(['connecting', 'open', 'closed']);
    time.move(1);
    await connected(2);
    expect(states).toEqual(['connecting', 'open', 'closed', 'connecting', 'open']);
    expect(subscriptions).toBe(2);
  });

  it.each([
    ['data', (connection: WebSocket) => connection.send('x')],
    ['a ping', (connection: WebSocket) => connection.ping()],
    ['a pong', (connection: WebSocket) => connection.pong()],
  ])('takes %s for life, and their absence for death', async (_name, speak) => {
    open();
    await connected(1);
    const [connection] = connections as [WebSocket];
    for (let turn = 0; turn < 3; turn++) {
      time.move(SILENT_AFTER_MS - 1);
      const before = timersSet;
      speak(connection);
      await vi.waitUntil(() => timersSet > before, EVERY);
    }
    expect(states).toEqual(['connecting', 'open']);
    time.move(SILENT_AFTER_MS);
    expect(states).toEqual(['connecting', 'open', 'silent']);
  });

  it('asks for a sign of life as often as the source wants it', async () => {
    open(sockets(), { keepAlive: { message: 'ping', everyMs: 30_000 } });
    await connected(1);
    const [connection] = connections as [WebSocket];
    for (let turn = 0; turn < 3; turn++) {
      const asked = once(connection, 'message');
      time.move(30_000);
      expect(String(((await asked) as [Buffer])[0])).toBe('ping');
      const before = timersSet;
      connection.send('pong');
      await vi.waitUntil(() => timersSet > before, EVERY);
    }
    expect(states).toEqual(['connecting', 'open']);
  });

  it('gives up a connection that is never made', async () => {
    const mute = createServer(() => undefined);
    mute.listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const accepted = once(mute, 'connection') as Promise<[Socket]>;
    open(sockets(`ws://127.0.0.1:${port}`));
    const [connection] = await accepted;
    time.move(SILENT_AFTER_MS);
    expect(states).toEqual(['connecting', 'silent']);
    connection.destroy();
    mute.close();
  });

  it('ends for good when it is disposed of, connected or not, and leaves no timer', async () => {
    const socket = open();
    await connected(1);
    socket.dispose();
    expect(states).toEqual(['connecting', 'open', 'closed']);
    expect(time.timers).toBe(0);
    const hasty = open();
    hasty.dispose();
    await once(connections[0] as WebSocket, 'close');
    time.move(TEN_MINUTES_MS);
    expect(states.slice(3)).toEqual(['connecting', 'closed']);
    expect(time.timers).toBe(0);
  });

  it('hears nothing of a connection that it gave up', async () => {
    open();
    await connected(1);
    time.move(SILENT_AFTER_MS);
    const [given] = connections as [WebSocket];
    given.send('late');
    time.move(5000);
    await connected(2);
    expect(heard).toEqual([]);
  });

  it('doubles its pauses with full jitter, five minutes at most', async () => {
    const pauses = async (random: number): Promise<number[]> => {
      const closed = sockets('ws://127.0.0.1:1', random);
      open(closed);
      const found: number[] = [];
      for (let turn = 0; turn < 9; turn++) {
        await vi.waitUntil(() => states.at(-1) === 'closed', EVERY);
        const from = time.now();
        while (states.at(-1) === 'closed') time.move(1000);
        found.push(time.now() - from);
      }
      opened.pop()?.dispose();
      return found;
    };
    expect(await pauses(0)).toEqual(Array.from({ length: 9 }, () => 1000));
    const [first, second, third, ...longer] = await pauses(1);
    expect([first, second, third]).toEqual([2000, 4000, 8000]);
    expect(Math.max(...longer)).toBe(300_000);
  });

  it.each([
    ['refuses', (connection: WebSocket) => connection.terminate()],
    [
      'greets and cuts',
      (connection: WebSocket) => connection.send('hello', () => connection.terminate()),
    ],
  ])(
    'asks a host that %s ten times in ten minutes at most, however many want it',
    async (_name, meet) => {
      server.on('connection', meet);
      const shared = sockets();
      for (let index = 0; index < 3; index++) open(shared, { path: `/v${index}` });
      const end = time.now() + TEN_MINUTES_MS;
      while (time.now() + 1000 < end) {
        const pending = connections.length;
        time.move(1000);
        await new Promise((resolve) => setImmediate(resolve));
        if (connections.length > pending) await stateIs('closed');
      }
      expect(connections.length).toBeGreaterThan(5);
      expect(dialled).toBeLessThanOrEqual(10);
    },
  );

  it('takes a daily cut for what it is: a host that held is tried again at once', async () => {
    open(sockets(undefined, 1));
    for (let day = 1; day <= 12; day++) {
      await connected(day);
      const connection = connections.at(-1) as WebSocket;
      time.move(61_000);
      const before = timersSet;
      connection.ping();
      await vi.waitUntil(() => timersSet > before, EVERY);
      connection.close();
      await stateIs('closed');
      time.move(2000);
    }
    expect(connections.length).toBeGreaterThanOrEqual(12);
  });
});

describe('a socket whose address is changed', () => {
  it('goes there at once, however long the pause before the old one was, and leaves no timer', async () => {
    const standard = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    let address = 'ws://127.0.0.1:1';
    const from = new ReconnectingSockets({
      address: () => address,
      connect: (url) => new WebSocket(url),
      now: time.now,
      after: time.after,
      random: () => 1,
    });
    const socket = open(from);
    for (let failure = 0; failure < 4; failure++) {
      await stateIs('closed');
      while (states.at(-1) === 'closed') time.move(1000);
    }
    await stateIs('closed');
    address = standard;
    socket.followAddress();
    await connected(1);
    socket.followAddress();
    expect(connections).toHaveLength(1);
    expect(states.slice(-3)).toEqual(['closed', 'connecting', 'open']);
    socket.dispose();
    socket.followAddress();
    expect(time.timers).toBe(0);
  });

  it('says goodbye to the old host, and hears it no more', async () => {
    const other = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(other, 'listening');
    let { port } = server.address() as AddressInfo;
    const from = new ReconnectingSockets({
      address: () => `ws://127.0.0.1:${port}`,
      connect: (url) => new WebSocket(url),
      now: time.now,
      after: time.after,
      random: () => 0,
    });
    const socket = open(from);
    await connected(1);
    const gone = once(connections[0] as WebSocket, 'close');
    ({ port } = other.address() as AddressInfo);
    const come = once(other, 'connection');
    socket.followAddress();
    await Promise.all([gone, come]);
    await stateIs('open');
    expect(connections).toHaveLength(1);
    socket.dispose();
    other.close();
  });
});

describe('a server that stands still', () => {
  let child: ChildProcess | null = null;
  afterEach(() => child?.kill('SIGKILL'));

  it.skipIf(process.platform === 'win32')(
    'is noticed although its connection stays, and is found again when it wakes',
    async () => {
      const running = spawn(process.execPath, ['-e', TALKING_SERVER], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = running;
      const [port] = (await once(running.stdout, 'data')) as [Buffer];
      open(sockets(`ws://127.0.0.1:${String(port).trim()}`));
      await vi.waitUntil(() => heard.length > 0, EVERY);
      running.kill('SIGSTOP');
      time.move(SILENT_AFTER_MS);
      expect(states).toEqual(['connecting', 'open', 'silent']);
      time.move(1000);
      expect(states.at(-1)).toBe('connecting');
      running.kill('SIGCONT');
      const before = heard.length;
      await vi.waitUntil(() => heard.length > before, EVERY);
      expect(states).toEqual(['connecting', 'open', 'silent', 'connecting', 'open']);
    },
  );
});

const TALKING_SERVER = `
const { WebSocketServer } = require('ws');
const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
server.on('connection', (page) => {
  const talk = setInterval(() => page.send('tick'), 5);
  page.on('close', () => clearInterval(talk));
  page.on('error', () => undefined);
});
server.on('listening', () => console.log(server.address().port));
`;

import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SessionBus } from '../../../../../electron/notify/dbus/session-bus';
import { systemScheduler } from '../../../../../electron/app/system-scheduler';
import { findCommand } from '../../../../../scripts/lib/find-command.mjs';
import { openPrivateBus } from '../../../../../scripts/lib/session-bus.mjs';
import { ManualTime } from '../../../../helpers/manual-time';

const hasBus = process.platform === 'linux' && findCommand('dbus-daemon') !== null;
const skipped = hasBus ? '' : ' (skipped: there is no dbus-daemon)';
const DAEMON = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;
const NAME = 'app.tapeout.Test';
const PATIENCE_MS = 10_000;

let daemon: Awaited<ReturnType<typeof openPrivateBus>>;
const open: SessionBus[] = [];

function openBus(address: string | null = daemon.env['DBUS_SESSION_BUS_ADDRESS'] ?? null) {
  const bus = new SessionBus({ address, scheduler: systemScheduler });
  open.push(bus);
  return bus;
}

const takeName = (bus: SessionBus) =>
  bus.call({ ...DAEMON, member: 'RequestName', signature: 'su', body: [NAME, 0] }, PATIENCE_MS);
const releaseName = (bus: SessionBus) =>
  bus.call({ ...DAEMON, member: 'ReleaseName', signature: 's', body: [NAME] }, PATIENCE_MS);

describe.skipIf(!hasBus)(`the session bus${skipped}`, () => {
  beforeAll(async () => {
    daemon = await openPrivateBus();
  });
  afterEach(() => open.splice(0).forEach((bus) => bus.dispose()));
  afterAll(() => daemon.dispose());

  it('answers a call', async () => {
    const answer = await openBus().call({ ...DAEMON, member: 'ListNames' }, PATIENCE_MS);
    expect(answer.ok && answer.body[0]).toContain('org.freedesktop.DBus');
  });

  it('says as it sends a call that the system has it', async () => {
    const taken: boolean[] = [];
    const bus = openBus();
    const call = { ...DAEMON, member: 'ListNames' };
    for (const word of ['while it connects', 'connected']) {
      const answer = await bus.call(call, PATIENCE_MS, (write) => taken.push(write()));
      expect(answer.ok, word).toBe(true);
    }
    expect(taken).toEqual([true, true]);
    await openBus(null).call(call, PATIENCE_MS, (write) => taken.push(write()));
    expect(taken).toHaveLength(2);
  });

  it('does not send a call that is kept back', async () => {
    const [bus, other] = [openBus(), openBus()];
    const call = { ...DAEMON, member: 'RequestName', signature: 'su', body: [NAME, 0] };
    const answer = await bus.call(call, PATIENCE_MS, () => undefined);
    expect(answer).toMatchObject({ ok: false, reason: 'withheld' });
    await bus.call({ ...DAEMON, member: 'GetId' }, PATIENCE_MS);
    const owner = { ...DAEMON, member: 'NameHasOwner', signature: 's', body: [NAME] };
    expect(await other.call(owner, PATIENCE_MS)).toEqual({ ok: true, body: [false] });
  });

  it('says so where the system has no room for a call, or it cannot be written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tapeout-test-'));
    const path = join(folder, 'bus');
    const [, real = ''] = /path=([^,]+)/.exec(daemon.env['DBUS_SESSION_BUS_ADDRESS'] ?? '') ?? [];
    const sockets: Socket[] = [];
    const server = createServer((near) => {
      const far = connect(real);
      sockets.push(near, far);
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(path, resolve));
    const bus = openBus(`unix:path=${path}`);
    const call = { ...DAEMON, member: 'NameHasOwner', signature: 's' };
    const taken: boolean[] = [];
    const ask = (word: unknown, patienceMs: number) =>
      bus.call({ ...call, body: [word] }, patienceMs, (write) => taken.push(write()));
    expect((await ask(NAME, PATIENCE_MS)).ok).toBe(true);
    expect((await ask(7, PATIENCE_MS)).ok).toBe(false);
    sockets[0]?.unpipe();
    sockets[0]?.pause();
    const beyondAnyBuffer = 'x'.repeat(4_000_000);
    expect(await ask(beyondAnyBuffer, 50)).toMatchObject({ ok: false, reason: 'timed-out' });
    expect(taken).toEqual([true, false, false]);
    bus.dispose();
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  it('gives an error of the service as an answer', async () => {
    const answer = await openBus().call({ ...DAEMON, member: 'NoSuchMethod' }, PATIENCE_MS);
    expect(answer).toMatchObject({ ok: false, reason: 'refused' });
    expect(answer.ok || answer.detail).toContain('org.freedesktop.DBus.Error.UnknownMethod');
  });

  it('gives arguments that do not fit their types as an answer too', async () => {
    const call = { ...DAEMON, member: 'GetNameOwner', signature: 's', body: [7] };
    expect(await openBus().call(call, PATIENCE_MS)).toMatchObject({ ok: false, reason: 'refused' });
  });

  it('hears the signals that it asked for, and no others', async () => {
    const [listener, actor] = [openBus(), openBus()];
    const heard: unknown[] = [];
    const all = new Promise<void>((resolve) => {
      const rule = { interface: DAEMON.interface, member: 'NameOwnerChanged' };
      listener.listen({ ...rule, arg0: NAME }, ([name, before, after]) => {
        heard.push([name, before === '' ? 'free' : 'owned', after === '' ? 'free' : 'owned']);
        if (heard.length === 2) resolve();
      });
      listener.listen({ ...rule, arg0: 'app.tapeout.Other' }, () => heard.push('another name'));
    });
    // Answered in the order in which it was asked: the listener is subscribed by then.
    await listener.call({ ...DAEMON, member: 'ListNames' }, PATIENCE_MS);
    await takeName(actor);
    await releaseName(actor);
    await all;
    expect(heard).toEqual([
      [NAME, 'free', 'owned'],
      [NAME, 'owned', 'free'],
    ]);
  });

  it('hears nothing any more once that was given up', async () => {
    const [listener, actor] = [openBus(), openBus()];
    const heard: unknown[] = [];
    const rule = { interface: DAEMON.interface, member: 'NameOwnerChanged', arg0: NAME };
    const stop = listener.listen(rule, (body) => heard.push(body));
    const still = new Promise((resolve) => listener.listen(rule, resolve));
    await listener.call({ ...DAEMON, member: 'ListNames' }, PATIENCE_MS);
    stop();
    await takeName(actor);
    await still;
    expect(heard).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')(
  'a session bus that takes calls and says nothing',
  () => {
    it('is not waited for longer than it may take, and tried anew over another connection', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'tapeout-test-'));
      const path = join(folder, 'bus');
      let connections = 0;
      const sockets: Socket[] = [];
      const server = createServer((socket) => {
        connections += 1;
        sockets.push(socket);
      });
      await new Promise<void>((resolve) => server.listen(path, resolve));
      const time = new ManualTime(0);
      const bus = new SessionBus({ address: `unix:path=${path}`, scheduler: time });
      const ask = async (): Promise<unknown> => {
        const asked = bus.call({ ...DAEMON, member: 'ListNames' }, 1000);
        time.move(1000);
        return asked;
      };
      expect(await ask()).toMatchObject({ ok: false, reason: 'timed-out' });
      expect(time.timers).toBe(1);
      time.move(1000);
      await expect.poll(() => connections).toBe(1);
      expect(await ask()).toMatchObject({ ok: false, reason: 'timed-out' });
      await expect.poll(() => connections).toBe(2);
      bus.dispose();
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    });
  },
);

describe('without a session bus', () => {
  afterEach(() => open.splice(0).forEach((bus) => bus.dispose()));

  it('says so', async () => {
    const answer = await openBus(null).call({ ...DAEMON, member: 'ListNames' }, PATIENCE_MS);
    expect(answer).toMatchObject({ ok: false, reason: 'no-bus' });
  });

  it('says so where the address leads nowhere, as often as it is asked', async () => {
    const bus = openBus('unix:path=/nonexistent/tapeout-bus');
    for (const attempt of ['first', 'second']) {
      const answer = await bus.call({ ...DAEMON, member: 'ListNames' }, PATIENCE_MS);
      expect(answer, attempt).toMatchObject({ ok: false, reason: 'no-bus' });
    }
  });
});

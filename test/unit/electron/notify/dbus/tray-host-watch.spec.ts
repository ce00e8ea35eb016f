import { Variant } from '@jellybrick/dbus-next';
import { beforeEach, describe, expect, it } from 'vitest';
import type {
  BusAnswer,
  BusCall,
  SignalRule,
} from '../../../../../electron/notify/dbus/session-bus';
import { TrayHostWatch } from '../../../../../electron/notify/dbus/tray-host-watch';

const PID = 42;
const OURS = ':1.7/StatusNotifierItem';
const SILENT: BusAnswer = { ok: false, reason: 'timed-out', detail: '' };

let owner: boolean;
let host: boolean;
let items: string[];
let pids: Record<string, number>;
let happened: string[];
let listeners: Map<string, () => void>;
let watch: TrayHostWatch;

function answer({ member, body = [] }: BusCall): BusAnswer {
  const ok = (value: unknown): BusAnswer => ({ ok: true, body: [value] });
  if (member === 'NameHasOwner') return ok(owner);
  if (member === 'GetConnectionUnixProcessID') {
    const pid = pids[String(body[0])];
    return pid === undefined ? { ok: false, reason: 'refused', detail: '' } : ok(pid);
  }
  if (!owner) return SILENT;
  if (body[1] === 'IsStatusNotifierHostRegistered') return ok(new Variant('b', host));
  return ok(new Variant('as', items));
}

beforeEach(() => {
  [owner, host, items, pids] = [true, true, [], { ':1.7': PID, 'org.other': 1 }];
  happened = [];
  listeners = new Map();
  watch = new TrayHostWatch({
    bus: {
      call: (call) => Promise.resolve(answer(call)),
      listen: ({ member }: SignalRule, hear) => {
        listeners.set(member, () => hear([]));
        return () => listeners.delete(member);
      },
    },
    pid: PID,
    onCame: () => happened.push('came'),
    onChanged: () => happened.push(watch.showsOurIcon ? 'shown' : 'not shown'),
  });
});

const hear = async (member: string): Promise<void> => {
  listeners.get(member)?.();
  await new Promise<void>((resolve) => setImmediate(resolve));
};

describe('TrayHostWatch', () => {
  it('knows after its start whether there is a panel', async () => {
    await watch.start();
    expect(happened).toEqual(['came']);
    expect(watch.showsOurIcon).toBe(false);
  });

  it('believes that the icon is shown only where it is on the panel’s list', async () => {
    items = ['org.other/StatusNotifierItem', ':1.99'];
    await watch.start();
    expect(watch.showsOurIcon).toBe(false);
    items = [...items, OURS];
    await hear('StatusNotifierItemRegistered');
    expect(happened).toEqual(['came', 'shown']);
    items = [];
    await hear('StatusNotifierItemUnregistered');
    expect(happened).toEqual(['came', 'shown', 'not shown']);
  });

  it('waits for a panel where there is only its list', async () => {
    host = false;
    await watch.start();
    expect(happened).toEqual([]);
    host = true;
    await hear('StatusNotifierHostRegistered');
    expect(happened).toEqual(['came']);
  });

  it('hears of one that comes late', async () => {
    owner = false;
    await watch.start();
    owner = true;
    await hear('NameOwnerChanged');
    expect(happened).toEqual(['came']);
  });

  it('takes one that was started anew for another, however fast that went', async () => {
    items = [OURS];
    await watch.start();
    items = [];
    await hear('NameOwnerChanged');
    expect(happened).toEqual(['came', 'shown', 'not shown', 'came']);
  });

  it('lets no older answer count', async () => {
    await watch.start();
    items = [OURS];
    listeners.get('StatusNotifierItemRegistered')?.();
    owner = false;
    await hear('NameOwnerChanged');
    expect(watch.showsOurIcon).toBe(false);
  });

  it('hears nothing any more at the end', async () => {
    await watch.start();
    watch.dispose();
    expect(listeners.size).toBe(0);
  });
});

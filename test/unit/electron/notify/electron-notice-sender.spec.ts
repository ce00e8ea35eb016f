import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ElectronNoticeSender,
  PATIENCE_MS,
} from '../../../../electron/notify/electron-notice-sender';
import { byteLength } from '../../../../electron/notify/notice-text';
import { ManualTime } from '../../../helpers/manual-time';

vi.mock('electron', () => ({ Notification: class {} }));

type Event = 'show' | 'failed' | 'click' | 'close';

let time: ManualTime;
let made: { options: Electron.NotificationConstructorOptions; emit: (event: Event) => void }[];
let isSupported: boolean;
let sender: ElectronNoticeSender;

beforeEach(() => {
  time = new ManualTime(0);
  made = [];
  isSupported = true;
  sender = new ElectronNoticeSender({
    ...{ scheduler: time, hasSound: () => false, isSupported: () => isSupported },
    create: (options) => {
      const listeners = new Map<Event, () => void>();
      made.push({ options, emit: (event) => listeners.get(event)?.() });
      return { show: () => undefined, once: (event, listener) => listeners.set(event, listener) };
    },
  });
});

const NOTICE = { title: 'NVDA 201.35 USD', body: '价格上穿'.repeat(40), isUrgent: false, tag: 'a' };

describe('ElectronNoticeSender', () => {
  it('keeps the price of what macOS would cut', async () => {
    const shown = sender.show(NOTICE, () => undefined);
    made[0]?.emit('show');
    expect(await shown).toBe('delivered');
    const { id, title = '', body = '', silent } = made[0]?.options ?? {};
    expect(id, 'by which a later one replaces it').toBe('a');
    expect(title).toBe('NVDA 201.35 USD');
    expect(byteLength(title + body)).toBeLessThanOrEqual(256);
    expect(silent).toBe(true);
    expect(time.timers).toBe(0);
  });

  it('says so where the system refuses, is silent, or knows no notifications', async () => {
    const refused = sender.show(NOTICE, () => undefined);
    made[0]?.emit('failed');
    expect(await refused).toBe('failed');
    const unheard = sender.show(NOTICE, () => undefined);
    time.move(PATIENCE_MS);
    expect(await unheard).toBe('failed');
    isSupported = false;
    expect(await sender.show(NOTICE, () => undefined)).toBe('failed');
    expect(made).toHaveLength(2);
  });

  it('runs the click', async () => {
    const clicked = vi.fn();
    const shown = sender.show(NOTICE, clicked);
    made[0]?.emit('show');
    made[0]?.emit('click');
    await shown;
    expect(clicked).toHaveBeenCalledOnce();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { BURST_MS } from '../../../../electron/notify/alert-gate';
import { DesktopAlertNotifier } from '../../../../electron/notify/desktop-alert-notifier';
import type { Notice } from '../../../../electron/notify/notice';
import {
  DEFAULT_NOTIFICATION_SETTINGS,
  type NotificationSettings,
} from '../../../../src/shared/domain/settings/notification-settings';
import { ManualTime } from '../../../helpers/manual-time';
import { sampleFiring, sampleRule } from '../../../helpers/sample-firing';

const MINUTE_MS = 60_000;

let time: ManualTime;
let settings: NotificationSettings;
let timeZone: string;
let shown: Notice[];
let clicks: (() => void)[];
let clicked: number[];
let answers: boolean | Error;
let errors: unknown[];
let notifier: DesktopAlertNotifier;

function begin(moment: string): void {
  time = new ManualTime(Date.parse(moment));
  notifier = new DesktopAlertNotifier({
    sender: {
      show: (notice, onClick, onHandedOver) => {
        shown.push(notice);
        clicks.push(onClick);
        onHandedOver?.('bus :1.5');
        return answers instanceof Error ? Promise.reject(answers) : Promise.resolve(answers);
      },
      hasTaken: async (holder) => holder === 'bus :1.5',
      dispose: () => undefined,
    },
    ...{ scheduler: time, now: time.now, settings: () => settings },
    wording: () => ({ locale: 'en', timeZone, instrument: () => undefined }),
    onClick: ({ id }) => clicked.push(id),
    onError: (error) => errors.push(error),
  });
}

beforeEach(() => {
  settings = { ...DEFAULT_NOTIFICATION_SETTINGS, quietHours: true };
  timeZone = 'Europe/Berlin';
  [shown, clicks, clicked, errors, answers] = [[], [], [], [], true];
  begin('2026-05-28T12:00:00Z');
});

const firing = (id: number, code = 'NVDA') => sampleFiring({ id, instrument: `XNAS:${code}` });
const settled = () => Promise.resolve().then(() => Promise.resolve());

describe('DesktopAlertNotifier by day', () => {
  it('shows an alert at once, and leads from it to its firing', async () => {
    expect(await notifier.deliver(firing(7))).toBe('delivered');
    expect(shown).toMatchObject([{ title: 'NVDA 201.35', isUrgent: false }]);
    clicks[0]?.();
    expect(clicked).toEqual([7]);
  });

  it('says so where the system showed nothing', async () => {
    answers = false;
    expect(await notifier.deliver(firing(1))).toBe('failed');
  });

  it('says of which firings somebody has the message, one or many', async () => {
    const handed: [number[], string][] = [];
    const codes = ['NVDA', 'AMD', 'TSM', 'INTC', 'MU'];
    for (const [index, code] of codes.entries()) {
      void notifier.deliver(firing(index + 1, code), (firings, holder) =>
        handed.push([firings.map(({ id }) => id), holder]),
      );
    }
    await settled();
    time.move(10_000);
    expect(handed.map(([ids]) => ids)).toEqual([[1], [2], [3], [4, 5]]);
    expect(new Set(handed.map(([, holder]) => holder))).toEqual(new Set(['bus :1.5']));
    expect(await notifier.hasTaken('bus :1.5')).toBe(true);
  });

  it('survives a sender that breaks, and reports it', async () => {
    answers = new Error('broken');
    expect(await notifier.deliver(firing(1))).toBe('failed');
    expect(errors).toEqual([answers]);
  });

  it('sums up a burst, those with the most alerts first, and leads to the newest', async () => {
    const codes = ['NVDA', 'NVDA', 'NVDA', 'AMD', 'TSM', 'AMD', 'AMD', 'TSM', 'ARM'];
    const outcomes = codes.map((code, index) => notifier.deliver(firing(index + 1, code)));
    time.move(BURST_MS);
    expect(await Promise.all(outcomes)).toEqual(codes.map(() => 'delivered'));
    expect(shown).toHaveLength(4);
    expect(shown[3]).toEqual({
      title: '6 more alerts',
      body: 'AMD ×3, TSM ×2, ARM',
      isUrgent: false,
    });
    clicks[3]?.();
    expect(clicked).toEqual([9]);
  });

  it('names no more instruments than fit', () => {
    for (let id = 1; id <= 30; id++) void notifier.deliver(firing(id, `C${id}`));
    time.move(BURST_MS);
    expect(shown[3]).toMatchObject({
      title: '27 more alerts',
      body: 'C4, C5, C6, C7, C8, C9, C10, C11 …',
    });
  });
});

describe('DesktopAlertNotifier in quiet hours', () => {
  it('shows nothing, and one digest afterwards', async () => {
    begin('2026-05-28T21:00:00Z');
    expect(await notifier.deliver(firing(1))).toBe('held');
    time.move(5 * 60 * MINUTE_MS);
    expect(await notifier.deliver(firing(2, 'AMD'))).toBe('held');
    time.move(3 * 60 * MINUTE_MS - 1);
    expect(shown).toEqual([]);
    time.move(1);
    expect(new Date(time.now()).toISOString()).toBe('2026-05-29T05:00:00.000Z');
    expect(shown).toMatchObject([{ title: '2 alerts in your quiet hours', body: 'NVDA, AMD' }]);
    time.move(24 * 60 * MINUTE_MS);
    expect(shown).toHaveLength(1);
    expect(time.timers).toBe(0);
  });

  it.each([
    ['that loses an hour', '2026-03-28T21:30:00Z', '2026-03-29T05:00:00.000Z'],
    ['that has one twice', '2026-10-24T20:30:00Z', '2026-10-25T06:00:00.000Z'],
  ])('ends by the wall in a night %s', async (_night, begins, ends) => {
    begin(begins);
    await notifier.deliver(firing(1));
    while (shown.length === 0) time.move(MINUTE_MS);
    expect(new Date(time.now()).toISOString()).toBe(ends);
  });

  it('ends when the user ends it, or comes into another zone', async () => {
    begin('2026-05-28T21:00:00Z');
    await notifier.deliver(firing(1));
    settings = { ...settings, quietHours: false };
    time.move(MINUTE_MS);
    expect(shown).toHaveLength(1);
    settings = { ...settings, quietHours: true };
    await notifier.deliver(firing(2));
    timeZone = 'America/New_York';
    time.move(MINUTE_MS);
    expect(shown).toHaveLength(2);
  });

  it('is looked at anew after a sleep', async () => {
    begin('2026-05-28T21:00:00Z');
    await notifier.deliver(firing(1));
    time.set(Date.parse('2026-05-29T09:00:00Z'));
    notifier.look();
    expect(shown).toHaveLength(1);
    time.move(24 * 60 * MINUTE_MS);
    expect(shown).toHaveLength(1);
  });

  it('lets urgent alerts through only where the user wants that', async () => {
    begin('2026-05-28T21:00:00Z');
    const urgent = sampleFiring({ rule: sampleRule({ note: '!' }) });
    expect(await notifier.deliver(urgent)).toBe('held');
    settings = { ...settings, urgentInQuietHours: true };
    expect(await notifier.deliver(urgent)).toBe('delivered');
    expect(await notifier.deliver(firing(2))).toBe('held');
    expect(shown).toMatchObject([{ isUrgent: true }]);
  });

  it('leaves no timer behind when the app ends', async () => {
    begin('2026-05-28T21:00:00Z');
    await notifier.deliver(firing(1));
    notifier.dispose();
    await settled();
    expect(time.timers).toBe(0);
    expect(shown).toEqual([]);
  });
});

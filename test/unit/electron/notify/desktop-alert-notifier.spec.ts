import { beforeEach, describe, expect, it } from 'vitest';
import { BURST_MS } from '../../../../electron/notify/alert-gate';
import { DesktopAlertNotifier } from '../../../../electron/notify/desktop-alert-notifier';
import { noticeTag } from '../../../../electron/notify/alert-wording';
import type { Notice } from '../../../../electron/notify/notice';
import {
  DEFAULT_NOTIFICATION_SETTINGS,
  type NotificationSettings,
} from '../../../../src/shared/domain/settings/notification-settings';
import { ManualTime } from '../../../helpers/manual-time';
import { sampleFiring, sampleRule } from '../../../helpers/sample-firing';

const HOUR_MS = 3_600_000;

let time: ManualTime;
let settings: NotificationSettings;
let timeZone: string;
let shown: Notice[];
let clicks: (() => void)[];
let clicked: number[];
let answers: 'delivered' | 'failed' | Error;
let errors: unknown[];
let notifier: DesktopAlertNotifier;

function begin(moment: string): void {
  time = new ManualTime(Date.parse(moment));
  notifier = new DesktopAlertNotifier({
    sender: {
      show: (notice, onClick, handOver) => {
        shown.push(notice);
        clicks.push(onClick);
        handOver?.('bus :1.5', () => true);
        return answers instanceof Error ? Promise.reject(answers) : Promise.resolve(answers);
      },
      hasTaken: async (holder) => (holder === 'bus :1.5' ? 'yes' : 'no'),
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
  [shown, clicks, clicked, errors, answers] = [[], [], [], [], 'delivered'];
  begin('2026-05-28T12:00:00Z');
});

const firing = (id: number, code = 'NVDA') => sampleFiring({ id, instrument: `XNAS:${code}` });
const quietEnd = async () => {
  const until = await notifier.quietUntil();
  return until === null ? null : new Date(until).toISOString();
};
const settled = () => Promise.resolve().then(() => Promise.resolve());

describe('DesktopAlertNotifier by day', () => {
  it('shows an alert at once, and leads from it to its firing', async () => {
    expect(await notifier.deliver(firing(7))).toBe('delivered');
    expect(shown).toMatchObject([{ title: 'NVDA 201.35', isUrgent: false }]);
    clicks[0]?.();
    expect(clicked).toEqual([7]);
  });

  it('says so where the system showed nothing', async () => {
    answers = 'failed';
    expect(await notifier.deliver(firing(1))).toBe('failed');
  });

  it('says of which firings a message goes out, one or many', async () => {
    const handed: [number[], string][] = [];
    const codes = ['NVDA', 'AMD', 'TSM', 'INTC', 'MU'];
    for (const [index, code] of codes.entries()) {
      void notifier.deliver(firing(index + 1, code), (firings, holder, write) => {
        expect(write()).toBe(true);
        handed.push([firings.map(({ id }) => id), holder]);
      });
    }
    await settled();
    time.move(10_000);
    expect(handed.map(([ids]) => ids)).toEqual([[1], [2], [3], [4, 5]]);
    expect(new Set(handed.map(([, holder]) => holder))).toEqual(new Set(['bus :1.5']));
    expect(await notifier.hasTaken('bus :1.5')).toBe('yes');
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
      tag: noticeTag([4, 5, 6, 7, 8, 9].map((id) => firing(id))),
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
  it('shows nothing, and says until when', async () => {
    begin('2026-05-28T21:00:00Z');
    expect(await notifier.deliver(firing(1))).toBe('held');
    expect(await quietEnd()).toBe('2026-05-29T05:00:00.000Z');
    time.move(8 * HOUR_MS - 1);
    expect(await notifier.deliver(firing(2))).toBe('held');
    time.move(1);
    expect(await quietEnd()).toBeNull();
    expect(await notifier.deliver(firing(3))).toBe('delivered');
    expect(shown).toHaveLength(1);
    expect(time.timers).toBe(0);
  });

  it('tells of many in one message, whose click leads to the newest', async () => {
    const handed: number[][] = [];
    const outcome = notifier.digest(
      [firing(1), firing(2, 'AMD'), firing(3)],
      (firings, _, write) => {
        write();
        handed.push(firings.map(({ id }) => id));
      },
    );
    expect(await outcome).toBe('delivered');
    expect(shown).toMatchObject([
      { title: '3 alerts in your quiet hours', body: 'NVDA ×2, AMD', isUrgent: false },
    ]);
    expect(handed).toEqual([[1, 2, 3]]);
    clicks[0]?.();
    expect(clicked).toEqual([3]);
  });

  it.each([
    ['that loses an hour', '2026-03-28T21:30:00Z', '2026-03-29T05:00:00.000Z'],
    ['that has one twice', '2026-10-24T20:30:00Z', '2026-10-25T06:00:00.000Z'],
  ])('ends by the wall in a night %s', async (_night, begins, ends) => {
    begin(begins);
    expect(await quietEnd()).toBe(ends);
  });

  it('ends when the user ends it, or comes into another zone', async () => {
    begin('2026-05-28T21:00:00Z');
    settings = { ...settings, quietHours: false };
    expect(await quietEnd()).toBeNull();
    settings = { ...settings, quietHours: true };
    timeZone = 'America/New_York';
    expect(await quietEnd()).toBeNull();
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
});

describe('DesktopAlertNotifier at the end of the app', () => {
  it('gives back what waited for a summary, and leaves no timer behind', async () => {
    const outcomes = [1, 2, 3, 4].map((id) => notifier.deliver(firing(id)));
    notifier.dispose();
    expect(await Promise.all(outcomes)).toEqual(['delivered', 'delivered', 'delivered', 'failed']);
    expect(time.timers).toBe(0);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { HandedOver } from '../../../../../electron/core/alerts/handed-over';
import { HeldAlerts } from '../../../../../electron/core/alerts/held-alerts';
import { DesktopAlertNotifier } from '../../../../../electron/notify/desktop-alert-notifier';
import type { DeliveryState, Firing } from '../../../../../src/shared/domain/alert/firing';
import {
  DEFAULT_NOTIFICATION_SETTINGS,
  type NotificationSettings,
} from '../../../../../src/shared/domain/settings/notification-settings';
import { ManualTime } from '../../../../helpers/manual-time';
import { sampleFiring } from '../../../../helpers/sample-firing';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let time: ManualTime;
let stored: Map<number, Firing>;
let settings: NotificationSettings;
let timeZone: string;
let shown: string[];
let errors: unknown[];
let breaks: boolean;

/** One run of the app: the digest over the real quiet hours, what is stored outlives it. */
function run(): HeldAlerts {
  const onError = (error: unknown): unknown => errors.push(error);
  const setDelivery = (ids: readonly number[], delivery: DeliveryState): void => {
    for (const id of ids) stored.set(id, { ...sampleFiring(), ...stored.get(id), delivery });
  };
  const repository = {
    held: () => {
      if (breaks) throw new Error('broken');
      return [...stored.values()].filter(({ delivery }) => delivery === 'held');
    },
    ...{ setDelivery, handOver: () => undefined, takeBack: () => undefined },
    handedOver: () => new Map<number, string>(),
  };
  const notifier = new DesktopAlertNotifier({
    sender: {
      show: async ({ title, body }) => {
        shown.push(`${new Date(time.now()).toISOString()} ${title}: ${body}`);
        return 'delivered';
      },
      hasTaken: async () => 'no',
      dispose: () => undefined,
    },
    ...{ scheduler: time, now: time.now, settings: () => settings, onClick: () => undefined },
    wording: () => ({ locale: 'en', timeZone, instrument: () => undefined }),
    onError,
  });
  return new HeldAlerts({
    ...{ repository, notifier, scheduler: time, now: time.now, onError },
    handedOver: new HandedOver({ repository, notifier, onError }),
    isMuted: () => false,
  });
}

async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= MINUTE) {
    time.move(Math.min(left, MINUTE));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
}

function hold(id: number): void {
  const seenAt = time.now();
  stored.set(id, sampleFiring({ id, seenAt, delivery: 'held', instrument: 'XNAS:NVDA' }));
}

beforeEach(() => {
  settings = { ...DEFAULT_NOTIFICATION_SETTINGS, quietHours: true };
  timeZone = 'Europe/Berlin';
  [stored, shown, errors, breaks] = [new Map(), [], [], false];
  time = new ManualTime(Date.parse('2026-05-28T21:00:00Z'));
});

describe('HeldAlerts', () => {
  it('tells of both sides of midnight in one digest, at the minute in which the hours end', async () => {
    const held = run();
    hold(1);
    await held.look();
    await pass(5 * HOUR);
    hold(2);
    await held.look();
    await pass(3 * HOUR + 5 * MINUTE);
    expect(shown).toEqual(['2026-05-29T05:00:00.000Z 2 alerts in your quiet hours: NVDA ×2']);
    await pass(24 * HOUR);
    expect(shown).toHaveLength(1);
    expect(time.timers).toBe(0);
  });

  it.each([
    ['that loses an hour', '2026-03-28T21:30:00Z', '2026-03-29T05:00:00.000Z'],
    ['that has one twice', '2026-10-24T20:30:00Z', '2026-10-25T06:00:00.000Z'],
  ])('ends by the wall in a night %s, also where runs are killed in it', async (_, from, ends) => {
    time = new ManualTime(Date.parse(from));
    hold(1);
    const first = run();
    await first.look();
    await pass(3 * HOUR);
    first.dispose();
    await run().look();
    await pass(8 * HOUR);
    expect(shown).toEqual([`${ends} 1 alert in your quiet hours: NVDA`]);
  });

  it.each([
    ['the last minute before the next ones', '2026-05-29T19:59:00Z', 1, 'delivered'],
    ['the first minute of the next ones', '2026-05-29T20:00:00Z', 0, 'held'],
    ['the end of the next ones', '2026-05-30T05:00:00Z', 0, 'missed'],
  ] as const)('of one night, told by a run that starts in %s', async (_, at, told, state) => {
    // The first minute of the quiet hours: no alert of them is older.
    time = new ManualTime(Date.parse('2026-05-28T20:00:00Z'));
    hold(1);
    time = new ManualTime(Date.parse(at));
    const held = run();
    await held.look();
    expect(shown).toHaveLength(told);
    expect(stored.get(1)?.delivery).toBe(state);
    held.dispose();
    expect(time.timers).toBe(0);
  });

  it('is told within a minute where the user comes into another zone, and once in a flight back', async () => {
    const held = run();
    hold(1);
    await held.look();
    timeZone = 'America/New_York';
    await pass(MINUTE);
    timeZone = 'Europe/Berlin';
    await pass(9 * HOUR);
    expect(shown).toEqual(['2026-05-28T21:01:00.000Z 1 alert in your quiet hours: NVDA']);
  });

  it('is told once where the clock is put back into the quiet hours behind it', async () => {
    const held = run();
    hold(1);
    await held.look();
    await pass(8 * HOUR);
    time.set(Date.parse('2026-05-29T01:00:00Z'));
    await held.look();
    await pass(5 * HOUR);
    expect(shown).toHaveLength(1);
  });

  it('says what went wrong, and looks again', async () => {
    settings = { ...settings, quietHours: false };
    hold(1);
    breaks = true;
    await run().look();
    expect(errors).toEqual([new Error('broken')]);
    breaks = false;
    await pass(MINUTE);
    expect(shown).toHaveLength(1);
  });

  it('does nothing twice at a time, and nothing any more at the end', async () => {
    const held = run();
    settings = { ...settings, quietHours: false };
    hold(1);
    await Promise.all([held.look(), held.look(), held.look()]);
    expect(shown).toHaveLength(1);
    hold(2);
    held.dispose();
    await held.look();
    expect(shown).toHaveLength(1);
    expect(time.timers).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import type { AlertNotifier } from '../../../electron/core/alerts/alert-notifier-port';
import { BURST_MS } from '../../../electron/notify/alert-gate';
import { DesktopAlertNotifier } from '../../../electron/notify/desktop-alert-notifier';
import { SqliteAlertRepository } from '../../../electron/store/alerts/alert-repository';
import type { MarketWatch } from '../../../src/shared/domain/alert/alert-rule';
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/settings/settings';
import { crossesUp, priceDraft } from '../../helpers/made-up-rule';
import { ManualTime } from '../../helpers/manual-time';
import { AlertDesk, type AlertDeskOptions, FRIDAY, MINUTE } from './alert-desk';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

/** What a run waits with before it tells of the one before. */
const START_MS = 3000;
const EVERY: Partial<MarketWatch> = { trigger: 'everyTime' };

function open(options: Partial<AlertDeskOptions> = {}, folder = temporaryFolder()) {
  const { database } = openForTest(folder);
  return { desk: new AlertDesk({ database, ...options }), database, folder };
}

/** What is left of a run whose message went to `bus :1.5`, and that never learned what became of it. */
async function killedRun(): Promise<string> {
  const { desk, database, folder } = open();
  desk.holder = 'bus :1.5';
  desk.outcome = new Promise(() => undefined);
  desk.rule();
  desk.quotes(149, 151);
  await desk.settle();
  database.dispose();
  return folder;
}

describe('telling', () => {
  it('is not done while alerts are muted; the firing is listed', () => {
    const { desk } = open();
    desk.rule();
    desk.services.alerts.mute(FRIDAY + 10 * MINUTE);
    desk.quotes(149, 151);
    expect(desk.told).toEqual([]);
    expect(desk.fired()).toMatchObject([{ delivery: 'muted' }]);
    desk.time.move(10 * MINUTE);
    expect(desk.services.alerts.mutedUntil()).toBeNull();
  });

  it.each([
    [14, 'delivered', 1],
    [16, 'missed', 0],
  ] as const)(
    'is taken up %i minutes later by the next run as %s',
    async (minutes, state, told) => {
      const folder = temporaryFolder();
      const first = open({}, folder);
      first.desk.outcome = 'failed';
      first.desk.rule();
      first.desk.quotes(149, 151);
      await first.desk.settle();
      expect(first.desk.fired()).toMatchObject([{ delivery: 'pending' }]);
      first.desk.services.dispose();
      first.database.dispose();

      const { desk } = open({ time: new ManualTime(FRIDAY + (2 + minutes) * MINUTE) }, folder);
      desk.time.move(3000);
      await desk.settle();
      expect(desk.told).toHaveLength(told);
      expect(desk.fired()).toMatchObject([{ delivery: state }]);
    },
  );

  it.each([
    ['still there', 'bus :1.5', 0],
    ['another one', 'bus :1.6', 1],
    ['not to be asked', null, 1],
  ] as const)(
    'is told again after a kill but where its holder has it: %s',
    async (_what, holder, told) => {
      const folder = await killedRun();
      const { desk } = open({ time: new ManualTime(FRIDAY + 3 * MINUTE) }, folder);
      desk.holder = holder;
      desk.time.move(3000);
      await desk.settle();
      expect(desk.told).toHaveLength(told);
      expect(desk.fired()).toMatchObject([{ delivery: 'delivered' }]);
    },
  );

  it('waits after a kill for a holder that says nothing, and is told again only where that is gone', async () => {
    const folder = await killedRun();
    const { desk } = open({ time: new ManualTime(FRIDAY + 3 * MINUTE) }, folder);
    desk.holder = 'bus :1.5';
    desk.taken = 'unknown';
    for (const wait of [3000, MINUTE, MINUTE]) {
      desk.time.move(wait);
      await desk.settle();
      expect(desk.told).toEqual([]);
      expect(desk.fired()).toMatchObject([{ delivery: 'pending' }]);
    }
    desk.holder = 'bus :1.6';
    desk.time.move(MINUTE);
    await desk.settle();
    expect(desk.told).toHaveLength(1);
    expect(desk.fired()).toMatchObject([{ delivery: 'delivered' }]);
  });

  it('is not repeated to a service that hung and has it, and is listed where it never woke', async () => {
    const { desk } = open();
    desk.holder = 'bus :1.5';
    [desk.outcome, desk.taken] = ['unsure', 'unknown'];
    desk.rule(priceDraft(crossesUp(150), EVERY));
    desk.quotes(149, 151);
    await desk.settle();
    desk.time.move(MINUTE);
    await desk.settle();
    desk.taken = 'yes';
    desk.time.move(MINUTE);
    await desk.settle();
    expect(desk.told).toHaveLength(1);
    expect(desk.fired()).toMatchObject([{ delivery: 'delivered' }]);

    desk.taken = 'unknown';
    desk.quotes(149, 151);
    for (let minute = 0; minute <= 16; minute += 1) {
      await desk.settle();
      desk.time.move(MINUTE);
    }
    await desk.settle();
    expect(desk.told).toHaveLength(2);
    expect(desk.fired()).toMatchObject([{ delivery: 'delivered' }, { delivery: 'missed' }]);
  });

  it('goes out also where no note of it can be made, and not once the store is closed', async () => {
    const { desk, database } = open();
    desk.holder = 'bus :1.5';
    desk.rule(priceDraft(crossesUp(150), EVERY));
    database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON key_value WHEN NEW.key = 'handed-over' BEGIN SELECT RAISE(ABORT, 'full'); END",
    );
    desk.quotes(149, 151);
    await desk.settle();
    expect(desk.told).toHaveLength(1);
    expect(desk.written).toBe(1);
    expect(desk.fired()).toMatchObject([{ delivery: 'delivered' }]);
    expect(desk.reports).toMatchObject([['an alert could not be told', { message: 'full' }]]);
    desk.services.dispose();
    desk.quotes(149, 151);
    await desk.settle();
    expect(desk.told).toHaveLength(2);
    expect(desk.written).toBe(1);
  });

  it('is tried again a minute later, also where somebody had it', async () => {
    const { desk, database } = open();
    desk.outcome = 'failed';
    desk.holder = 'bus :1.5';
    desk.rule();
    desk.quotes(149, 151);
    await desk.settle();
    expect(new SqliteAlertRepository(database).handedOver()).toEqual(new Map());
    desk.outcome = 'delivered';
    desk.time.move(MINUTE);
    await desk.settle();
    expect(desk.told).toHaveLength(2);
    expect(desk.fired()).toMatchObject([{ delivery: 'delivered' }]);
  });
});

describe('a burst that waits for its summary', () => {
  const notifierOf = (time: ManualTime, shown: string[]): AlertNotifier =>
    new DesktopAlertNotifier({
      sender: {
        show: async ({ title }, _onClick, handOver) => {
          handOver?.('bus :1.5', () => shown.push(title) > 0);
          return 'delivered';
        },
        hasTaken: async () => 'yes',
        dispose: () => undefined,
      },
      ...{ scheduler: time, now: time.now, settings: () => DEFAULT_SETTINGS },
      wording: () => ({ locale: 'en', timeZone: 'UTC', instrument: () => undefined }),
      onClick: () => undefined,
      onError: (error) => {
        throw error;
      },
    });

  it('is told by the next run where a kill comes first, and nothing of it twice', async () => {
    const folder = temporaryFolder();
    const time = new ManualTime(FRIDAY);
    const shown: string[] = [];
    const { desk, database } = open({ time, notifier: notifierOf(time, shown) }, folder);
    for (let level = 150; level < 156; level += 1) desk.rule(priceDraft(crossesUp(level)));
    desk.quotes(149, 160);
    await desk.settle();
    expect(shown).toEqual(Array.from({ length: 3 }, () => 'NVDA 160.00'));
    database.dispose();

    const later = new ManualTime(time.now() + MINUTE);
    const told: string[] = [];
    const next = open({ time: later, notifier: notifierOf(later, told) }, folder).desk;
    later.move(START_MS);
    await next.settle();
    later.move(BURST_MS);
    await next.settle();
    expect(told).toEqual(Array.from({ length: 3 }, () => 'NVDA 160.00'));
    expect(next.fired().map(({ delivery }) => delivery)).toEqual(
      Array.from({ length: 6 }, () => 'delivered'),
    );
  });
});

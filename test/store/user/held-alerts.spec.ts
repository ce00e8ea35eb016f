import { describe, expect, it } from 'vitest';
import { crossesUp, priceDraft } from '../../helpers/made-up-rule';
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/settings/settings';
import { ManualTime } from '../../helpers/manual-time';
import { AlertDesk, type AlertDeskOptions, FRIDAY, MINUTE } from './alert-desk';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const HOUR = 60 * MINUTE;
/** What a run waits with before it tells of the one before. */
const START_MS = 3000;

function open(options: Partial<AlertDeskOptions> = {}, folder = temporaryFolder()) {
  const { database } = openForTest(folder);
  return { desk: new AlertDesk({ database, ...options }), database, folder };
}

/** A run whose quiet hours end in ten hours, in which two alerts fired. It ends without a word. */
async function quietRun(folder: string, end: 'killed' | 'quit' = 'killed') {
  const { desk, database } = open({}, folder);
  desk.quietEnd = FRIDAY + 10 * HOUR;
  desk.rule(priceDraft(crossesUp(150), { trigger: 'everyTime' }));
  desk.quotes(149, 151, 149, 151);
  await desk.settle();
  expect(desk.fired().map(({ delivery }) => delivery)).toEqual(['held', 'held']);
  if (end === 'quit') desk.services.dispose();
  database.dispose();
}

/** What was missed is looked up with the first price. */
async function crossAgain(desk: AlertDesk): Promise<void> {
  for (const price of [149, 151]) {
    desk.quotes(price);
    await desk.settle();
  }
}

async function laterRun(folder: string, at: number, prepare: (desk: AlertDesk) => void = () => {}) {
  const { desk, database } = open({ time: new ManualTime(at) }, folder);
  prepare(desk);
  desk.time.move(START_MS);
  await desk.settle();
  return { desk, database, states: () => desk.fired().map(({ delivery }) => delivery) };
}

describe('alerts of quiet hours', () => {
  it.each(['killed', 'quit'] as const)(
    'that a run left which was %s are told by the next one when the hours are over, with its own',
    async (end) => {
      const folder = temporaryFolder();
      await quietRun(folder, end);
      const { desk, states } = await laterRun(folder, FRIDAY + 6 * HOUR, (next) => {
        next.quietEnd = FRIDAY + 10 * HOUR;
      });
      expect(desk.digests).toEqual([]);
      await crossAgain(desk);
      while (desk.time.now() < FRIDAY + 10 * HOUR - MINUTE) {
        desk.time.move(MINUTE);
        await desk.settle();
      }
      expect(desk.digests).toEqual([]);
      desk.time.move(MINUTE);
      await desk.settle();
      expect(desk.digests).toEqual([[1, 2, 3]]);
      expect(states()).toEqual(['delivered', 'delivered', 'delivered']);
      expect(desk.told).toEqual([]);
      desk.time.move(24 * HOUR);
      await desk.settle();
      expect(desk.digests).toHaveLength(1);
    },
  );

  it.each([
    ['a minute', 10 * HOUR + MINUTE, [[1, 2]], 'delivered'],
    ['nearly a day', 24 * HOUR, [[1, 2]], 'delivered'],
    ['more than a day', 24 * HOUR + 5 * MINUTE, [], 'missed'],
  ] as const)(
    'that ended while nothing ran are told at the next start after %s as %j: %s',
    async (_after, later, digests, state) => {
      const folder = temporaryFolder();
      await quietRun(folder);
      const { desk, states } = await laterRun(folder, FRIDAY + later);
      expect(desk.digests).toEqual(digests);
      expect(states()).toEqual([state, state]);
      expect((await laterRun(folder, FRIDAY + later + HOUR)).desk.digests).toEqual([]);
    },
  );

  it.each([
    ['its holder has it', 'bus :1.5', []],
    ['its holder is another one', 'bus :1.6', [[1, 2]]],
  ] as const)(
    'whose digest a kill met are told again unless %s',
    async (_what, holder, digests) => {
      const folder = temporaryFolder();
      await quietRun(folder);
      const { desk, database } = await laterRun(folder, FRIDAY + 10 * HOUR, (run) => {
        run.holder = 'bus :1.5';
        run.outcome = new Promise(() => undefined);
      });
      expect(desk.digests).toEqual([[1, 2]]);
      database.dispose();
      const next = await laterRun(folder, FRIDAY + 11 * HOUR, (run) => (run.holder = holder));
      expect(next.desk.digests).toEqual(digests);
      expect(next.states()).toEqual(['delivered', 'delivered']);
    },
  );

  it('are tried again a minute later, and not while their holder says nothing', async () => {
    const folder = temporaryFolder();
    await quietRun(folder);
    const { desk, states } = await laterRun(folder, FRIDAY + 10 * HOUR, (run) => {
      run.holder = 'bus :1.5';
      run.outcome = 'failed';
    });
    [desk.outcome, desk.taken] = ['unsure', 'unknown'];
    for (let minute = 0; minute < 3; minute += 1) {
      desk.time.move(MINUTE);
      await desk.settle();
    }
    expect(desk.digests).toHaveLength(2);
    expect(states()).toEqual(['held', 'held']);
    desk.taken = 'yes';
    desk.time.move(MINUTE);
    await desk.settle();
    expect(desk.digests).toHaveLength(2);
    expect(states()).toEqual(['delivered', 'delivered']);
  });

  it('leave out what the user has seen in the list, and wait for the end of a mute', async () => {
    const folder = temporaryFolder();
    await quietRun(folder);
    const { desk, states } = await laterRun(folder, FRIDAY + 9 * HOUR, (run) => {
      run.quietEnd = FRIDAY + 10 * HOUR;
    });
    desk.services.alerts.acknowledge([1]);
    desk.services.alerts.mute(FRIDAY + 12 * HOUR);
    for (let hour = 0; hour < 2; hour += 1) {
      desk.time.move(HOUR);
      await desk.settle();
    }
    expect(desk.digests).toEqual([]);
    desk.time.move(HOUR);
    await desk.settle();
    expect(desk.digests).toEqual([[2]]);
    expect(states()).toEqual(['delivered', 'delivered']);
  });

  it('are told as soon as the user ends the hours, or the machine wakes after them', async () => {
    const folder = temporaryFolder();
    await quietRun(folder);
    const { desk } = await laterRun(folder, FRIDAY + HOUR, (run) => {
      run.quietEnd = FRIDAY + 10 * HOUR;
    });
    desk.quietEnd = null;
    desk.events.settingsChanged.emit(DEFAULT_SETTINGS);
    await desk.settle();
    expect(desk.digests).toEqual([[1, 2]]);

    desk.quietEnd = FRIDAY + 10 * HOUR;
    await crossAgain(desk);
    desk.time.set(FRIDAY + 12 * HOUR);
    desk.services.power.resumed();
    await desk.settle();
    expect(desk.digests).toEqual([[1, 2], [3]]);
  });
});

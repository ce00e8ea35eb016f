import { beforeEach, describe, expect, it } from 'vitest';
import { AbnormalMoveService } from '../../../../../electron/core/evidence/abnormal-move-service';
import type { MoveQuestion } from '../../../../../src/shared/domain/event-study/abnormal-move';
import type { ChosenSession } from '../../../../../src/shared/domain/event-study/evidence-record';
import { sampleAnnouncements } from '../../../../helpers/desk-sample';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';

const MOVE = { z: 3.1, s: 0.02 };

let asked: MoveQuestion[];
let chosen: readonly ChosenSession[];
let service: AbnormalMoveService;

beforeEach(() => {
  [asked, chosen] = [[], []];
  service = new AbnormalMoveService({
    gateway: {
      measureMove: async (question) => {
        asked.push(question);
        return MOVE;
      },
    },
    announcement: async (id) => sampleAnnouncements.find((each) => each.id === id) ?? null,
    instrument: () => undefined,
    calendar: async (id) => (id.startsWith('XNAS') ? shippedCalendar('XNAS') : undefined),
    chosenSessions: () => chosen,
  });
});

const question = {
  instrument: 'XNAS:ACME',
  announcementId: 'acme-a1',
  session: '2024-03-08',
} as const;

describe('a move since an announcement', () => {
  it('is measured from the first session that could react, against the own index', async () => {
    expect(await service.measure(question)).toEqual(MOVE);
    expect(asked).toEqual([
      {
        ...{ instrument: 'XNAS:ACME', session: '2024-03-05', last: '2024-03-08' },
        benchmark: { kind: 'instrument', instrument: 'INDEX:^IXIC' },
      },
    ]);
  });

  it('is measured from the session that the user set', async () => {
    const { announcementId, instrument } = question;
    chosen = [{ announcementId, instrument, session: '2024-03-06' }];
    await service.measure(question);
    expect(asked[0]?.session).toBe('2024-03-06');
  });

  it.each([
    [{ announcementId: 'nothing' }, 'of an announcement that is not there'],
    [{ announcementId: 'acme-plan' }, 'of one that is known to the month'],
    [{ instrument: 'NOWHERE:1' }, 'on an exchange that nobody knows'],
    [{ session: '2024-03-04' }, 'before the session'],
  ] as const)('cannot be said: %o, %s', async (...[change]) => {
    expect(await service.measure({ ...question, ...change })).toBeNull();
    expect(asked).toEqual([]);
  });

  it('has no benchmark where no exchange lists the instrument, or it is the index itself', async () => {
    const index = { ...question, instrument: 'XNAS:^IXIC' } as const;
    await service.measure(index);
    expect(asked[0]?.benchmark).toEqual({ kind: 'instrument', instrument: 'INDEX:^IXIC' });
  });
});

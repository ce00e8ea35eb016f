import { expect, it } from 'vitest';
import { createCalendarHandlers } from '../../../../electron/ipc/calendar-handlers';
import type { DayOverride } from '../../../../src/shared/domain/calendar/day-override';
import { calendarContract } from '../../../../src/shared/ipc/calendar-contract';

const STORM: DayOverride = { mic: 'XHKG', date: '2026-11-24', kind: 'closed', minute: null };

it('answers every question of its group with the service', async () => {
  const handlers = createCalendarHandlers({
    dayOverrides: {
      list: () => [STORM],
      set: async (override) => ({ ok: true, overrides: [override] }),
      clear: ({ mic, date }) => ({ ok: true, overrides: [{ ...STORM, mic, date }] }),
    },
  });
  const questions = Object.entries(calendarContract).filter(([, { kind }]) => kind === 'invoke');
  expect(Object.keys(handlers).sort()).toEqual(questions.map(([name]) => name).sort());
  expect(handlers.list()).toEqual([STORM]);
  expect(await handlers.set({ ...STORM, date: '2026-11-25' })).toEqual({
    ok: true,
    overrides: [{ ...STORM, date: '2026-11-25' }],
  });
  expect(handlers.clear({ mic: 'XTAI', date: '2026-11-24' })).toEqual({
    ok: true,
    overrides: [{ ...STORM, mic: 'XTAI' }],
  });
});

import { describe, expect, it } from 'vitest';
import { SqliteDayOverrideRepository } from '../../../electron/store/calendar/day-override-repository';
import { SqliteSettingsRepository } from '../../../electron/store/settings/settings-repository';
import type { DayOverride } from '../../../src/shared/domain/calendar/day-override';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const PUT = 'INSERT INTO key_value (scope, key, value) VALUES (?, ?, ?)';
const STORM: DayOverride = { mic: 'XHKG', date: '2026-11-24', kind: 'closed', minute: null };
const HALF: DayOverride = { mic: 'XNAS', date: '2026-11-24', kind: 'early', minute: 780 };

describe('SqliteDayOverrideRepository', () => {
  it('gives back what was written, also after closing, apart from the settings', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    const days = new SqliteDayOverrideRepository(first.database);
    expect(days.readAll()).toEqual([]);
    days.write(STORM);
    days.write(HALF);
    expect(new SqliteSettingsRepository(first.database).readAll().size).toBe(0);
    first.database.dispose();

    const { database } = openForTest(folder);
    const stored = new SqliteDayOverrideRepository(database).readAll();
    expect(stored).toHaveLength(2);
    expect(stored).toEqual(expect.arrayContaining([STORM, HALF]));
  });

  it('keeps one for each exchange and date', () => {
    const days = new SqliteDayOverrideRepository(openForTest(temporaryFolder()).database);
    days.write(STORM);
    days.write({ ...STORM, kind: 'late', minute: 810 });
    expect(days.readAll()).toEqual([{ ...STORM, kind: 'late', minute: 810 }]);
  });

  it('forgets a day and can set it again; what is not there is forgotten too', () => {
    const days = new SqliteDayOverrideRepository(openForTest(temporaryFolder()).database);
    days.write(STORM);
    days.write(HALF);
    days.remove(STORM.mic, STORM.date);
    days.remove('XTAI', '2026-11-24');
    expect(days.readAll()).toEqual([HALF]);
    days.write(STORM);
    expect(days.readAll()).toHaveLength(2);
  });

  it.each([
    ['XHKG:2026-11-24', '{"half'],
    ['XHKG:2026-11-24', '"closed"'],
    ['XHKG:2026-11-24', '{"mic":"XHKG","date":"2026-11-24","kind":"shut","minute":null}'],
    ['XHKG:2026-11-25', '{"mic":"XHKG","date":"2026-11-24","kind":"closed","minute":null}'],
  ])('leaves out %s with %s', (key, value) => {
    const { database } = openForTest(temporaryFolder());
    database.run(PUT, ['calendar-days', key, value]);
    const days = new SqliteDayOverrideRepository(database);
    expect(days.readAll()).toEqual([]);
    days.write(HALF);
    expect(days.readAll()).toEqual([HALF]);
  });
});

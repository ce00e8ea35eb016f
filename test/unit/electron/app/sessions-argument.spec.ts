import { describe, expect, it } from 'vitest';
import { sessionsAnswer } from '../../../../electron/app/sessions-argument';
import type { ExchangesFile } from '../../../../src/shared/domain/calendar/exchanges-file';
import { readAsset } from '../../../helpers/announcement-set';

const EXCHANGES = readAsset('exchanges/exchanges.json') as ExchangesFile;

function told(mic: string, date: string): unknown {
  const answer = sessionsAnswer(mic, date, EXCHANGES);
  if (!answer.ok) throw new Error(`no exchange ${mic}`);
  expect(answer.line).not.toContain('\n');
  return JSON.parse(answer.line);
}

describe('sessionsAnswer', () => {
  it('gives both parts of a day with a lunch break, in UTC', () => {
    expect(told('XHKG', '2026-07-10')).toEqual({
      date: '2026-07-10',
      open: true,
      sessions: [
        ['2026-07-10T01:30:00.000Z', '2026-07-10T04:00:00.000Z'],
        ['2026-07-10T05:00:00.000Z', '2026-07-10T08:00:00.000Z'],
      ],
      half: false,
      reason: null,
    });
  });

  it('follows daylight saving of the exchange', () => {
    const opens = (date: string) =>
      (told('XNAS', date) as { sessions: [string, string][] }).sessions[0]?.[0];
    expect(opens('2026-01-15')).toBe('2026-01-15T14:30:00.000Z');
    expect(opens('2026-07-15')).toBe('2026-07-15T13:30:00.000Z');
  });

  it('knows a half day of a year long past', () => {
    expect(told('XHKG', '2021-12-31')).toMatchObject({
      open: true,
      sessions: [['2021-12-31T01:30:00.000Z', '2021-12-31T04:00:00.000Z']],
      half: true,
    });
  });

  it('tells a half day from a day without trading', () => {
    expect(told('XNYS', '2025-11-28')).toMatchObject({ open: true, half: true });
    expect(told('XNYS', '2025-12-25')).toMatchObject({ open: false, sessions: [], half: false });
    expect(told('XNYS', '2025-11-30')).toMatchObject({ open: false, reason: 'weekend' });
  });

  it('has the keys in the order of the promise', () => {
    const answer = sessionsAnswer('XHKG', '2026-07-10', EXCHANGES);
    expect(answer.ok && Object.keys(JSON.parse(answer.line) as object)).toEqual([
      ...['date', 'open', 'sessions', 'half', 'reason'],
    ]);
  });

  it('knows a segment by its exchange and no other code', () => {
    expect(told('XNGS', '2026-07-10')).toEqual(told('XNAS', '2026-07-10'));
    expect(sessionsAnswer('NOPE', '2026-07-10', EXCHANGES)).toMatchObject({
      ok: false,
      known: expect.arrayContaining(['XHKG', 'XNGS']),
    });
  });
});

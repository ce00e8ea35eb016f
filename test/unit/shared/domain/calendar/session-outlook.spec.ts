import { describe, expect, it } from 'vitest';
import { sessionOutlookAt } from '../../../../../src/shared/domain/calendar/session-outlook';
import { calendarOf } from '../../../electron/data/calendar-of';

function outlook(mic: string, moment: string) {
  const calendar = calendarOf(mic);
  if (!calendar) throw new Error(`no calendar of ${mic}`);
  return sessionOutlookAt(calendar, Date.parse(moment));
}
const at = (moment: string): number => Date.parse(moment);

describe('sessionOutlookAt', () => {
  it('tells the end of the phase, and no opening while trading is under way', () => {
    expect(outlook('XNYS', '2026-05-28T15:00Z')).toEqual({
      ...{ phase: 'open', day: 'regular', dayName: null, isCovered: true },
      ...{ until: at('2026-05-28T20:00Z'), opensAt: null },
    });
  });

  it('tells when continuous trading begins again, over lunch, before the open and after the close', () => {
    expect(outlook('XTKS', '2026-05-28T03:00Z').opensAt).toBe(at('2026-05-28T03:30Z'));
    expect(outlook('XNYS', '2026-05-28T12:00Z')).toMatchObject({
      ...{ phase: 'pre', opensAt: at('2026-05-28T13:30Z') },
    });
    expect(outlook('XNYS', '2026-05-29T22:00Z')).toMatchObject({
      ...{ phase: 'post', opensAt: at('2026-06-01T13:30Z') },
    });
  });

  it('names a day that has a name, and no day that has none', () => {
    expect(outlook('XHKG', '2023-09-01T03:00Z')).toMatchObject({
      ...{ phase: 'closed', day: 'holiday', dayName: 'Typhoon Saola' },
    });
    expect(outlook('XHKG', '2026-05-30T03:00Z')).toMatchObject({ day: 'weekend', dayName: null });
  });

  it('says where the closures of the year are not known, and takes that for no name', () => {
    expect(outlook('XNYS', '2041-05-28T15:00Z')).toMatchObject({ isCovered: false, dayName: null });
  });

  it('knows no end where one session follows the other for ever, and the weekend of currencies', () => {
    expect(outlook('BINANCE', '2026-05-28T15:00Z')).toMatchObject({ until: null, opensAt: null });
    expect(outlook('FOREX', '2026-05-25T15:00Z').until).toBe(at('2026-05-30T00:00Z'));
  });
});

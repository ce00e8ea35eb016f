import { describe, expect, it } from 'vitest';
import { sessionWords } from '../../../../src/features/chart/session-words';
import type { Locale } from '../../../../src/shared/domain/settings/settings';
import { DEFAULT_SETTINGS } from '../../../../src/shared/domain/settings/settings';
import { deskMessages } from '../../../../src/shared/i18n/desk/desk-catalogue';
import { FormatsState } from '../../../../src/state/formats-state.svelte';
import { SettingsState } from '../../../../src/state/settings-state.svelte';
import { FakeMain } from '../../../helpers/fake-client';
import { calendarOf } from '../../electron/data/calendar-of';

function words(mic: string, moment: string, locale: Locale, userZone?: string): string {
  const calendar = calendarOf(mic);
  if (!calendar) throw new Error(`no calendar of ${mic}`);
  const settings = new SettingsState(new FakeMain().client);
  settings.receive({ ...DEFAULT_SETTINGS, locale });
  return sessionWords(calendar, Date.parse(moment), {
    t: deskMessages(locale).session,
    formats: new FormatsState(settings),
    userZone: userZone ?? calendar.timezone,
  });
}

describe('what an exchange is doing, in words', () => {
  it.each([
    ['XHKG', '2026-05-28T01:15Z', 'pre-market · opens Thu 28 May, 09:30'],
    ['XHKG', '2026-05-28T02:00Z', 'open until Thu 28 May, 12:00'],
    ['XHKG', '2026-05-28T04:30Z', 'lunch break until Thu 28 May, 13:00'],
    ['XHKG', '2026-05-28T08:05Z', 'closing auction until Thu 28 May, 16:10'],
    ['XHKG', '2026-05-28T12:00Z', 'closed · opens Fri 29 May, 09:30'],
    ['XHKG', '2026-05-30T03:00Z', 'closed: weekend · opens Mon 1 Jun, 09:30'],
    ['XHKG', '2021-12-31T03:00Z', "half day (New Year's Eve) · open until Fri 31 Dec, 12:00"],
    ['XHKG', '2023-09-01T03:00Z', 'closed: Typhoon Saola · opens Mon 4 Sept, 09:30'],
    ['XNYS', '2024-03-29T15:00Z', 'closed: Good Friday · opens Mon 1 Apr, 09:30'],
    ['XNYS', '2026-05-28T21:00Z', 'after hours until Thu 28 May, 20:00 · opens Fri 29 May, 09:30'],
    [
      'XNYS',
      '2041-05-28T15:00Z',
      'open until Tue 28 May, 16:00 · closures of this year are not all known',
    ],
    ['BINANCE', '2026-05-28T15:00Z', 'trades around the clock'],
    ['FOREX', '2026-05-27T15:00Z', 'open until Sat 30 May, 00:00'],
  ])('%s at %s: %s', (mic, moment, text) => {
    expect(words(mic, moment, 'en')).toBe(text);
  });

  it.each([
    ['XHKG', '2021-12-31T03:00Z', '半日市（跨年夜） · 交易中，至12月31日周五 12:00'],
    ['XHKG', '2023-09-01T03:00Z', '休市：台风 Saola · 9月4日周一 09:30开市'],
    ['XNYS', '2024-03-29T15:00Z', '休市：耶稣受难日 · 4月1日周一 09:30开市'],
  ])('%s at %s in Chinese: %s', (mic, moment, text) => {
    expect(words(mic, moment, 'zh-CN')).toBe(text);
  });

  it('says the moment on the clock of the user, too, where that is another one', () => {
    expect(words('XNYS', '2026-05-28T15:00Z', 'en', 'Asia/Shanghai')).toBe(
      'open until Thu 28 May, 16:00 (Fri 29 May, 04:00 your time)',
    );
    expect(words('XNYS', '2026-05-28T02:30Z', 'zh-CN', 'Asia/Shanghai')).toBe(
      '休市 · 5月28日周四 09:30（您的时间 5月28日周四 21:30）开市',
    );
    expect(words('XSHG', '2026-05-28T02:00Z', 'en', 'Asia/Hong_Kong')).not.toContain('your time');
  });
});

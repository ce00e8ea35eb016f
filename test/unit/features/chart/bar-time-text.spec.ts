import { expect, it } from 'vitest';
import { barTimeText } from '../../../../src/features/chart/bar-time-text';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import { deskMessages } from '../../../../src/shared/i18n/desk/desk-catalogue';
import { FormatsState } from '../../../../src/state/formats-state.svelte';
import { SettingsState } from '../../../../src/state/settings-state.svelte';
import { FakeMain } from '../../../helpers/fake-client';

const formats = new FormatsState(new SettingsState(new FakeMain().client));
const t = deskMessages('en').chart;
const monday = toSessionKey('2026-05-18');
const moment = Date.parse('2026-05-18T01:35:00Z') / 1000;

it.each([
  [moment, '5m', '18 May 2026, 09:35'],
  [moment, '4h', '18 May 2026, 09:35'],
  [monday, 'D', '18 May 2026'],
  [monday, 'W', 'week of 18 May 2026'],
  [monday, 'M', 'May 2026'],
] as const)('the bar at %d of %s is of %s', (time, interval, text) => {
  expect(barTimeText(time, interval, 'Asia/Hong_Kong', formats, t)).toBe(text);
});

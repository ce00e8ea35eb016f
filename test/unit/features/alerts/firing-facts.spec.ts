import { describe, expect, it } from 'vitest';
import { firingFacts } from '../../../../src/features/alerts/firing-facts';
import { deskMessages } from '../../../../src/shared/i18n/desk/desk-catalogue';
import type { Locale } from '../../../../src/shared/domain/settings/settings';
import type { Desk } from '../../../../src/state/desk.svelte';
import { firing } from '../../../helpers/made-up-rule';

const MINUTE = 60_000;

function ageOf(ageMs: number, locale: Locale = 'en'): string | undefined {
  const t = deskMessages(locale);
  const desk = { t, formats: { moment: String } } as unknown as Desk;
  return firingFacts(desk, firing({ ageMs })).find(({ term }) => term === t.alerts.age)?.text;
}

describe('the age of the price of a firing', () => {
  it.each([
    [400, '0.4 s', '0.4 秒'],
    [MINUTE, '1 min', '1 分钟'],
    [59.9 * MINUTE, '59 min', '59 分钟'],
    [510 * MINUTE, '8 h 30 min', '8 小时 30 分钟'],
    [72 * 60 * MINUTE, '3 days', '3 天'],
  ])('of %i milliseconds', (ageMs, english, chinese) => {
    expect([ageOf(ageMs), ageOf(ageMs, 'zh-CN')]).toEqual([english, chinese]);
  });
});

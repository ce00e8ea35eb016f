import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Locale } from '../../../src/shared/domain/settings/settings';
import { FormatsState } from '../../../src/state/formats-state.svelte';
import { SettingsState } from '../../../src/state/settings-state.svelte';
import { FakeMain } from '../../helpers/fake-client';

function formatsIn(locale: Locale): FormatsState {
  const settings = new SettingsState(new FakeMain().client);
  settings.receive({ ...DEFAULT_SETTINGS, locale });
  return new FormatsState(settings);
}

describe.each(['en', 'zh-CN'] as const)('numbers in %s', (locale) => {
  const formats = formatsIn(locale);

  it.each([
    [1372.6, 2, '1,372.60'],
    [812_000, 0, '812,000'],
    [0.5, 2, '0.50'],
    [-3.14159, 3, '\u22123.142'],
  ])('writes the price %d with %d decimals as %s', (value, decimals, text) => {
    expect(formats.price(value, decimals)).toBe(text);
  });

  it.each([
    [0.0062, '+0.62\u00a0%'],
    [-0.1234, '\u221212.34\u00a0%'],
    [0, '+0.00\u00a0%'],
    [1.5, '+150.00\u00a0%'],
  ])('writes the change %d as %s', (fraction, text) => {
    expect(formats.percent(fraction)).toBe(text);
  });
});

describe('dates in English', () => {
  const formats = formatsIn('en');

  it('puts the day before the month', () => {
    expect(formats.date('2016-05-18')).toBe('18 May 2016');
    expect(formats.shortDate('2016-05-18')).toBe('18 May');
    expect(formats.compactDate('2019-08-30')).toBe('30 Aug 19');
    expect(formats.month('2008-04-01')).toBe('April 2008');
  });

  it('is no more exact than the date is known', () => {
    expect(formats.imprecise('2016-05-18', 'day')).toBe('18 May 2016');
    expect(formats.imprecise('2008-04-01', 'month')).toBe('April 2008');
    expect(formats.imprecise('2026-07-01', 'quarter')).toBe('Q3 2026');
    expect(formats.imprecise('2027-01-01', 'year')).toBe('2027');
  });

  it('shortens volumes', () => {
    expect(formats.volume(1_230_000)).toBe('1.23M');
  });

  it('labels ticks as short as the unit allows', () => {
    expect(formats.tick('2016-05-08', 'year')).toBe('2016');
    expect(formats.tick('2016-05-08', 'month')).toBe('May');
    expect(formats.tick('2016-05-08', 'day')).toBe('8');
  });
});

describe('dates in Chinese', () => {
  const formats = formatsIn('zh-CN');

  it('writes year, month and day with their signs', () => {
    expect(formats.date('2016-05-18')).toBe('2016年5月18日');
    expect(formats.shortDate('2016-05-18')).toBe('5月18日');
    expect(formats.compactDate('2019-08-30')).toBe('2019/8/30');
    expect(formats.month('2008-04-01')).toBe('2008年4月');
  });

  it('is no more exact than the date is known', () => {
    expect(formats.imprecise('2008-04-01', 'month')).toBe('2008年4月');
    expect(formats.imprecise('2026-07-01', 'quarter')).toBe('2026年第3季度');
    expect(formats.imprecise('2027-01-01', 'year')).toBe('2027');
  });

  it('counts volumes in ten thousands', () => {
    expect(formats.volume(1_230_000)).toBe('123万');
  });
});

it('tells a moment on the clock of its exchange', () => {
  // 20:00 UTC is 16:00 in New York in March 2024 (summer time since the 10th) and 04:00 in Hong Kong.
  const close = Date.UTC(2024, 2, 28, 20);
  expect(formatsIn('en').moment(close, 'America/New_York')).toBe('28 Mar 2024, 16:00');
  expect(formatsIn('en').moment(close, 'Asia/Hong_Kong')).toBe('29 Mar 2024, 04:00');
});

it('follows the language', () => {
  const settings = new SettingsState(new FakeMain().client);
  const formats = new FormatsState(settings);
  settings.receive({ ...DEFAULT_SETTINGS, locale: 'en' });
  expect(formats.shortDate('2016-05-18')).toBe('18 May');
  settings.receive({ ...DEFAULT_SETTINGS, locale: 'zh-CN' });
  expect(formats.shortDate('2016-05-18')).toBe('5月18日');
});

it('tells a time zone in words', () => {
  expect(formatsIn('en').zone('Asia/Shanghai')).toBe('China Standard Time');
  expect(formatsIn('zh-CN').zone('Asia/Shanghai')).toBe('中国标准时间');
  expect(formatsIn('en').zone('America/New_York')).toBe('Eastern Time');
});

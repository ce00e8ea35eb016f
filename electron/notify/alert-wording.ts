import {
  type Condition,
  isChannelTest,
  isLevelTest,
  isMoveTest,
  type Level,
  type Measure,
} from '../../src/shared/domain/alert/alert-condition';
import type { ConditionReading, Firing } from '../../src/shared/domain/alert/firing';
import { isUrgent, noteText } from '../../src/shared/domain/alert/urgency';
import {
  type Instrument,
  type InstrumentId,
  splitInstrumentId,
} from '../../src/shared/domain/instrument/instrument';
import type { Locale } from '../../src/shared/domain/settings/settings';
import { momentText, priceText } from '../../src/shared/domain/text/quote-text';
import type { TrayMessages } from '../../src/shared/i18n/tray/en-tray';
import { trayMessages } from '../../src/shared/i18n/tray/tray-catalogue';
import type { Notice } from './notice';
import { plainLine } from './notice-text';

export interface WordingParts {
  readonly locale: Locale;
  /** IANA zone of the user. */
  readonly timeZone: string;
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
}

const MOST_DECIMALS = 6;
const SEPARATOR = ' · ';

/** What is said of one firing. */
export function firingNotice(firing: Firing, parts: WordingParts): Notice {
  const t = trayMessages(parts.locale);
  const known = firing.instrument === null ? undefined : parts.instrument(firing.instrument);
  const body = [
    ...conditionWords(firing, known, parts, t),
    known?.name[parts.locale === 'zh-CN' ? 'zh' : 'en'] ?? '',
    noteText(firing.rule),
    firing.late ? lateText(firing, parts, t) : '',
    firing.simulated ? t.simulated : '',
  ];
  return {
    title: plainLine(firingTitle(firing, parts)),
    body: plainLine(body.filter((part) => part !== '').join(SEPARATOR)),
    isUrgent: isUrgent(firing.rule),
    tag: noticeTag([firing]),
  };
}

/** The same for messages about the same firings. */
export function noticeTag(firings: readonly Firing[]): string {
  const newest = firings.at(-1);
  return newest ? `alert-${newest.seenAt}-${newest.id}-${firings.length}` : '';
}

/** Code and price: `NVDA 201.35 USD`. */
export function firingTitle({ instrument, after }: Firing, parts: WordingParts): string {
  if (instrument === null) return trayMessages(parts.locale).announcement;
  const known = parts.instrument(instrument);
  const price = after ? priceText(after.price, known?.priceDecimals ?? 2, parts.locale) : '';
  const currency = price === '' ? '' : (known?.currency ?? '');
  return [splitInstrumentId(instrument).code, price, currency].filter(Boolean).join(' ');
}

function lateText({ at, seenAt }: Firing, parts: WordingParts, t: TrayMessages): string {
  return t.late(momentText(at, parts, seenAt), momentText(seenAt, parts, seenAt));
}

function conditionWords(
  firing: Firing,
  known: Instrument | undefined,
  parts: WordingParts,
  t: TrayMessages,
): readonly string[] {
  const { watch } = firing.rule;
  if (watch.kind === 'announcement') return [t.announcementMatched(watch.filterName)];
  const decimals = known?.priceDecimals ?? 2;
  return watch.conditions.map((condition, index) =>
    conditionText(condition, firing.readings[index], { parts, t, decimals }),
  );
}

interface Wording {
  readonly parts: WordingParts;
  readonly t: TrayMessages;
  readonly decimals: number;
}

function conditionText(
  condition: Condition,
  reading: ConditionReading | undefined,
  wording: Wording,
): string {
  const { t } = wording;
  const measure = measureText(condition.of, wording);
  const level = (wanted: Level, read: number | null | undefined): string =>
    levelText(wanted, read, condition.of, wording);
  if (isLevelTest(condition)) {
    return t.crossed[condition.op](measure, level(condition.value, reading?.level));
  }
  if (isChannelTest(condition)) {
    const { op, low, high } = condition;
    return t.channel[op](measure, level(low, reading?.level), level(high, reading?.high));
  }
  if (!isMoveTest(condition)) return measure;
  const bars = t.bars(condition.bars, condition.interval);
  return t.moved[condition.op](measure, level(condition.amount, null), bars);
}

function measureText(measure: Measure, { t }: Wording): string {
  const of = measure.instrument === null ? '' : `${splitInstrumentId(measure.instrument).code} `;
  switch (measure.kind) {
    case 'indicator':
      return of + t.indicator(indicatorName(measure, t), measure.interval);
    case 'price':
    case 'change':
    case 'volume':
    case 'abnormalMove':
      return of + t[measure.kind];
  }
}

const LONGEST_ABBREVIATION = 5;

/** `EMA 20`, `Bollinger 20 2 lower`: abbreviations in capitals, with parameters, and which of several values. */
function indicatorName(
  { indicator, params, output }: Extract<Measure, { kind: 'indicator' }>,
  t: TrayMessages,
): string {
  const name =
    indicator.length <= LONGEST_ABBREVIATION
      ? indicator.toUpperCase()
      : indicator.charAt(0).toUpperCase() + indicator.slice(1);
  const outputs: Readonly<Record<string, string>> = t.outputs;
  return [name, ...Object.values(params), outputs[output] ?? '']
    .filter((word) => word !== '')
    .join(' ');
}

/** Where the level is another measure: what that was called, and its value at the firing. */
function levelText(
  wanted: Level,
  read: number | null | undefined,
  of: Measure,
  wording: Wording,
): string {
  const { parts, decimals } = wording;
  const isPercent = of.kind === 'change';
  const value = (number: number): string =>
    levelNumber(number, decimals, parts) + (isPercent ? '\u00a0%' : '');
  if (typeof wanted === 'number') return value(wanted);
  const name = measureText(wanted, wording);
  return read === null || read === undefined ? name : `${name} (${value(read)})`;
}

/** As the user set it: a whole number without decimals, a fraction with all that it has. */
function levelNumber(value: number, decimals: number, { locale }: WordingParts): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: Number.isInteger(value) ? 0 : decimals,
    maximumFractionDigits: Math.max(decimals, MOST_DECIMALS),
  }).format(value);
}

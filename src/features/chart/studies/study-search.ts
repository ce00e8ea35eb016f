import { INDICATORS } from '../../../shared/domain/indicators/indicator-catalogue';
import { VOLUME_PROFILE } from '../../../shared/domain/indicators/volume-profile';
import { deskMessages } from '../../../shared/i18n/desk/desk-catalogue';
import { findBest, type Searchable } from '../../palette/ranked-search';
import { searchText } from '../../../shared/domain/text/text-search';

/** Every indicator that can be added, in the order in which they are offered. */
export const OFFERED: readonly string[] = [...INDICATORS.map(({ id }) => id), VOLUME_PROFILE.id];

/** What traders call them besides. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  sma: ['SMA', '均线'],
  ema: ['EXPMA', '均线'],
  wma: ['均线'],
  bollinger: ['BB', 'BOLL', '布林线', '保利加'],
  vwap: ['均价线', '分时均线'],
  'anchored-vwap': ['AVWAP', '均价线'],
  stochastic: ['KD', '随机震荡'],
  macd: ['指数平滑异同'],
  atr: ['真实波动'],
  obv: ['能量线'],
  'volume-profile': ['VPVR', '筹码', '成交分布'],
};

const LOCALES = ['en', 'zh-CN'] as const;

/** An indicator with all that it is called in both languages. */
export function searchableIndicator(indicator: string): Searchable<string> {
  const called = LOCALES.flatMap((locale) => {
    const words = deskMessages(locale).studies.indicators[indicator];
    return words ? [words.short, words.name] : [];
  });
  const texts = [...called, ...(ALSO_CALLED[indicator] ?? [])].map((text) => searchText(text));
  return { item: indicator, texts };
}

/** The indicators that a text names, the best first; all of them for an empty text. */
export function findIndicators(query: string): readonly string[] {
  if (query.trim() === '') return OFFERED;
  const found = findBest(OFFERED.map(searchableIndicator), query, OFFERED.length);
  return found.map(({ item }) => item);
}

import type { PricesMessages } from '../en/prices';

export const zhPrices: PricesMessages = {
  adjusted: '前复权',
  extendedHours: '盘前盘后',
  noneOf: (wish) => `${wish}（数据源未提供）`,
  bases: { adjusted: '前复权', raw: '不复权', 'as-given': '数据源原始价格' },
  basesHelp: {
    adjusted: '开高低收均按数据源的复权收盘价换算，成交量不变。',
    raw: '未按分红调整；多数数据源已计入拆股。',
    'as-given': '数据源没有这些 K 线的复权收盘价，因此无从选择。',
  },
  extended: { 'left-out': '已隐藏盘前盘后', shown: '含盘前盘后' },
};

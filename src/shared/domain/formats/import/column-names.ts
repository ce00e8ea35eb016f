import type { ColumnRole } from './import-plan';

/** Spellings without capitals, blanks, punctuation and what stands in brackets. */
const NAMES: Readonly<Record<Exclude<ColumnRole, 'ignored'>, readonly string[]>> = {
  date: [
    ...['date', 'datetime', 'timestamp', 'tradedate', 'tradingdate', 'tradingday', 'day', 'dt'],
    ...['日期', '交易日期', '日期时间', '交易日', '时间戳', '日线日期', '日期時間'],
  ],
  time: ['time', 'timeofday', 'tradetime', '时间', '交易时间', '時間'],
  open: ['open', 'openprice', 'opening', 'o', '开盘', '开盘价', '今开', '今开盘', '開盤', '開盤價'],
  high: ['high', 'highprice', 'highest', 'max', 'h', '最高', '最高价', '最高價'],
  low: ['low', 'lowprice', 'lowest', 'min', 'l', '最低', '最低价', '最低價'],
  close: [
    ...['close', 'closeprice', 'closing', 'closelast', 'c'],
    ...['收盘', '收盘价', '收盤', '收盤價'],
  ],
  adjustedClose: [
    ...['adjclose', 'adjustedclose', 'closeadj', 'adjcloseprice', 'adjustedcloseprice'],
    ...['复权收盘价', '前复权收盘价', '后复权收盘价', '調整後收盤價', '复权价'],
  ],
  volume: [
    ...['volume', 'vol', 'tradevolume', 'tradedvolume', 'sharestraded', 'v'],
    ...['成交量', '总手', '成交股数', '成交量股', '成交股數'],
  ],
  symbol: [
    ...['symbol', 'ticker', 'code', 'instrument', 'secid', 'tscode', 'stockcode'],
    ...['代码', '股票代码', '证券代码', '代碼', '股票代號', '證券代號'],
  ],
};

/** Names of the close where no column is called so: other sources put other things under them. */
const LAST_PRICE: ReadonlySet<string> = new Set(['price', 'last', 'lastprice', '最新价']);

const ROLES: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.map((name) => [name, role as ColumnRole] as const),
  ),
);

/** What a column is for by its name, in English or Chinese; `ignored` where the name says nothing. */
export function roleOfName(name: string): ColumnRole {
  return ROLES.get(plainName(name)) ?? 'ignored';
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The roles of the columns of a header. Where two columns claim one role the first has it. A file
 * with a time and no date has its moments in that column.
 */
export function rolesOfHeader(cells: readonly string[]): readonly ColumnRole[] {
  const roles: ColumnRole[] = [];
  for (const cell of cells) {
    const role = roleOfName(cell);
    roles.push(roles.includes(role) ? 'ignored' : role);
  }
  if (!roles.includes('close')) {
    const last = cells.findIndex((cell) => LAST_PRICE.has(plainName(cell)));
    if (last >= 0) roles[last] = 'close';
  }
  const time = roles.indexOf('time');
  if (time >= 0 && !roles.includes('date')) roles[time] = 'date';
  return roles;
}

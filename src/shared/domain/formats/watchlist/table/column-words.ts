import type { ListColumn } from '../list-plan';

/** What tables call their columns, in lower case; full width as half width. */
const WORDS: Readonly<Record<Exclude<ListColumn, 'ignored'>, string>> = {
  symbol:
    'symbol|symbols|ticker|tickers|ticker symbol|code|stock code|security code|instrument|' +
    '代码|代號|代号|证券代码|股票代码|股票代號|股票代号|證券代號|基金代码|コード|銘柄コード|证券编码',
  exchange:
    'exchange|exch|primary exchange|listing exchange|mic|venue|市场|市場|交易所|交易市场|上市地|取引所',
  name:
    'name|names|company|company name|security name|security|title|' +
    '名称|名稱|证券名称|股票名称|股票名稱|证券简称|股票简称|銘柄|銘柄名|公司',
  note: 'note|notes|remark|remarks|memo|备注|備註|笔记|筆記|メモ',
  section: 'section|sections|group|category|folder|watchlist|分组|分組|板块|组|グループ',
  flags: 'flags|flag|color|colors|colour|colours|tag|tags|标记|颜色|顏色|旗标',
  targets: 'targets|target|target price|price target|target levels|目标价|目標價|目标价位',
  quantity:
    'quantity|qty|shares|units|position|number of shares|' +
    '数量|數量|持仓|持仓数量|持股|持股数|持股數|股数|股數|持有数量|股份余额|保有数|保有数量',
  price:
    'price|purchase price|buy price|cost|cost price|unit cost|unit price|average cost|avg cost|' +
    'average price|avg price|cost basis per share|成本|成本价|成本價|买入价|買入價|买入均价|持仓成本|' +
    '单价|取得単価|平均取得価額',
  currency: 'currency|ccy|cur|货币|貨幣|币种|幣別|交易币种|通貨',
  date:
    'date|trade date|purchase date|buy date|date acquired|acquired|' +
    '日期|买入日期|買入日期|成交日期|交易日期|取得日',
  commission: 'commission|commissions|fee|fees|brokerage|手续费|手續費|佣金|費用|费用',
  comment: 'comment|comments|注释|註解',
  highLimit: 'high limit|upper limit|alert above|上限',
  lowLimit: 'low limit|lower limit|alert below|下限',
  side: 'transaction type|side|action|buy/sell|type of transaction|买卖|買賣|方向|买卖方向|操作',
};

const COLUMNS: ReadonlyMap<string, ListColumn> = new Map(
  Object.entries(WORDS).flatMap(([column, words]) =>
    words.split('|').map((word) => [word, column as ListColumn] as const),
  ),
);
/** Roles that several columns may have. */
const REPEATED: readonly ListColumn[] = ['note', 'ignored'];

/** The roles of a header; what is not known, and the second of a kind, is ignored. */
export function columnsOfHeader(header: readonly string[]): readonly ListColumn[] {
  const taken = new Set<ListColumn>();
  return header.map((cell) => {
    const column = COLUMNS.get(columnWord(cell)) ?? 'ignored';
    if (taken.has(column) && !REPEATED.includes(column)) return 'ignored';
    taken.add(column);
    return column;
  });
}

export function columnWord(cell: string): string {
  return cell
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
}

import type { ListItemMessages } from '../en/list-item';

/** 列表中单个品种的备注、目标价与买卖记录。 */
export const zhListItem: ListItemMessages = {
  targets: '目标价',
  addTarget: '添加目标价',
  targetPrice: '价格',
  targetLabel: '说明',
  removeTarget: (n) => `移除第 ${n} 个目标价`,
  lots: '买卖记录',
  lotsHelp: '卖出填负数。货币留空即为该证券的货币。',
  addLot: '添加买入',
  lot: {
    quantity: '数量',
    price: '价格',
    currency: '货币',
    date: '日期',
    commission: '佣金',
    comment: '说明',
  },
  removeLot: (n) => `移除第 ${n} 笔`,
  faults: {
    targetPrice: (n) => `第 ${n} 个目标价：价格须为不小于 0 的数字。`,
    quantity: (n) => `第 ${n} 笔：数量须为非 0 的数字。`,
    price: (n) => `第 ${n} 笔：价格须为不小于 0 的数字，或留空。`,
    currency: (n) => `第 ${n} 笔：货币为三个字母，或留空。`,
    date: (n) => `第 ${n} 笔：日期写作 2026-05-28，或留空。`,
    commission: (n) => `第 ${n} 笔：佣金须为数字，或留空。`,
  },
};

import type { SessionLineMessages } from '../en/session-line';

export const zhSessionLine: SessionLineMessages = {
  label: '分时图',
  oneDay: '分时',
  oneDayName: '分时图（含均价线）',
  fiveDays: '五日',
  fiveDaysName: '五日分时图（含均价线）',
  chartLabel: (name, sessions) =>
    sessions === 1 ? `${name}分时图` : `${name}最近 ${sessions} 个交易日分时图`,
  price: '价格',
  average: '均价',
  bases: { 'previous-close': '昨收', open: '开盘' },
  basesBefore: { 'previous-close': '期前收盘', open: '期初开盘' },
  nothingTraded: '无成交',
  averageBasis: {
    turnover: '当日均价：成交额除以成交量',
    'typical-price': '当日均价：数据源无成交额，按每根（最高+最低+收盘）÷3 以成交量加权',
    mixed: '当日均价：成交额除以成交量；无成交额的部分按（最高+最低+收盘）÷3 以成交量加权',
  },
};

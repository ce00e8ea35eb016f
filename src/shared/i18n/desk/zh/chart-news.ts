import type { ChartNewsMessages } from '../en/chart-news';

export const zhChartNews: ChartNewsMessages = {
  stop: (place, count, date, company, title, state) =>
    `第 ${place} 条，共 ${count} 条动态，${date}，${company}：${title}，${state}`,
  noNewer: '此图没有更新的动态',
  noOlder: '此图没有更早的动态',
  pinned: (count) => (count === 1 ? '动态' : `${count} 条动态`),
  older: '上一条动态（Alt+←）',
  newer: '下一条动态（Alt+→）',
  close: '关闭卡片',
  openInTimeline: '在时间线中打开',
  eventWindow: '事件窗口',
  eventWindowKeys: '事件窗口（Alt+E）',
  shade: '标示所选动态前后的交易日',
  from: '起始交易日',
  to: '结束交易日',
  windowHelp: '第 0 日为最早可能作出反应的交易日，即动态发布后最先收盘的一日。',
  reaction: (date) => `第 0 日为 ${date}。`,
  noSelection: '选中一条动态即可查看其窗口。',
  noWindow: '所选动态在此图上没有对应的交易日。',
};

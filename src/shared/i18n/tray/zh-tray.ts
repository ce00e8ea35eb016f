import type { TrayMessages } from './en-tray';

/** Chinese texts of the tray, of notifications and of the mini ticker's frame. */
export const zhTray: TrayMessages = {
  open: '打开 Tapeout',
  lastAlerts: '最近的预警',
  noAlerts: '暂无预警',
  noPrice: '暂无价格',
  muteHour: '预警静音一小时',
  muteTomorrow: '预警静音至明天',
  unmute: (moment) => `已静音至${moment}：取消静音`,
  ticker: '迷你行情条',
  quit: '退出 Tapeout',
  closeTicker: '关闭行情条',
  noStarred: '在列表中为证券加星，即可在此显示。',
  quoteStates: {
    delayed: '延迟',
    stale: '过期',
    closed: '已收盘',
    simulated: '模拟',
    error: '存疑',
  },

  calm: '没有新预警',
  newAlerts: (count) => `${count} 条新预警`,
  muted: (moment) => `预警静音至${moment}`,
  offline: '没有行情来源应答',

  keepTitle: '让 Tapeout 在托盘中继续运行吗？',
  keepDetail:
    '预警会继续监控，点击托盘图标即可恢复窗口。若退出，在下次启动 Tapeout 之前不会监控任何预警。可在设置中更改。',
  keepYes: '继续运行',
  keepNo: '退出',
  keepCancel: '不关闭窗口',

  price: '价格',
  change: '涨跌幅',
  volume: '成交量',
  indicator: (name, interval) => `${name}（${interval}）`,
  outputs: {
    ...{ middle: '中轨', upper: '上轨', lower: '下轨' },
    ...{ signal: 'DEA', histogram: '差值', k: '%K', d: '%D' },
  },
  abnormalMove: '公布以来的异常涨跌',
  bars: (count, interval) => `${count} 根 K 线（${interval}）`,
  crossed: {
    crossing: (measure, level) => `${measure}穿越 ${level}`,
    crossingUp: (measure, level) => `${measure}上穿 ${level}`,
    crossingDown: (measure, level) => `${measure}下穿 ${level}`,
    greaterThan: (measure, level) => `${measure}高于 ${level}`,
    lessThan: (measure, level) => `${measure}低于 ${level}`,
  },
  channel: {
    enteringChannel: (measure, low, high) => `${measure}进入 ${low} 至 ${high}`,
    exitingChannel: (measure, low, high) => `${measure}离开 ${low} 至 ${high}`,
    insideChannel: (measure, low, high) => `${measure}在 ${low} 至 ${high} 之内`,
    outsideChannel: (measure, low, high) => `${measure}在 ${low} 至 ${high} 之外`,
  },
  moved: {
    movingUp: (measure, amount, bars) => `${measure}在 ${bars}内上升 ${amount}`,
    movingDown: (measure, amount, bars) => `${measure}在 ${bars}内下降 ${amount}`,
    movingUpPercent: (measure, amount, bars) => `${measure}在 ${bars}内上升 ${amount}%`,
    movingDownPercent: (measure, amount, bars) => `${measure}在 ${bars}内下降 ${amount}%`,
  },
  announcement: '芯片动态更新',
  announcementMatched: (filter) => `有新动态符合“${filter}”`,
  late: (happened, seen) => `发生于${happened}，${seen}才看到`,
  simulated: '模拟行情',
  show: '查看',
  moreAlerts: (count) => `另有 ${count} 条预警`,
  quietDigest: (count) => `免打扰时段有 ${count} 条预警`,
  times: (name, count) => `${name} ×${count}`,
};

import type { ShellMessages } from '../en/shell';

export const zhShell: ShellMessages = {
  search: '搜索股票、芯片、动态和命令',
  showWatchlist: '自选股',
  showTimeline: '时间线',
  toDark: '切换到深色主题',
  toLight: '切换到浅色主题',
  switchLanguage: '切换到英文',
  dataSimulated: '模拟行情',
  dataFolder: (folder) => `文件夹 ${folder}`,
  dataStored: '已存行情',
  dataImporting: '正在读取文件夹…',
  simulatedBanner: '当前所有价格均为模拟生成，本机尚未存有任何真实行情。',
  simulatedAskedBanner: '当前所有价格均为模拟生成。',
  chooseFolder: '使用 CSV 文件夹',
  stopSimulation: '恢复真实价格',
  footSimulated: '模拟价格：全部',
  footReal: '模拟价格：无',
  attribution: '图表由 TradingView Lightweight Charts 提供',
  disclaimer: '不构成投资建议',
  dismiss: '关闭',
  resizeWatchlist: '调整自选股宽度',
  resizeTimeline: '调整时间线宽度',
  resizeDrawer: '调整图表下方面板高度',
  actionFailed: '操作未成功，未做任何更改，请重试。',
  startFailed: '无法启动',
  startFailedHelp: '请关闭窗口后重新启动 Tapeout，您的列表均已保留。',
  linkRefused: '无法在浏览器中打开该页面。',
  storeRecovered: {
    backup: (keptAs, takenAt) =>
      `用户数据库已损坏，已恢复 ${takenAt} 的备份，其后的修改已缺失。损坏的文件保留为 ${keptAs}。`,
    'first-set': (keptAs) =>
      `用户数据库已损坏且没有备份，现以初始列表代替。损坏的文件保留为 ${keptAs}。`,
    log: (keptAs) => `本次启动前的最后几次修改无法读取，可能已缺失。损坏的文件保留为 ${keptAs}。`,
  },
};

import type { NotificationsMessages } from '../en/notifications';

export const zhNotifications: NotificationsMessages = {
  title: '通知',
  help: '预警由系统通知显示，点击即可打开相应证券。短时间内大量触发时，显示三条和一条汇总。所有预警都会列在预警列表中。',
  sounds: '播放系统提示音',
  quiet: '免打扰时段',
  quietFrom: '开始时间',
  quietTo: '结束时间',
  quietHelp: '其间不显示任何预警，结束后显示一条汇总。',
  urgent: '允许紧急预警（备注以“！”开头）',
  tray: '托盘',
  trayHelp: '关闭窗口后，Tapeout 可继续运行、监控预警，并在面板中显示价格。',
  noPanel: '此桌面没有可显示图标的面板。选择“继续运行”后，关闭窗口时会最小化，不会隐藏。',
  keep: '关闭窗口时',
  keepChoices: { ask: '询问我', yes: '继续运行', no: '退出' },
  panel: '托盘图标',
  panels: { auto: '跟随系统', dark: '适合深色面板', light: '适合浅色面板' },
  startAtLogin: '登录时启动并留在托盘',
  startRefused: '系统未接受此设置，未做任何更改。请在系统的开机启动列表中添加 Tapeout。',
  ticker: '置顶显示迷你行情条',
};

import type { NativeMessages } from './en-native';

/** Simplified Chinese texts of what main itself shows. */
export const zhNative: NativeMessages = {
  appName: 'Tapeout',

  chooseFolderTitle: '选择 CSV 文件所在的文件夹',
  chooseFolderButton: '读取此文件夹',
  chooseImportTitle: '选择要导入的K线文件',
  chooseImportFolderTitle: '选择要导入的K线文件夹',
  chooseImportButton: '预览',
  barsFiles: 'K线表格',
  allFiles: '所有文件',

  storeNewerTitle: '您的数据来自更新版本的 Tapeout',
  storeNewerDetail:
    '当前版本无法读取这些数据，也未作任何改动。请重新安装较新的版本，或换一个文件夹启动：--user-data DIR。',
  storeFailedTitle: 'Tapeout 无法打开数据',
  storeInaccessibleDetail:
    '数据文件夹或其中的文件无法读取或写入。未作任何改动。请修正其权限，或换一个文件夹启动：--user-data DIR。',
  storeDiskFullDetail: '磁盘已满。数据没有丢失。请腾出空间后重新启动 Tapeout。',
  storeLockedDetail: '另一个程序正在占用数据。未作任何改动。请关闭该程序后重新启动 Tapeout。',
  storeMigrationDetail:
    '数据未能转换为当前版本所需的格式。原数据保持不变，副本保存在其“backups”文件夹中。请装回之前的版本，并告知我们。',
  pageBrokenTitle: 'Tapeout 无法显示窗口',
  pageBrokenDetail: '安装文件不完整。您的数据未受影响，请重新安装 Tapeout。',
  crashTitle: 'Tapeout 需要关闭',
  crashDetail: (logFolder) => `发生了意外错误。您已保存的内容不会丢失。日志位于：\n\n${logFolder}`,

  menuFile: '文件(&F)',
  menuEdit: '编辑(&E)',
  menuView: '视图(&V)',
  menuWindow: '窗口(&W)',
  menuHelp: '帮助(&H)',
  about: '关于 Tapeout',
  services: '服务',
  hide: '隐藏 Tapeout',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  quit: '退出 Tapeout',
  importFiles: '导入K线…',
  importFolder: '导入K线文件夹…',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  reload: '重新加载',
  developerTools: '开发者工具',
  minimize: '最小化',
  close: '关闭',
  projectPage: 'Tapeout 网站',
  chartingLibrary: 'TradingView 图表库',
};

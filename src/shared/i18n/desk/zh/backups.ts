import type { BackupsMessages } from '../en/backups';

/** 备份及全部数据导出的文字。 */
export const zhBackups: BackupsMessages = {
  title: '备份',
  help: (n) => `每天自动备份您保存的全部内容，保留最近 ${n} 份。`,
  none: '还没有备份。',
  reasons: {
    daily: '每日备份',
    asked: '手动备份',
    'before-update': '更新前',
    'before-restore': '恢复前',
    other: '其他版本',
  },
  faults: {
    'not-ours': '该文件不属于本应用，未作任何更改。',
    damaged: '文件已损坏，未作任何更改。',
    'newer-version': '该文件来自更新的版本，未作任何更改，请先更新应用。',
    'too-large': '文件过大，未作任何更改。',
    'not-readable': '无法读取文件，未作任何更改。',
    'disk-full': '磁盘已满，未作任何更改，请腾出空间后重试。',
    'not-writable': '应用文件夹无法写入，未作任何更改。',
    'unknown-backup': '该备份已不存在，未作任何更改。',
  },
  now: '立即备份',
  done: '备份完成',
  restore: '恢复…',
  restoreOf: (moment) => `恢复 ${moment} 的备份`,
  confirm: (moment) => `全部内容将回到 ${moment}。现有内容会先备份，随后应用重新启动。`,
  confirmYes: (moment) => `回到 ${moment}`,
  remove: '删除',
  removeOf: (moment) => `删除 ${moment} 的备份`,
  exportAll: '导出全部…',
  exportHelp: '导出为一个文件供另一台电脑使用：列表、备注、画线、布局和设置；不含密钥。',
  exported: '已导出全部内容',
  importAll: '导入…',
  preview: (file, lists, items, moment) =>
    `${file}：${lists} 个列表、${items} 只证券，最后修改于 ${moment}。将取代现有全部内容，现有内容会先备份。`,
  take: '使用此文件',
  restarting: '应用正在重新启动…',
  loading: '正在读取备份',
};

import type { ExportMessages } from '../en/export';

export const zhExport: ExportMessages = {
  button: '图片、CSV 与表格',
  copyPicture: '复制为图片',
  savePicture: '保存为图片 (PNG)',
  saveBars: '保存可见K线 (CSV)',
  saveBarsBom: '保存可见K线供电子表格使用 (CSV，带 UTF-8 标记)',
  showTable: '可见K线表格',
  copied: '图片已复制到剪贴板。',
  notCopied: '无法复制图片，剪贴板内容未变。可改为保存文件。',
  saved: '已保存。',
  notSaved: {
    'disk-full': '磁盘已满，未写入任何内容。请清理空间或选择其他磁盘。',
    'not-writable': '该位置无法写入，未写入任何内容。请选择其他文件夹。',
  },
  nothingShown: '图表上没有K线，无内容可导出。请待K线显示后重试。',
  comparedWith: (names) => `对比 ${names}`,
  session: (zone) => `交易日 (${zone})`,
  start: (zone) => `开始时间 (${zone})`,
  open: '开盘',
  high: '最高',
  low: '最低',
  close: '收盘',
  volume: '成交量 (股/单位)',
  bases: { adjusted: '除息复权', raw: '未除息复权', 'as-given': '数据源原始价格' },
  adjustedClose: (currency) => `复权收盘 (${currency})`,
  tableCaption: (name, length) => `${name}，${length}K线`,
  tableCount: (shown, all) =>
    shown === all ? `共 ${all} 根可见K线，最新在前` : `${all} 根可见K线中最新的 ${shown} 根`,
  change: '涨跌幅',
  closeTable: '关闭表格',
};

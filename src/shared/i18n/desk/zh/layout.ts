import type { LayoutMessages } from '../en/layout';

export const zhLayout: LayoutMessages = {
  button: '图表数量与已存布局',
  counts: { 1: '单图', 2: '双图', 4: '四图' },
  linkCrosshair: '十字光标联动',
  linkInstrument: '品种联动',
  saved: '已存布局…',
  title: '已存布局',
  help: '布局记住图表数量、各图显示的品种与周期，以及联动方式。',
  close: '关闭',
  nameLabel: '布局名称',
  save: '保存当前图表',
  replaces: (name) => `将替换布局“${name}”。`,
  tooMany: (most) => `已有 ${String(most)} 个布局，已达上限。请先删除一个再保存。`,
  none: '尚未保存任何布局。',
  use: (name) => `显示布局“${name}”`,
  remove: (name) => `删除布局“${name}”`,
};

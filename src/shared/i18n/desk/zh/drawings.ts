import type { DrawingMessages } from '../en/drawings';

export const zhDrawings: DrawingMessages = {
  toolbar: '画线工具',
  withKeys: (name, keys) => `${name}（${keys}）`,
  pointer: '指针',
  kinds: {
    'horizontal-line': '水平线',
    'trend-line': '趋势线',
    ray: '射线',
    rectangle: '矩形',
    measure: '区间测量',
    'text-note': '文字标注',
  },
  undo: '撤销画线',
  redo: '重做画线',
  removeAll: '清除全部画线',
  removed: (count) => `已清除 ${count} 个画线`,
  lockedStay: '已锁定的画线会保留，解锁后才能清除。',
  undoRemoval: '撤销',
  selected: (name) => `已选中：${name}`,
  colour: '颜色',
  colours: {
    accent: '蓝色',
    amber: '琥珀色',
    violet: '紫色',
    cyan: '青色',
    green: '绿色',
    red: '红色',
    grey: '灰色',
  },
  width: '线宽',
  widths: { thin: '细', medium: '中', thick: '粗' },
  editNote: '编辑文字',
  duplicate: '复制一份',
  lock: '锁定',
  unlock: '解锁',
  remove: '删除',
  noteLabel: '标注文字',
  noteHint: 'Enter 保存，Shift+Enter 换行，Esc 放弃修改。',
  toolHint: (name) => `${name}：在图上点击或拖动，或用方向键与 Enter。Esc 取消。`,
  cursorAt: (when, price) => `${when}，${price}`,
  bars: (count) => `${count} 根K线`,
  barsAndTime: (bars, span) => `${bars}，${span}`,
  span: (days, hours, minutes) =>
    [days && `${days} 天`, hours && `${hours} 小时`, minutes && `${minutes} 分钟`]
      .filter(Boolean)
      .join(' '),
  notRead: (name) => `无法读取${name}的画线。原有画线未被改动，读取成功前不能新增画线。`,
  notSaved: (name) =>
    `无法保存${name}的画线。在退出应用前仍显示在图上，下次改动时会再次保存全部画线。`,
  tooMany: (name) => `${name}的画线数量已达上限。请先删除一个再画。`,
  tryAgain: '重试',
};

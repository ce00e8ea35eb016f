import type { SessionMessages } from '../en/session';
import { chineseDayName } from './day-names';

export const zhSession: SessionMessages = {
  phases: {
    pre: '盘前',
    open: '交易中',
    lunch: '午间休市',
    'closing-auction': '收盘集合竞价',
    post: '盘后',
    closed: '休市',
  },
  dayName: chineseDayName,
  weekend: '周末',
  holiday: '节假日',
  half: '半日市',
  late: '延迟开市',
  named: (kind, name) => `${kind}（${name}）`,
  aroundTheClock: '全天候交易',
  until: (phase, moment) => `${phase}，至${moment}`,
  closedFor: (reason) => `休市：${reason}`,
  opens: (moment) => `${moment}开市`,
  bothClocks: (there, here) => `${there}（您的时间 ${here}）`,
  notCovered: '该年度休市日尚未全部收录',
};

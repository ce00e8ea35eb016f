import { createHash } from 'node:crypto';
import { toDate } from '../../src/shared/domain/calendar/calendar-date';
import type {
  BundleInput,
  BundleSeries,
} from '../../src/shared/domain/event-study/bundle/evidence-bundle';
import type { BundleTools } from '../../src/shared/domain/event-study/bundle/write-bundle';
import { STDLIB_DISTRIBUTIONS } from '../../src/shared/statistics/stdlib-distributions';
import { madeUpPanel, weekday } from './study-returns';

export const BUNDLE_TOOLS: BundleTools = {
  distributions: STDLIB_DISTRIBUTIONS,
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
};

export const BUNDLE_ORIGIN = { appVersion: '0.1.0', made: '2026-06-01T08:00:00.000Z' };

/** Sessions of the made-up history before the event, 20 of which the gap leaves out. */
export const HISTORY = 160;

function series(id: string, returns: Float64Array): BundleSeries {
  let price = 100;
  const closes = [price, ...returns].map((value, at) => {
    price = at === 0 ? price : Number((price * (1 + value)).toFixed(4));
    return price;
  });
  return {
    ...{ id, name: { en: `Company ${id}`, zh: `公司${id}` }, source: 'Made-up prices' },
    ...{ adjusted: true, closes, dates: closes.map((_, day) => weekday(day)) },
  };
}

/** A study of one made-up security, or of several that move by `effect` on the event's session. */
export function sampleInput(events = 1, effect = 0, history = HISTORY): BundleInput {
  const panel = madeUpPanel({ seed: 21, events, sessions: history + 8 });
  const [first] = panel;
  if (first === undefined) throw new Error('no events');
  const names = panel.map((_, at) => `XNAS:A${at}`);
  return {
    title: { en: 'A chip <of its own>', zh: '自研芯片' },
    announcements: [
      {
        ...{ id: 'a-chip', date: '2015-08', title: { en: 'A chip', zh: '一款芯片' } },
        text: { en: 'It is "here" & now.', zh: '已发布。' },
        sources: [
          { publisher: 'Press', title: 'A <b>chip</b>', url: 'https://example.org/chip?a=1&b=2' },
          { publisher: 'Elsewhere', title: 'No web address', url: 'javascript:alert(1)' },
        ],
      },
    ],
    parameters: { model: 'market', estimation: { length: 120, gap: 20 }, window: [-2, 2] },
    series: [
      ...panel.map(({ security }, at) =>
        series(
          names[at] as string,
          security.map((value, day) => (day === history + 3 ? value + effect : value)),
        ),
      ),
      series('XNAS:INDEX', first.market),
    ],
    events: names.map((security) => ({
      ...{ announcements: ['a-chip'], security, market: ['XNAS:INDEX'] },
      session: toDate(Date.parse(`${weekday(history + 4)}T00:00:00Z`) / 1000),
      timing: { en: 'Told after the close of the day before.', zh: '前一日收盘后公布。' },
      doubts: [],
      confounders: [
        {
          ...{ date: weekday(history + 4), text: { en: 'Earnings', zh: '财报' }, own: true },
          effect: { en: 'Shares the session', zh: '同一交易日' },
          source: { publisher: 'Company', title: '', url: 'https://example.org/results' },
        },
      ],
      said: null,
    })),
  };
}

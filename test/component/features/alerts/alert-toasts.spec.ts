import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import AlertToasts from '../../../../src/features/alerts/AlertToasts.svelte';
import { PRICE } from '../../../../src/shared/domain/alert/alert-condition';
import { draftFor } from '../../../../src/shared/domain/alert/alert-rule';
import type { Firing } from '../../../../src/shared/domain/alert/firing';
import { ACME, BOLT } from '../../../helpers/desk-sample';
import { renderPane } from '../../../helpers/render-pane';

const AT = Date.UTC(2026, 4, 28, 6, 30);
const tick = { at: AT, heardAt: AT, price: 201.25, previousClose: 190, volume: null };

function firing(id: number, rest: Partial<Firing> = {}): Firing {
  const draft = draftFor(BOLT, { of: PRICE, op: 'crossingUp', value: 201 });
  const kept = { id: 1, revision: 1, enabled: true, ended: null, createdAt: AT, splits: [] };
  return {
    ...{ id, key: `k${id}`, ruleId: 1, rule: { ...draft, ...kept }, instrument: BOLT },
    ...{ announcementId: null, at: AT, seenAt: AT, late: false, simulated: false },
    ...{ before: null, after: tick, ageMs: 0, phase: 'regular', source: 'simulated' },
    ...{ readings: [], delivery: 'pending', acknowledgedAt: null },
    ...rest,
  };
}

describe('the notice of a firing', () => {
  it('stands once, and shows the firing in the history and its instrument', async () => {
    const { desk } = await renderPane(AlertToasts);
    desk.alerts.receiveFired({ firing: firing(7), unseen: 1, revision: 2 });
    const texts = (): string[] => desk.notices.all.map(({ text }) => text);
    await expect.poll(texts).toEqual(['02345: Price rises above 201.00 · 201.25']);
    await desk.settings.update({ locale: 'zh-CN' });
    expect(texts()).toHaveLength(1);
    expect(desk.settings.current.charted).toBe(ACME);
    desk.notices.all[0]?.action?.run();
    await expect.poll(() => desk.settings.current.charted).toBe(BOLT);
    expect([desk.alerts.openFiringId, desk.drawer.tab]).toEqual([7, 'alerts']);
  });

  it('does not come over the history, which has it on top', async () => {
    const { desk } = await renderPane(AlertToasts);
    await desk.drawer.show('alerts');
    desk.alerts.view = 'firings';
    desk.alerts.receiveFired({ firing: firing(7), unseen: 1, revision: 2 });
    flushSync();
    expect(desk.notices.all).toEqual([]);
    desk.alerts.view = 'rules';
    desk.alerts.receiveFired({ firing: firing(8), unseen: 2, revision: 3 });
    flushSync();
    expect(desk.notices.all).toHaveLength(1);
  });

  it.each(['muted', 'held'] as const)('does not come where it is %s', async (delivery) => {
    const { desk } = await renderPane(AlertToasts);
    desk.alerts.receiveFired({ firing: firing(7, { delivery }), unseen: 1, revision: 2 });
    flushSync();
    expect(desk.notices.all).toEqual([]);
    desk.alerts.receiveFired({ firing: firing(8), unseen: 2, revision: 3 });
    flushSync();
    expect(desk.notices.all).toHaveLength(1);
  });
});

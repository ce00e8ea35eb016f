import { describe, expect, it } from 'vitest';
import AlertsPanel from '../../../../src/features/alerts/AlertsPanel.svelte';
import { type Measure, PRICE } from '../../../../src/shared/domain/alert/alert-condition';
import { type AlertRule, draftFor, draftOn } from '../../../../src/shared/domain/alert/alert-rule';
import type { AlertTick, Firing } from '../../../../src/shared/domain/alert/firing';
import { ACME, BOLT } from '../../../helpers/desk-sample';
import type { FakeAlerts } from '../../../helpers/fake-alerts';
import { renderPane } from '../../../helpers/render-pane';

const AT = Date.UTC(2026, 4, 28, 6, 30);

function rule(id: number, rest: Partial<AlertRule> = {}): AlertRule {
  return {
    ...draftFor(ACME, { of: PRICE, op: 'crossingUp', value: 200 + id }),
    ...{ id, revision: 1, enabled: true, ended: null, createdAt: AT, splits: [] },
    ...rest,
  };
}

function tick(price: number, at = AT): AlertTick {
  return { at, heardAt: at + 400, price, previousClose: 190, volume: null };
}

function firing(id: number, rest: Partial<Firing> = {}): Firing {
  return {
    ...{ id, key: `k${id}`, ruleId: 1, rule: rule(1), instrument: ACME, announcementId: null },
    ...{ at: AT, seenAt: AT + 400, late: false, simulated: false },
    ...{ before: tick(200.5, AT - 1000), after: tick(201.25), ageMs: 400, phase: 'regular' },
    source: 'simulated',
    readings: [{ before: 200.5, value: 201.25, level: 201, high: null }],
    ...{ delivery: 'delivered', acknowledgedAt: null },
    ...rest,
  };
}

const show = (alerts: FakeAlerts) => renderPane(AlertsPanel, { alerts, widthPx: 900 });

const UPPER_BAND: Measure = {
  ...{ kind: 'indicator', instrument: null, indicator: 'bollinger', output: 'upper' },
  ...{ params: { period: 20, deviations: 2 }, interval: 'D' },
};

describe('the rules', () => {
  it('offers the first alert where there is none', async () => {
    const { desk, screen } = await show({});
    await screen.getByRole('button', { name: 'New alert …' }).last().click();
    expect(desk.alerts.editing?.id).toBeNull();
  });

  it('says each in words, with what it is doing', async () => {
    const { screen } = await show({
      rules: [
        rule(1),
        rule(2, { enabled: false, ended: 'fired' }),
        rule(3, {
          ...draftFor(BOLT, { of: PRICE, op: 'insideChannel', low: 1, high: UPPER_BAND }),
        }),
      ],
    });
    const rows = screen.getByRole('list', { name: 'Rules' }).getByRole('listitem');
    await expect.element(rows.nth(0)).toHaveTextContent(/Price rises above 202.00.*fired, done/);
    await expect.element(rows.nth(1)).toHaveTextContent(/ACME: Price rises above 201.00/);
    await expect.element(rows.nth(2)).toHaveTextContent(/Price is between 1.*BB 20 2 upper \(D\)/);
  });

  it('says which splits count, and lets a rule go on that waits for one of its list', async () => {
    const seenAt = AT;
    const onList = draftOn({ kind: 'list', listId: 1 }, { of: PRICE, op: 'lessThan', value: 1000 });
    const { main, screen } = await show({
      rules: [
        rule(1, { splits: [{ numerator: 1, denominator: 8, seenAt }] }),
        rule(2, {
          ...onList,
          splits: [{ numerator: 10, denominator: 1, seenAt, instrument: ACME }],
          held: [BOLT],
        }),
      ],
    });
    const rows = screen.getByRole('list', { name: 'Rules' }).getByRole('listitem');
    const [own, list] = [
      rows.filter({ hasText: 'reverse split 1:8' }),
      rows.filter({ hasText: 'Each of' }),
    ];
    await expect.element(own).toHaveTextContent(/levels in new shares/);
    await expect
      .element(list)
      .toHaveTextContent(/below 1,000.00.*ACME: Price is below 100.00 \(split 10:1, seen/);
    await expect.element(list).toHaveTextContent(/held for 02345: a split may have made/);
    await list.getByRole('button', { name: 'Go on' }).click();
    expect(main.argsOf('alerts.setEnabled')).toEqual([{ ids: [2], enabled: true }]);
    await expect.element(list).not.toHaveTextContent(/held/);
  });

  it('switches a rule off and deletes it, and brings it back', async () => {
    const { main, screen } = await show({ rules: [rule(1)] });
    await screen.getByRole('switch', { name: /ACME/ }).click();
    expect(main.argsOf('alerts.setEnabled')).toEqual([{ ids: [1], enabled: false }]);
    await screen.getByRole('button', { name: /^Delete/ }).click();
    await expect.element(screen.getByText('No alert yet')).toBeVisible();
    expect(main.argsOf('alerts.remove')).toEqual([{ ids: [1] }]);
  });

  it('says that alerts are muted and ends it', async () => {
    const { desk, main, screen } = await show({ rules: [rule(1)] });
    await desk.alerts.mute(desk.now() + 3_600_000);
    await screen.getByRole('button', { name: /Muted until .* Hear alerts again/ }).click();
    await expect.poll(() => main.argsOf('alerts.mute').at(-1)).toEqual({ until: null });
  });
});

describe('the mute', () => {
  it('lasts an hour, or until eight in the morning as that of the tray', async () => {
    const { desk, main, screen } = await show({});
    const choose = async (label: string): Promise<number> => {
      const before = main.argsOf('alerts.mute').length;
      await screen.getByRole('button', { name: 'More about alerts' }).click();
      await screen.getByRole('menuitem', { name: label }).click();
      await expect.poll(() => main.argsOf('alerts.mute').length).toBe(before + 1);
      return (main.argsOf('alerts.mute').at(-1) as { until: number }).until;
    };
    const inAnHour = await choose('Mute for an hour');
    expect(Math.round((inAnHour - desk.now()) / 60_000)).toBe(60);
    await desk.alerts.mute(null);
    const tomorrow = new Date(await choose('Mute until tomorrow'));
    expect([tomorrow.getHours(), tomorrow.getMinutes()]).toEqual([8, 0]);
  });
});

describe('the history', () => {
  it('lists what fired and says why, with the prices around it', async () => {
    const splits = [{ numerator: 10, denominator: 1, seenAt: AT }];
    const told = firing(7, { late: true, delivery: 'muted', rule: rule(1, { splits }) });
    const { main, screen } = await show({
      rules: [rule(1)],
      firings: [told],
      replays: new Map([[7, { firing: told, ticks: [tick(199), tick(200.5), tick(201.25)] }]]),
    });
    await screen.getByText('History', { exact: true }).click();
    const row = screen.getByRole('list', { name: 'History' }).getByRole('listitem');
    await expect.element(row).toHaveTextContent(/ACME.*Price rises above 201.00 · 201.25/);
    await expect.element(row).toHaveTextContent(/new.*late.*muted/);
    await screen.getByRole('button', { name: /Why did this fire/ }).click();
    const detail = screen.getByRole('group', { name: 'Why it fired' });
    await expect.element(detail).toHaveTextContent(/Age of the price\s*0.4 s/);
    await expect.element(detail).toHaveTextContent(/Split\s*split 10:1, seen/);
    await expect
      .element(detail.getByRole('row').nth(1))
      .toHaveTextContent(/200.50.*201.25.*201.00/);
    expect(main.argsOf('alerts.acknowledge')).toEqual([{ ids: [7] }]);
  });

  it('opens at the firing that a notification was of, and stays when its reasons are folded', async () => {
    const { desk, main, screen } = await show({ firings: [firing(1), firing(2)] });
    main.publish.alerts.onOpenFiring({ id: 2, instrument: ACME, at: AT });
    const why = screen.getByRole('button', { name: /Why did this fire/ });
    await expect.element(why.nth(1)).toHaveAttribute('aria-expanded', 'true');
    expect(desk.drawer.tab).toBe('alerts');
    await why.nth(1).click();
    await expect.element(why.nth(1)).toHaveAttribute('aria-expanded', 'false');
  });

  it('asks for the new ones alone, and for all again', async () => {
    const { main, screen } = await show({ firings: [firing(1), firing(2)] });
    await screen.getByText('History', { exact: true }).click();
    const onlyNew = screen.getByRole('checkbox', { name: 'New ones' });
    const asked = () => main.argsOf('alerts.firings').at(-1) as { unseen?: boolean };
    await onlyNew.click();
    await expect.poll(() => asked().unseen).toBe(true);
    await onlyNew.click();
    await expect.poll(() => asked().unseen).toBeUndefined();
  });

  it('marks all as seen, and has nothing to mark after that', async () => {
    const { main, screen } = await show({ firings: [firing(1)] });
    await screen.getByText('History', { exact: true }).click();
    const mark = screen.getByRole('button', { name: 'Mark all as seen' });
    await mark.click();
    expect(main.argsOf('alerts.acknowledge')).toEqual([{ ids: null }]);
    await expect.element(mark).toBeDisabled();
  });

  it('searches, and shows everything again', async () => {
    const { screen } = await show({ firings: [firing(1)] });
    await screen.getByText('History', { exact: true }).click();
    await screen.getByRole('searchbox', { name: 'Search' }).fill('nothing of that');
    await screen.getByRole('button', { name: 'Show all' }).click();
    await expect.element(screen.getByRole('list', { name: 'History' })).toBeVisible();
  });
});

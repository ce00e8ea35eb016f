import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import RuleEditor from '../../../../src/features/alerts/RuleEditor.svelte';
import { PRICE } from '../../../../src/shared/domain/alert/alert-condition';
import {
  type AlertRule,
  draftFor,
  type RuleDraft,
} from '../../../../src/shared/domain/alert/alert-rule';
import { ACME, BOLT } from '../../../helpers/desk-sample';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

const DRAFT = draftFor(ACME, { of: PRICE, op: 'crossing', value: 200 });

async function edit(
  draft: RuleDraft = DRAFT,
  id: number | null = null,
  rules: readonly AlertRule[] = [],
): Promise<RenderedPane> {
  const rendered = await renderPane(RuleEditor as Parameters<typeof renderPane>[0], {
    props: { id, draft },
    alerts: { rules },
    widthPx: 800,
  });
  await expect.element(rendered.screen.getByRole('dialog')).toBeVisible();
  return rendered;
}

describe('the editor of a rule', () => {
  it('says the rule in words while it is written, and keeps it', async () => {
    const { main, screen } = await edit();
    await expect.element(screen.getByText(/ACME: Price crosses 200.00/)).toBeVisible();
    await screen.getByRole('combobox', { name: 'How', exact: true }).selectOptions('crossingUp');
    await screen.getByRole('textbox', { name: 'Level' }).fill('210.5');
    await expect.element(screen.getByText(/ACME: Price rises above 210.50/)).toBeVisible();
    await screen.getByRole('button', { name: 'Watch', exact: true }).click();
    const [kept] = main.argsOf('alerts.create') as { rule: RuleDraft }[];
    expect(kept?.rule.watch).toMatchObject({
      target: { kind: 'instrument', instrument: ACME },
      conditions: [{ of: PRICE, op: 'crossingUp', value: 210.5 }],
    });
  });

  it('says which levels a split wrote anew', async () => {
    const splits = [{ numerator: 4, denominator: 1, seenAt: Date.UTC(2026, 4, 28, 6) }];
    const more = { id: 1, revision: 1, enabled: true, ended: null, createdAt: 0, splits };
    const { screen } = await edit(DRAFT, 1, [{ ...DRAFT, ...more }]);
    await expect
      .element(screen.getByRole('list', { name: 'Split' }))
      .toHaveTextContent(/split 4:1, seen .*: levels in new shares/);
  });

  it('says where a rule that fired watches again', async () => {
    const { screen } = await edit();
    const often = screen.getByRole('combobox', { name: 'How often', exact: true });
    await often.selectOptions('everyTime');
    const group = screen.getByRole('group', { name: 'May fire again', exact: true });
    await expect
      .element(group)
      .toHaveTextContent(/again when Price is at or below 199.60 or Price is at or above 200.40/);
    await screen.getByRole('combobox', { name: 'How', exact: true }).selectOptions('greaterThan');
    await screen.getByRole('textbox', { name: 'after it moved back by %' }).fill('1');
    await expect.element(group).toHaveTextContent(/again when Price is at or below 198.00\./);
  });

  it('names the numbers that are percentages', async () => {
    const { screen } = await edit();
    await screen.getByRole('combobox', { name: 'What', exact: true }).selectOptions('change');
    await expect.element(screen.getByRole('textbox', { name: 'Level (%)' })).toBeVisible();
    await screen
      .getByRole('combobox', { name: 'How', exact: true })
      .selectOptions('movingUpPercent');
    await expect.element(screen.getByRole('textbox', { name: 'By (%)' })).toBeVisible();
  });

  it('says what is to be corrected and keeps nothing until then', async () => {
    const { screen } = await edit();
    const level = screen.getByRole('textbox', { name: 'Level' });
    await level.fill('two hundred');
    await expect.element(level).toHaveAttribute('aria-invalid', 'true');
    await expect
      .element(screen.getByText('To correct: condition 1: write a number.'))
      .toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Watch', exact: true })).toBeDisabled();
    await screen.getByRole('combobox', { name: 'How', exact: true }).selectOptions('insideChannel');
    await screen.getByRole('textbox', { name: 'From' }).fill('5');
    await screen.getByRole('textbox', { name: 'To', exact: true }).fill('4');
    await expect.element(screen.getByText(/lower end must be below/)).toBeVisible();
  });

  it('joins up to five conditions', async () => {
    const { screen } = await edit();
    const add = screen.getByRole('button', { name: 'Add a condition' });
    for (let more = 0; more < 4; more++) await add.click();
    await expect.element(add).not.toBeInTheDocument();
    expect(screen.getByRole('group', { name: /^Condition \d$/ }).elements()).toHaveLength(5);
    await screen.getByRole('button', { name: 'Take condition 5 away' }).click();
    await expect.element(add).toBeVisible();
  });

  it('compares the price with an indicator', async () => {
    const { main, screen } = await edit();
    await screen.getByRole('checkbox', { name: 'Against a price or indicator' }).click();
    await expect.element(screen.getByText(/Price crosses EMA \d+ \(D\)/)).toBeVisible();
    await screen.getByRole('button', { name: 'Watch', exact: true }).click();
    const [kept] = main.argsOf('alerts.create') as { rule: RuleDraft }[];
    expect(kept?.rule.watch).toMatchObject({
      conditions: [{ value: { kind: 'indicator', indicator: 'ema', interval: 'D' } }],
    });
  });

  it('takes an indicator for an end of a channel', async () => {
    const { main, screen } = await edit();
    await screen
      .getByRole('combobox', { name: 'How', exact: true })
      .selectOptions('exitingChannel');
    await screen.getByRole('checkbox', { name: 'From: against a price or indicator' }).click();
    await screen.getByRole('textbox', { name: 'To', exact: true }).fill('500');
    await screen.getByRole('button', { name: 'Watch', exact: true }).click();
    const [kept] = main.argsOf('alerts.create') as { rule: RuleDraft }[];
    expect(kept?.rule.watch).toMatchObject({
      conditions: [
        { op: 'exitingChannel', low: { kind: 'indicator', indicator: 'ema' }, high: 500 },
      ],
    });
  });

  it('looks at another instrument too, of the lists or any', async () => {
    const { main, screen } = await edit();
    const of = screen.getByRole('combobox', { name: 'Of', exact: true });
    await of.selectOptions(BOLT);
    await expect.element(screen.getByText(/ACME: Price of 02345 crosses 200.00/)).toBeVisible();
    await of.selectOptions('another');
    await screen.getByRole('combobox', { name: 'Instrument' }).fill('Deltatron');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText(/ACME: Price of DELT crosses 200.00/)).toBeVisible();
    await screen.getByRole('button', { name: 'Watch', exact: true }).click();
    const [kept] = main.argsOf('alerts.create') as { rule: RuleDraft }[];
    expect(kept?.rule.watch).toMatchObject({
      target: { instrument: ACME },
      conditions: [{ of: { kind: 'price', instrument: 'XNAS:DELT' } }],
    });
  });

  it('begins in the level, and keeps the rule on Enter', async () => {
    const { desk, main, screen } = await edit();
    await expect.element(screen.getByRole('textbox', { name: 'Level' })).toHaveFocus();
    await userEvent.keyboard('212{Enter}');
    await expect.poll(() => desk.alerts.rules.length).toBe(1);
    await expect.poll(() => document.querySelector('dialog')?.open).toBe(false);
    const [kept] = main.argsOf('alerts.create') as { rule: RuleDraft }[];
    expect(kept?.rule.watch).toMatchObject({ conditions: [{ op: 'crossing', value: 212 }] });
    const notice = desk.notices.all.at(-1);
    expect(notice?.text).toBe('Watching: ACME: Price crosses 212.00');
    notice?.action?.run();
    await expect.poll(() => desk.alerts.rules).toEqual([]);
  });

  it('keeps nothing on Enter before it is whole', async () => {
    const { main, screen } = await edit();
    await screen.getByRole('textbox', { name: 'Level' }).fill('');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(screen.getByText('To correct: condition 1: write a number.'))
      .toBeVisible();
    expect(main.argsOf('alerts.create')).toEqual([]);
  });

  it('closes on Escape and keeps nothing', async () => {
    const { desk, main } = await edit();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => desk.alerts.editing).toBeNull();
    expect(main.argsOf('alerts.create')).toEqual([]);
  });
});

import { type Condition, PRICE } from '../../shared/domain/alert/alert-condition';
import { draftFor, draftOn, type RuleDraft } from '../../shared/domain/alert/alert-rule';
import { type MuteChoice, muteEnd } from '../../shared/domain/alert/mute';
import { createZoneClock } from '../../shared/domain/calendar/zone-clock';
import { isInstrumentId } from '../../shared/domain/instrument/instrument';
import type { AlertRuleResult } from '../../shared/ipc/alerts-contract';
import type { Desk } from '../../state/desk.svelte';
import { ruleWords } from './rule-words';

const USUAL_FALL_PERCENT = -5;

/** Opens the editor for a new rule on an instrument: at a price, or at the last one. */
export function startRule(desk: Desk, symbol: string, price?: number): void {
  if (!isInstrumentId(symbol)) return;
  const value = price ?? desk.quotes.get(symbol)?.price ?? 0;
  const condition: Condition = { of: PRICE, op: 'crossing', value };
  desk.alerts.editing = { id: null, draft: draftFor(symbol, condition) };
}

/** Opens the editor for a new rule on each of a list; prices of several have no level in common. */
export function startRuleOnList(desk: Desk, listId: number): void {
  const condition: Condition = {
    of: { kind: 'change', instrument: null },
    ...{ op: 'lessThan', value: USUAL_FALL_PERCENT },
  };
  desk.alerts.editing = { id: null, draft: draftOn({ kind: 'list', listId }, condition) };
}

/** Opens the editor for a new rule on the charted instrument, where its crosshair is out at its price. */
export function startRuleAtCrosshair(desk: Desk): void {
  const price = desk.replay.active ? null : desk.charts.active.crosshair.price;
  startRule(desk, desk.settings.current.charted, price ?? undefined);
}

/** Keeps a rule; a new one can be taken back. @returns whether it was kept */
export async function keepRule(desk: Desk, id: number | null, draft: RuleDraft): Promise<boolean> {
  const { alerts, notices, t } = desk;
  const result = id === null ? await alerts.create(draft) : await alerts.update(id, draft);
  if (!result.ok) {
    notices.showError(refusalWords(desk, result));
    return false;
  }
  const kept = t.alerts.kept(ruleWords(desk, draft));
  const takeBack = (): void => void alerts.remove([result.rule.id]);
  notices.show(kept, id === null ? { label: t.alerts.undo, run: takeBack } : null);
  return true;
}

/** Moves the level of a rule to where its line was dragged. */
export async function moveLevel(
  desk: Desk,
  id: number,
  conditionIndex: number,
  end: 'value' | 'low' | 'high',
  price: number,
): Promise<void> {
  const rule = desk.alerts.rule(id);
  if (rule?.watch.kind !== 'market') return;
  const conditions = rule.watch.conditions.map((condition, index) =>
    index === conditionIndex ? ({ ...condition, [end]: price } as Condition) : condition,
  );
  const { expiresAt, note, watch } = rule;
  const draft: RuleDraft = { watch: { ...watch, conditions }, expiresAt, note };
  const result = await desk.alerts.update(id, draft);
  if (!result.ok) desk.notices.showError(refusalWords(desk, result));
  else desk.notices.show(desk.t.alerts.lineMoved(ruleWords(desk, draft)));
}

export async function removeRules(desk: Desk, ids: readonly number[]): Promise<void> {
  const { notices, t } = desk;
  const restore = await desk.alerts.remove(ids);
  notices.show(t.alerts.removed(ids.length), { label: t.alerts.undo, run: () => void restore() });
}

/** Tells of no alert for so long. */
export function mute(desk: Desk, choice: MuteChoice): void {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  void desk.alerts.mute(muteEnd(choice, createZoneClock(timeZone), desk.now()));
}

function refusalWords(desk: Desk, result: Extract<AlertRuleResult, { ok: false }>): string {
  const t = desk.t.alerts;
  return result.reason === 'too-many' ? t.tooMany : t.ruleGone;
}

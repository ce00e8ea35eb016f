/** Why something is no alert rule. */
export const RULE_FAULTS = [
  'not-an-object',
  'hostile-key',
  'unknown-field',
  'bad-symbol',
  'bad-list',
  'unknown-list',
  'ambiguous-list',
  'no-target',
  'no-conditions',
  'too-many-conditions',
  'unknown-operator',
  'unknown-measure',
  'unknown-indicator',
  'bad-parameters',
  'unknown-output',
  'unknown-interval',
  'bad-announcement',
  'not-a-number',
  'not-above-zero',
  'channel-upside-down',
  'bad-bars',
  'unknown-trigger',
  'unknown-session',
  'bad-rearm',
  'bad-date',
  'bad-note',
  'bad-filter',
] as const;
export type RuleFaultKind = (typeof RULE_FAULTS)[number];

/** `where` names the place: `all[0].op`, empty for the rule itself. Never holds a value. */
export interface RuleFault {
  readonly fault: RuleFaultKind;
  readonly where: string;
}

/** Carries a fault out of the readers of rules; never leaves this folder. */
export class RuleRefusal extends Error {
  constructor(readonly fault: RuleFault) {
    super(`${fault.where}: ${fault.fault}`);
  }
}

/** @throws RuleRefusal always */
export function refuseRule(fault: RuleFaultKind, where: string): never {
  throw new RuleRefusal({ fault, where });
}

/** @throws RuleRefusal for what is no plain object */
export function fieldsOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuseRule('not-an-object', where);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** @throws RuleRefusal for what is no finite number */
export function numberAt(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return refuseRule('not-a-number', where);
}

/** One of `choices`. @throws RuleRefusal */
export function choiceAt<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  fault: RuleFaultKind,
  where: string,
): Choice {
  return choices.find((choice) => choice === value) ?? refuseRule(fault, where);
}

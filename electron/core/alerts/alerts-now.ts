import type { AlertRule } from '../../../src/shared/domain/alert/alert-rule';
import type { AlertMute, Firing } from '../../../src/shared/domain/alert/firing';

/** Everything about alerts that is shown all the time. */
export interface AlertsNow {
  /** Rises with every change. */
  readonly revision: number;
  readonly rules: readonly AlertRule[];
  readonly unseen: number;
  readonly mute: AlertMute;
}

export interface AlertFiredNow {
  readonly revision: number;
  readonly firing: Firing;
  readonly unseen: number;
}

export type RuleAnswer =
  | { readonly ok: true; readonly rule: AlertRule }
  | { readonly ok: false; readonly reason: 'too-many' | 'unknown-rule' };

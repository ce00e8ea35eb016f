import type { RuleProgress } from '../../../src/shared/domain/alert/advance-rule';
import type { AlertRule, RuleDraft } from '../../../src/shared/domain/alert/alert-rule';
import type {
  AlertMute,
  AlertTick,
  DeliveryState,
  Firing,
  NewFiring,
} from '../../../src/shared/domain/alert/firing';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';

/** What has become of a rule on one instrument, as it is stored. */
export interface StoredProgress extends RuleProgress {
  readonly ruleId: number;
  /** Of the rule; what another revision saw counts no more. */
  readonly revision: number;
  readonly instrument: InstrumentId;
  /** The last price that it heard; null before the first. */
  readonly last: LastPrice | null;
}

/** A price with the number of its session, see `EngineTick`. */
export interface LastPrice extends AlertTick {
  readonly session: number;
}

export interface AlertCommit {
  readonly progress: readonly StoredProgress[];
  readonly firings: readonly {
    readonly firing: NewFiring;
    readonly delivery: DeliveryState;
    /** Prices around it, oldest first. */
    readonly ticks: readonly AlertTick[];
    /** By what a search finds it. */
    readonly words: string;
  }[];
  /** Rules that are done. */
  readonly ended: readonly { readonly ruleId: number; readonly ended: 'fired' | 'split' }[];
  /** What else changes of rules in the same step; nothing where it is left out. */
  readonly patches?: readonly PatchedRule[];
}

/** What may be changed of a rule. */
export type RulePatch = Partial<
  Pick<AlertRule, keyof RuleDraft | 'revision' | 'enabled' | 'ended' | 'splits' | 'held'>
>;

export interface NewRule {
  readonly draft: RuleDraft;
  readonly enabled: boolean;
}

export interface PatchedRule {
  readonly id: number;
  readonly patch: RulePatch;
}

export interface FiringsQuery {
  /** Empty for all. */
  readonly text: string;
  readonly ruleId?: number | undefined;
  readonly instrument?: InstrumentId | undefined;
  readonly unseen?: boolean | undefined;
  readonly late?: boolean | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/**
 * Where rules and firings are kept. What a method wrote is on the disk when it returns; each is all or
 * nothing.
 *
 * @throws what the store throws (disk full, input/output error)
 */
export interface AlertRepository {
  /** In the order in which they were made, removed ones left out. */
  rules(): readonly AlertRule[];
  add(drafts: readonly NewRule[], createdAt: number): readonly AlertRule[];
  patch(patches: readonly PatchedRule[]): void;
  remove(ids: readonly number[], at: number): void;
  restore(ids: readonly number[]): void;
  /** What was removed in an earlier run. */
  forgetRemoved(): void;

  progress(): readonly StoredProgress[];
  /** @returns the firings that were not known by their key before, with what the store added */
  commit(commit: AlertCommit): readonly Firing[];

  /** The newest first. */
  firings(query: FiringsQuery): { readonly firings: readonly Firing[]; readonly total: number };
  firing(id: number): Firing | null;
  /** Prices around a firing, oldest first. */
  ticks(firingId: number): readonly AlertTick[];
  /** Firings of which nobody was told yet, oldest first. */
  pending(): readonly Firing[];
  /** Firings that wait for the end of the quiet hours, oldest first. */
  held(): readonly Firing[];
  /** Ends what {@link handOver} noted of them. */
  setDelivery(ids: readonly number[], state: DeliveryState): void;
  /**
   * Gives the message about these firings to somebody else and notes who has it, in one transaction:
   * `write` is its last step but the commit, so that a kill can hardly come between the two. Only the
   * newest of such notes are kept.
   *
   * @param write - false where the message did not go out; there is no note then
   */
  handOver(ids: readonly number[], holder: string, write: () => boolean): void;
  /** Nobody has the message about these firings any more. */
  takeBack(ids: readonly number[]): void;
  /** Who has the message, by the id of the firing. */
  handedOver(): ReadonlyMap<number, string>;
  /** @param ids - null for all */
  acknowledge(ids: readonly number[] | null, at: number): void;
  /** Firings that are not acknowledged. */
  unseen(): number;

  mute(): AlertMute;
  setMute(mute: AlertMute): void;
}

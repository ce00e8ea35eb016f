import type { EngineFiring } from '../../../src/shared/domain/alert/engine/engine-firing';
import type {
  ConditionReading,
  FiringPhase,
  NewFiring,
} from '../../../src/shared/domain/alert/firing';
import { isChannelTest, isMoveTest } from '../../../src/shared/domain/alert/alert-condition';
import type { Instrument } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';

export interface FiringCircumstances {
  /** UTC milliseconds. */
  readonly seenAt: number;
  readonly late: boolean;
  /** Names the run of the simulated market; null where prices are real. */
  readonly simulatedRun: string | null;
  readonly phase: FiringPhase;
  readonly source: MarketSource | null;
}

/** A price that is seen so much later than it was made is told as late, whoever was late. */
export const LATE_MS = 30 * 60_000;

/** What is stored of a firing. The key follows from rule, instrument and how often it fired before. */
export function recordFiring(fired: EngineFiring, how: FiringCircumstances): NewFiring {
  const { rule, instrument, at, before, after, progress } = fired;
  const run = how.simulatedRun === null ? '' : `${how.simulatedRun}/`;
  return {
    key: `${run}${rule.id}.${rule.revision}/${instrument}/${progress.fired}`,
    ruleId: rule.id,
    rule,
    instrument,
    announcementId: null,
    at,
    seenAt: how.seenAt,
    late: how.late || how.seenAt - at > LATE_MS,
    simulated: how.simulatedRun !== null,
    before,
    after,
    ageMs: Math.max(0, how.seenAt - (after?.at ?? at)),
    phase: how.phase,
    source: how.source,
    readings: fired.readings.map((reading, index) => readingOf(fired, reading, index)),
  };
}

/** Lower case; what a search in the list of firings finds it by. */
export function firingWords(instrument: Instrument | undefined, firing: NewFiring): string {
  const names = instrument ? [instrument.name.en, instrument.name.zh, ...instrument.aliases] : [];
  const words = [firing.instrument ?? '', firing.announcementId ?? '', ...names, firing.rule.note];
  return words.join(' ').toLowerCase();
}

function readingOf(
  { rule }: EngineFiring,
  { before, now }: EngineFiring['readings'][number],
  index: number,
): ConditionReading {
  const condition = rule.watch.conditions[index];
  const isFall = condition !== undefined && isMoveTest(condition) && /Down/.test(condition.op);
  return {
    before: Number.isNaN(before) ? null : before,
    value: now.value,
    level: isFall ? now.high : now.low,
    high: condition !== undefined && isChannelTest(condition) ? now.high : null,
  };
}

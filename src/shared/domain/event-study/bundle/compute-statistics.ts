import { toSessionKey } from '../../calendar/calendar-date';
import {
  reportEvent,
  reportJudgement,
  reportPanel,
  type StudyReport,
} from '../command/study-report';
import type { Distributions } from '../distributions';
import type { EventMeasure } from '../event-measure';
import { judgeEvent } from '../judge-event';
import { judgePanel } from '../judge-panel';
import { measureEvent } from '../measure-event';
import { type DatedColumn, pairReturns } from '../paired-returns';
import { measurePanel } from '../panel/measure-panel';
import { peerBasket } from '../peer-basket';
import { placeboSums } from '../placebo';
import { planStudy, type StudyPlan } from '../plan-study';
import type { DataDoubt, Judgement } from '../verdict';
import { roundNumbers } from './canonical-json';
import type { BundleEvent, BundleInput, BundleSeries, BundleStatistics } from './evidence-bundle';

/**
 * The statistics of a bundle, from its input alone. A single study steps back where its history is
 * short; in a panel such an event is left out, because a panel compares like with like.
 *
 * Sums and products follow IEEE 754, and so do square roots; distribution functions come without
 * `Math.exp` and its like. The numbers are the same on every machine.
 */
export function computeStatistics(
  input: BundleInput,
  distributions: Distributions,
): BundleStatistics {
  const isPanel = input.events.length > 1;
  const studied = input.events.map((event) => study(event, input, isPanel, distributions));
  const [first, last] = input.parameters.window;
  const panel = isPanel
    ? measurePanel(
        studied.map(({ measure }) => measure),
        last - first + 1,
        distributions,
      )
    : null;
  const doubts = [...new Set(input.events.flatMap((event) => event.doubts))].sort();
  return roundNumbers({
    events: studied.map(({ report }) => report),
    panel:
      panel === null
        ? null
        : { ...reportPanel(panel), ...reportJudgement(judgePanel(panel, doubts)) },
  });
}

interface Studied {
  readonly measure: EventMeasure;
  readonly report: StudyReport;
}

function study(
  { security, market, session, doubts }: BundleEvent,
  { series, parameters: asked }: BundleInput,
  isPanel: boolean,
  distributions: Distributions,
): Studied {
  const columnOf = (id: string): DatedColumn => closesOf(series.find((one) => one.id === id));
  const returns = pairReturns(columnOf(security), marketOf(market.map(columnOf)), 'prices');
  const plan = planStudy(returns, session, asked);
  const parameters = isPanel ? asked : plan.parameters;
  const measure = asPlanned(
    measureEvent({ returns, date: session }, parameters, distributions),
    plan,
    session,
    isPanel,
  );
  const judgement = judged(measure, plan, doubts);
  return {
    measure,
    report: {
      step: plan.step,
      available: plan.available,
      model: parameters.model,
      ...reportEvent(measure),
      placebos: placebosOf(measure),
      ...reportJudgement(judgement),
    },
  };
}

/** A session without a return is measured by no other, and a panel takes no event that steps back. */
function asPlanned(
  measure: EventMeasure,
  { step, available }: StudyPlan,
  session: string,
  isPanel: boolean,
): EventMeasure {
  if (measure.kind === 'unmeasured') return measure;
  if (measure.session !== session) {
    return { kind: 'unmeasured', reason: 'no-session', session: null, length: available };
  }
  return step === 'nothing' || (isPanel && step !== 'as-asked')
    ? { kind: 'unmeasured', reason: 'short-history', session, length: available }
    : measure;
}

function judged(measure: EventMeasure, plan: StudyPlan, doubts: readonly DataDoubt[]): Judgement {
  return judgeEvent({ measure, placeboOnly: plan.step === 'placebo-only', doubts });
}

/** Sums over the placebo windows, rising, for the picture of their distribution. */
function placebosOf(measure: EventMeasure): readonly number[] {
  if (measure.kind === 'unmeasured') return [];
  return Array.from(placeboSums(measure.residuals, measure.ar.length).sort());
}

function marketOf(columns: readonly DatedColumn[]): DatedColumn | null {
  return columns.length > 1 ? peerBasket(columns) : (columns[0] ?? null);
}

function closesOf(series: BundleSeries | undefined): DatedColumn {
  return {
    keys: Float64Array.from(series?.dates ?? [], toSessionKey),
    values: Float64Array.from(series?.closes ?? []),
  };
}

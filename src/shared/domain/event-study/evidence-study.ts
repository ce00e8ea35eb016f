import { type CalendarDate, toDate, toSessionKey } from '../calendar/calendar-date';
import { type BarColumns, lowerBound } from '../candle/bar-columns';
import type { InstrumentId } from '../instrument/instrument';
import type { MarketSource } from '../quote/quote';
import { type DataFacts, dataDoubts } from './data-doubts';
import type { Distributions } from './distributions';
import type { EventMeasure } from './event-measure';
import type { EvidenceAnswer, EvidenceQuestion, SessionGap } from './evidence-question';
import { judgeEvent } from './judge-event';
import { measureEvent } from './measure-event';
import { type DatedColumn, pairReturns } from './paired-returns';
import { FEWEST_FOR_RANK, planStudy, type StudyPlan } from './plan-study';
import { sensitivityStrip } from './sensitivity';
import {
  marketMoves,
  sessionsAround,
  type SessionContext,
  volatilityRatio,
  volumeRatio,
} from './session-context';
import type { PairedReturns, StudyParameters } from './study-spec';
import type { DataDoubt, Judgement } from './verdict';

/** Daily bars of one instrument, as a study takes them. */
export interface StudySeries {
  readonly instrument: InstrumentId;
  readonly bars: BarColumns;
  /** Closes as returns are made of them, see {@link DatedColumn}. */
  readonly closes: DatedColumn;
  readonly source: MarketSource;
}

/** Everything that one question needs. What has no bars is null. */
export interface StudyData {
  readonly security: (StudySeries & DataFacts) | null;
  readonly benchmark: DatedColumn | null;
  readonly benchmarkGaps: readonly InstrumentId[];
  readonly index: StudySeries | null;
  readonly sector: StudySeries | null;
}

/** Answers one question from the bars that there are. Nothing is asked, and nothing is kept. */
export function studyEvent(
  question: EvidenceQuestion,
  data: StudyData,
  distributions: Distributions,
): EvidenceAnswer {
  const { session, settings } = question;
  const { security, benchmark } = data;
  if (!security || security.bars.length === 0) return withoutBars(question, data);
  const { length, gap, window } = settings;
  // Without prices to compare with, its own mean is all that there is.
  const model = benchmark === null ? 'mean' : settings.model;
  const returns = pairReturns(security.closes, model === 'mean' ? null : benchmark, 'prices');
  const asked: StudyParameters = { model, estimation: { length, gap }, window };
  const sessionGap = gapAt(security.bars, session);
  const plan = planStudy(returns, session, asked);
  const study = { returns, session, plan, sessionGap, distributions };
  const measure = measured(study, plan.parameters);
  const doubts = dataDoubts(security, measure, security.source === 'simulated');
  const dayMeasure = measured(study, dayParameters(plan, measure));
  const dayJudgement = judged(study, dayMeasure, doubts);
  return {
    source: security.source,
    history: historyOf(security.bars),
    sessionGap,
    benchmarkGaps: data.benchmarkGaps,
    ...{ plan, measure, dayJudgement },
    dayTest: testOf(dayMeasure),
    windowJudgement: judged(study, measure, doubts),
    sessions: sessionsAround(security.bars, session),
    context: contextOf(question, data, study, measure),
    sensitivity: question.sensitivity
      ? sensitivityStrip(
          {
            ...{ session, model, length, gap, doubts, chosen: benchmark },
            security: security.closes,
            index: data.index && sameOr(benchmark, question, data.index),
            sector: data.sector && sameOr(benchmark, question, data.sector),
          },
          distributions,
        )
      : [],
  };
}

interface Study {
  readonly returns: PairedReturns;
  readonly session: CalendarDate;
  readonly plan: StudyPlan;
  readonly sessionGap: SessionGap | null;
  readonly distributions: Distributions;
}

/** A session without a bar is measured by no other: the next one is not the event's. */
function measured(
  { returns, session, plan, sessionGap, distributions }: Study,
  parameters: StudyParameters,
): EventMeasure {
  if (sessionGap !== null) {
    return { kind: 'unmeasured', reason: 'no-session', session: null, length: 0 };
  }
  // A few sessions give numbers, but none that mean anything.
  if (plan.step === 'nothing' && plan.available < FEWEST_FOR_RANK) {
    return { kind: 'unmeasured', reason: 'short-history', session, length: plan.available };
  }
  const measure = measureEvent({ returns, date: session }, parameters, distributions);
  if (measure.kind === 'measured' && measure.session !== session) {
    return { kind: 'unmeasured', reason: 'no-session', session: null, length: measure.length };
  }
  return measure;
}

function judged({ plan }: Study, measure: EventMeasure, doubts: readonly DataDoubt[]): Judgement {
  return judgeEvent({ measure, placeboOnly: plan.step === 'placebo-only', doubts });
}

/** The event's session alone, on the estimation window of the whole. */
function dayParameters({ parameters }: StudyPlan, measure: EventMeasure): StudyParameters {
  const window = [0, 0] as const;
  if (measure.kind === 'unmeasured') return { ...parameters, window };
  const [from, to] = measure.estimation;
  return { ...parameters, window, estimation: { from, to } };
}

function testOf(measure: EventMeasure): EvidenceAnswer['dayTest'] {
  const t = measure.kind === 'measured' ? measure.day?.t : null;
  return typeof t === 'number' && measure.kind === 'measured' ? { t, band: measure.band } : null;
}

function contextOf(
  { session, settings, sector }: EvidenceQuestion,
  { security, index, sector: sectorSeries }: StudyData,
  study: Study,
  measure: EventMeasure,
): SessionContext {
  if (!security) return NO_CONTEXT;
  const around = sessionsAround(security.bars, session);
  const moves = [
    ...(index
      ? marketMoves(index.bars, around, { role: 'index', instrument: index.instrument })
      : []),
    ...(sectorSeries && sector
      ? marketMoves(sectorSeries.bars, around, { role: 'sector', instrument: sector })
      : []),
  ];
  const first = Math.min(0, settings.window[0]);
  const before = measure.kind === 'measured' ? toDate(measure.keys[-first] ?? NaN) : session;
  return {
    moves,
    volatilityRatio:
      measure.kind === 'measured'
        ? volatilityRatio(study.returns, measure.estimation, before || session)
        : null,
    volumeRatio: volumeRatio(security.bars, session),
    sectorDay: sectorSeries ? sectorTest(study, security, sectorSeries) : null,
  };
}

/** The event's day compared with the sector, whatever the chosen benchmark. */
function sectorTest(
  study: Study,
  security: StudySeries,
  { closes }: StudySeries,
): SessionContext['sectorDay'] {
  const returns = pairReturns(security.closes, closes, 'prices');
  const asked: StudyParameters = { ...study.plan.parameters, model: 'market', window: [0, 0] };
  const plan = planStudy(returns, study.session, asked);
  if (plan.step === 'nothing') return null;
  return testOf(measured({ ...study, returns, plan }, plan.parameters));
}

/** So that the strip knows that an index is the chosen benchmark itself. */
function sameOr(
  benchmark: DatedColumn | null,
  { benchmark: chosen }: EvidenceQuestion,
  { instrument, closes }: StudySeries,
): DatedColumn | null {
  const isChosen = chosen?.kind === 'instrument' && chosen.instrument === instrument;
  return isChosen ? benchmark : closes;
}

function gapAt(bars: BarColumns, session: CalendarDate): SessionGap | null {
  const key = toSessionKey(session);
  const index = lowerBound(bars, key);
  if (bars.time[index] === key) return null;
  if (index === 0) return 'before-history';
  return index === bars.length ? 'after-history' : 'missing-bar';
}

function historyOf({ time, length }: BarColumns): EvidenceAnswer['history'] {
  return { from: toDate(time[0] as number), to: toDate(time[length - 1] as number), bars: length };
}

const NO_CONTEXT: SessionContext = {
  ...{ moves: [], volatilityRatio: null, volumeRatio: null, sectorDay: null },
};

function withoutBars(
  { session, settings }: EvidenceQuestion,
  { benchmarkGaps }: StudyData,
): EvidenceAnswer {
  const { model, length, gap, window } = settings;
  const parameters: StudyParameters = { model, estimation: { length, gap }, window };
  const nothing: Judgement = {
    ...{ verdict: 'not-enough-history', test: null, p: null, doubts: [], gap: 'no-session' },
  };
  return {
    ...{ source: null, history: null, sessionGap: 'no-bars', benchmarkGaps },
    plan: { step: 'nothing', parameters, available: 0 },
    measure: { kind: 'unmeasured', reason: 'no-session', session: null, length: 0 },
    ...{ dayJudgement: nothing, dayTest: null, windowJudgement: nothing },
    sessions: [{ offset: 0, session }],
    ...{ context: NO_CONTEXT, sensitivity: [] },
  };
}

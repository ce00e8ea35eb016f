import type { CalendarDate } from '../calendar/calendar-date';
import type { Distributions } from './distributions';
import { judgeEvent } from './judge-event';
import { measureEvent } from './measure-event';
import { type DatedColumn, pairReturns } from './paired-returns';
import { planStudy } from './plan-study';
import type { EventWindow, PairedReturns, StudyModel, StudyParameters } from './study-spec';
import type { DataDoubt, Verdict } from './verdict';

/** What a cell of the strip compares with. */
export const SENSITIVITY_ROWS = [
  'chosen',
  'index',
  'sector',
  'market-adjusted',
  'mean',
  'shorter',
] as const;
export type SensitivityRow = (typeof SENSITIVITY_ROWS)[number];

/** Event windows that are judged beside the chosen one. */
export const SENSITIVITY_WINDOWS: readonly EventWindow[] = [
  [0, 0],
  [0, 1],
  [-1, 1],
  [-5, 5],
  [0, 10],
];

/** The verdict of other choices than those that were made. */
export interface SensitivityCell {
  readonly row: SensitivityRow;
  readonly window: EventWindow;
  readonly verdict: Verdict;
  readonly p: number | null;
}

export interface SensitivityInput {
  readonly security: DatedColumn;
  readonly chosen: DatedColumn | null;
  readonly index: DatedColumn | null;
  readonly sector: DatedColumn | null;
  readonly session: CalendarDate;
  readonly model: StudyModel;
  readonly length: number;
  readonly gap: number;
  readonly doubts: readonly DataDoubt[];
}

/** Part of the chosen estimation window that the row `shorter` takes. */
const SHORTER = 0.5;

/** Judges the event over all rows and windows; a row without its prices is left out. */
export function sensitivityStrip(
  input: SensitivityInput,
  distributions: Distributions,
): readonly SensitivityCell[] {
  return SENSITIVITY_ROWS.flatMap((row) => {
    const choice = CHOICES[row](input);
    if (!choice) return [];
    const returns = pairReturns(input.security, choice.market, 'prices');
    return SENSITIVITY_WINDOWS.map((window) => ({
      ...{ row, window },
      ...verdictOf(returns, choice, window, input, distributions),
    }));
  });
}

function verdictOf(
  returns: PairedReturns,
  { model, length }: Choice,
  window: EventWindow,
  { session, gap, doubts }: SensitivityInput,
  distributions: Distributions,
): Pick<SensitivityCell, 'verdict' | 'p'> {
  const asked: StudyParameters = { model, window, estimation: { length, gap } };
  const { parameters, step } = planStudy(returns, session, asked);
  const measure = measureEvent({ returns, date: session }, parameters, distributions);
  if (step === 'nothing' || measure.kind === 'unmeasured' || measure.session !== session) {
    return { verdict: 'not-enough-history', p: null };
  }
  const { verdict, p } = judgeEvent({ measure, placeboOnly: step === 'placebo-only', doubts });
  return { verdict, p };
}

interface Choice {
  readonly market: DatedColumn | null;
  readonly model: StudyModel;
  readonly length: number;
}

type Chooser = (input: SensitivityInput) => Choice | null;

const CHOICES: Readonly<Record<SensitivityRow, Chooser>> = {
  chosen: (input) => asChosen(input, input.length),
  index: (input) => against(input.index, input),
  sector: (input) => against(input.sector, input),
  'market-adjusted': ({ model, chosen, index, length }) =>
    model === 'market-adjusted' ? null : withMarket(chosen ?? index, 'market-adjusted', length),
  mean: ({ model, length }) => (model === 'mean' ? null : { market: null, model: 'mean', length }),
  shorter: (input) => asChosen(input, Math.round(input.length * SHORTER)),
};

function asChosen({ model, chosen }: SensitivityInput, length: number): Choice | null {
  return model === 'mean' ? { market: null, model, length } : withMarket(chosen, model, length);
}

/** Another benchmark than the chosen one; a model without one is given one. */
function against(market: DatedColumn | null, { chosen, model, length }: SensitivityInput) {
  if (model === 'mean') return withMarket(market, 'market', length);
  return market === chosen ? null : withMarket(market, model, length);
}

function withMarket(market: DatedColumn | null, model: StudyModel, length: number): Choice | null {
  return market && { market, model, length };
}

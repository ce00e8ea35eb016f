import type { ChartPlot, ChartStudy } from '../../../chart/overlay-types';
import {
  STUDY_COLOURS,
  type StudyChoice,
  type StudyColour,
} from '../../../shared/domain/chart/study-choice';
import { BOLLINGER } from '../../../shared/domain/indicators/bollinger';
import { findIndicator } from '../../../shared/domain/indicators/indicator-catalogue';
import { VWAP } from '../../../shared/domain/indicators/vwap';

/** `#rrggbb` of each colour, and of bars that tell a direction. */
export interface StudyPaint {
  readonly of: Readonly<Record<StudyColour, string>>;
  readonly up: string;
  readonly down: string;
}

interface PlotSpec {
  readonly kind: ChartPlot['kind'];
  /** Indices of the indicator's outputs. */
  readonly outputs: readonly number[];
}

const PRICE_PANE = 'price';
const BAND_EDGE_PX = 1;
/** The middle is drawn over the band between the two others. */
const BANDS: readonly PlotSpec[] = [
  { kind: 'band', outputs: [1, 2] },
  { kind: 'line', outputs: [0] },
];

/** In the order in which they are drawn: bars first, so that lines lie over them. */
function specsOf(indicator: string): readonly PlotSpec[] {
  if (indicator === BOLLINGER.id) return BANDS;
  const specs = (findIndicator(indicator)?.outputs ?? []).map(({ shape }, index): PlotSpec => ({
    kind: shape,
    outputs: [index],
  }));
  return specs.toSorted((one, other) => rankOf(one) - rankOf(other));
}

const rankOf = ({ kind }: PlotSpec): number => (kind === 'histogram' ? 0 : 1);

/** The outputs of an indicator in the order of the columns of its plots. */
export function columnOrder(indicator: string): readonly number[] {
  return specsOf(indicator).flatMap(({ outputs }) => outputs);
}

/** Whether a study has a pane of its own. */
export function hasOwnPane(indicator: string): boolean {
  return findIndicator(indicator)?.placement === 'pane';
}

/** Colour of an output; `direction` where its sign has one. Bands are of one colour. */
export function outputColour(
  { indicator, colour }: Pick<StudyChoice, 'indicator' | 'colour'>,
  output: number,
): StudyColour | 'direction' {
  if (findIndicator(indicator)?.outputs[output]?.shape === 'histogram') return 'direction';
  if (indicator === BOLLINGER.id) return colour;
  const first = STUDY_COLOURS.indexOf(colour);
  return STUDY_COLOURS[(first + output) % STUDY_COLOURS.length] as StudyColour;
}

/**
 * A study as the chart draws it. One that is hidden or has nothing to show keeps its pane, in which
 * its name stands.
 *
 * @param outputs - as computed; empty where there is nothing to show
 * @param scales - whether the price axis makes room for it where it lies over the bars
 */
export function chartStudyOf(
  choice: StudyChoice,
  outputs: readonly Float64Array[],
  paint: StudyPaint,
  format: (value: number) => string,
  scales: boolean,
): ChartStudy {
  const { key, indicator } = choice;
  const described = findIndicator(indicator);
  const pane = hasOwnPane(indicator) ? key : PRICE_PANE;
  const isShown = outputs.length > 0;
  const range = described?.range;
  return {
    id: key,
    pane,
    scales,
    format,
    plots: isShown ? specsOf(indicator).map((spec) => plotOf(choice, spec, outputs, paint)) : [],
    guides: isShown ? (described?.guides ?? []) : [],
    ...(range ? { range: [range.min, range.max] as const } : {}),
  };
}

function plotOf(
  choice: StudyChoice,
  { kind, outputs }: PlotSpec,
  columns: readonly Float64Array[],
  paint: StudyPaint,
): ChartPlot {
  const values = outputs.map((at) => columns[at] as Float64Array);
  const colour = outputColour(choice, outputs[0] as number);
  if (colour === 'direction') {
    return { kind, values, colour: paint.up, negativeColour: paint.down, fading: true };
  }
  const width = kind === 'band' ? { width: BAND_EDGE_PX } : {};
  const perSession = choice.indicator === VWAP.id ? { perSession: true } : {};
  return { kind, values, colour: paint.of[colour], ...width, ...perSession };
}

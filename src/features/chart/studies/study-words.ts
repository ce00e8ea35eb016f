import type { AnnouncementSummary } from '../../../shared/domain/announcement/announcement';
import { describeStudy, type StudyChoice } from '../../../shared/domain/chart/study-choice';
import {
  findIndicator,
  type ParameterFault,
} from '../../../shared/domain/indicators/indicator-catalogue';
import { ANCHORED_VWAP } from '../../../shared/domain/indicators/vwap';
import type { StudiesMessages } from '../../../shared/i18n/desk/en/studies';
import type { FormatsState } from '../../../state/formats-state.svelte';

/** What an indicator is called where there is room. */
export function indicatorName(indicator: string, t: StudiesMessages): string {
  return t.indicators[indicator]?.name ?? indicator;
}

export function shortName(indicator: string, t: StudiesMessages): string {
  return t.indicators[indicator]?.short ?? indicator;
}

/** `SMA 20`, `MACD 12 26 9`, `Anchored VWAP since 18 May 2016`. */
export function studyTitle(
  { indicator, params }: Pick<StudyChoice, 'indicator' | 'params'>,
  anchor: Pick<AnnouncementSummary, 'date' | 'precision'> | undefined,
  t: StudiesMessages,
  formats: Pick<FormatsState, 'imprecise'>,
): string {
  const name = shortName(indicator, t);
  if (indicator === ANCHORED_VWAP.id) {
    return anchor ? `${name} ${t.since(formats.imprecise(anchor.date, anchor.precision))}` : name;
  }
  const values = describeStudy(indicator)?.parameters.map(({ id }) => params[id]) ?? [];
  return [name, ...values].join(' ');
}

/** What a value of an indicator with several is called; null of one with a single value. */
export function outputName(indicator: string, output: string, t: StudiesMessages): string | null {
  const index = findIndicator(indicator)?.outputs.findIndex(({ id }) => id === output) ?? -1;
  return t.outputs[indicator]?.[index] ?? null;
}

/** What is wrong with a parameter, for whoever wrote it. */
export function faultWords(fault: ParameterFault, t: StudiesMessages): string {
  switch (fault.fault) {
    case 'out-of-bounds':
      return t.outOfBounds(String(fault.min), String(fault.max));
    case 'not-whole':
      return t.notWhole;
    case 'not-ascending':
      return t.notAscending(
        t.parameters[fault.id] ?? fault.id,
        t.parameters[fault.other] ?? fault.other,
      );
    case 'not-a-number':
    case 'unknown':
      return t.notANumber;
  }
}

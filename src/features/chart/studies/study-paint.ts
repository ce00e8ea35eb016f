import { STUDY_COLOURS, type StudyColour } from '../../../shared/domain/chart/study-choice';
import type { StudyPaint } from './study-plots';

/** The studies' colours out of the design tokens as they stand at the chart's element. */
export function readStudyPaint(host: HTMLElement): StudyPaint {
  const style = getComputedStyle(host);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const of = Object.fromEntries(
    STUDY_COLOURS.map((colour) => [colour, token(`study-${colour}`)]),
  ) as Record<StudyColour, string>;
  return { of, up: token('up'), down: token('down') };
}

import type { Distributions } from '../distributions';
import type { EventMeasure } from '../event-measure';
import { measureEvent } from '../measure-event';
import type { EventSubject, StudyParameters } from '../study-spec';
import { panelSteps } from './measure-panel';
import type { PanelMeasure } from './panel-measure';

export interface PanelSpec {
  readonly subjects: readonly EventSubject[];
  readonly parameters: StudyParameters;
}

export interface PanelTools {
  readonly distributions: Distributions;
  /** Lets others have their turn; awaited between steps of a few milliseconds. */
  readonly pause: () => Promise<void>;
}

export type PanelOutcome =
  | {
      readonly kind: 'done';
      /** In the order of the subjects. */
      readonly events: readonly EventMeasure[];
      readonly panel: PanelMeasure;
    }
  | { readonly kind: 'cancelled' };

/** Events that are measured in one step. */
const EVENTS_A_STEP = 50;
/** What of the whole the measuring of the events takes, about. */
const EVENTS_PART = 0.5;

/**
 * Measures a panel in steps, so that its process stays free for other work.
 *
 * @param onProgress - told the part done, 0 to 1, never falling
 * @param signal - an `AbortSignal`; looked at after each step
 */
export async function runPanel(
  { subjects, parameters }: PanelSpec,
  { distributions, pause }: PanelTools,
  onProgress: (part: number) => void,
  signal: { readonly aborted: boolean },
): Promise<PanelOutcome> {
  const events: EventMeasure[] = [];
  for (let index = 0; index < subjects.length; index++) {
    events.push(measureEvent(subjects[index] as EventSubject, parameters, distributions));
    if (events.length % EVENTS_A_STEP !== 0) continue;
    onProgress((EVENTS_PART * events.length) / subjects.length);
    await pause();
    if (signal.aborted) return { kind: 'cancelled' };
  }
  const [first, last] = parameters.window;
  const steps = panelSteps(events, last - first + 1, distributions);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      onProgress(1);
      return { kind: 'done', events, panel: step.value };
    }
    onProgress(EVENTS_PART + (1 - EVENTS_PART) * step.value);
    await pause();
    if (signal.aborted) return { kind: 'cancelled' };
  }
}

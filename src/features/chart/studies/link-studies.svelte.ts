import { untrack } from 'svelte';
import type { ChartController } from '../../../chart/chart-controller';
import type { HoveredBar } from '../../../chart/chart-types';
import { MAX_OWN_PANES } from '../../../chart/overlay-types';
import type { StudyChoice } from '../../../shared/domain/chart/study-choice';
import { type StudyAnchor, type StudyGap, studyGap } from '../../../shared/domain/chart/study-gap';
import { ANCHORED_VWAP } from '../../../shared/domain/indicators/vwap';
import { VOLUME_PROFILE } from '../../../shared/domain/indicators/volume-profile';
import type { Chart } from '../../../state/chart.svelte';
import type { StudyReading } from '../../../state/chart-studies.svelte';
import type { Desk } from '../../../state/desk.svelte';
import { linkProfile } from './link-profile.svelte';
import { anchorTime } from './study-anchor';
import { studyFigure } from './study-figures';
import { readStudyPaint } from './study-paint';
import { chartStudyOf, hasOwnPane } from './study-plots';
import { StudyRuns, type WantedRun } from './study-runs';

/** What a chart tells its studies. */
export interface StudiesLink {
  /** It has taken a live bar. */
  tick(): void;
  /** The legend speaks of this bar. */
  point(bar: HoveredBar | null): void;
  /** It has been painted: its panes may stand elsewhere. */
  painted(): void;
  /** A user has moved the line between two panes. */
  resized(shares: ReadonlyMap<string, number>): void;
}

/** A study as far as it is known before anything is computed. */
interface Judged {
  readonly choice: StudyChoice;
  readonly anchor: StudyAnchor | null;
  readonly gap: StudyGap | null;
}

/**
 * Draws the desk's studies on one chart and keeps their values. To be called while its component is
 * made, behind the effect that gives the chart its bars.
 */
export function linkStudies(
  controller: () => ChartController | null,
  host: () => HTMLElement,
  chart: Chart,
  desk: Desk,
): StudiesLink {
  const { series, studies } = chart;
  const runs = new StudyRuns();
  /** Of the bar that the legend speaks of; the last session of the candle. */
  let index: number | null = null;
  let judged: readonly Judged[] = [];

  const choices = $derived(desk.studies.all.filter(({ indicator }) => !isProfile(indicator)));
  const decimals = $derived(
    (series.instrument && desk.instruments.get(series.instrument)?.priceDecimals) ?? 2,
  );
  const paint = $derived.by(() => {
    const { theme, current } = desk.settings;
    const upColour = desk.settings.upColourOf(series.instrument);
    if (!controller() || !theme || !upColour || !current.directionPalette) return null;
    return readStudyPaint(host());
  });
  linkProfile(controller, chart, desk, () => paint);

  $effect(() => {
    const shares = desk.studies.all.flatMap(({ key, share }) =>
      share === null ? [] : [[key, share] as const],
    );
    controller()?.setPaneShares(new Map(shares));
  });

  $effect(() => {
    const drawn = controller();
    const colours = paint;
    const { bars: read, interval } = series;
    const { scalePriceOnly } = desk.settings.current;
    if (drawn === null || colours === null) return;
    const bars = drawn.bars ?? read;
    judged = judge(choices, (choice) => {
      const anchor = isAnchored(choice) ? anchorTime(choice, desk.timeline, series) : null;
      return { choice, anchor, gap: studyGap(choice, bars, interval, anchor) };
    });
    runs.arrange(judged.flatMap(wantedOf), { read, calendar: series.calendar ?? undefined }, bars);
    drawn.setStudies(
      judged.map(({ choice }) =>
        chartStudyOf(
          choice,
          runs.outputsOf(choice.key),
          colours,
          studyFigure(choice.indicator, decimals, desk.formats),
          !scalePriceOnly,
        ),
      ),
    );
    untrack(tell);
  });

  function tell(): void {
    const length = controller()?.bars?.length ?? 0;
    const readings = judged.map(({ choice, gap }): [string, StudyReading] => {
      if (gap !== null || choice.hidden) return [choice.key, { values: [], gap }];
      if (length > 0 && !runs.hasValues(choice.key)) {
        return [choice.key, { values: [], gap: 'too-few-bars' }];
      }
      return [choice.key, { values: runs.valuesAt(choice.key, index ?? -1), gap: null }];
    });
    studies.read(new Map(readings));
  }

  return {
    tick() {
      const drawn = controller();
      if (!drawn?.bars || judged.length === 0) return;
      drawn.updateStudies(runs.tick(drawn.bars));
      tell();
    },
    point(bar) {
      index = bar === null ? null : bar.index + bar.sessions - 1;
      if (judged.length > 0) tell();
    },
    painted() {
      studies.place(controller()?.ownPanes() ?? []);
    },
    resized(shares) {
      void desk.studies.resize(shares);
    },
  };
}

const isProfile = (indicator: string): boolean => indicator === VOLUME_PROFILE.id;
const isAnchored = ({ indicator }: StudyChoice): boolean => indicator === ANCHORED_VWAP.id;

/** Panes are given in the order of the list, as long as there are any. */
function judge(
  choices: readonly StudyChoice[],
  look: (choice: StudyChoice) => Judged,
): readonly Judged[] {
  let panes = 0;
  return choices.map((choice) => {
    const takesPane = hasOwnPane(choice.indicator);
    if (takesPane) panes++;
    if (takesPane && panes > MAX_OWN_PANES) return { choice, anchor: null, gap: 'no-pane' };
    return look(choice);
  });
}

function wantedOf({ choice, anchor, gap }: Judged): readonly WantedRun[] {
  const { key, indicator, params, hidden } = choice;
  if (hidden || gap !== null) return [];
  if (!isAnchored(choice)) return [{ key, indicator, params }];
  if (anchor === null || 'gap' in anchor) return [];
  return [{ key, indicator, params: { anchor: anchor.time } }];
}

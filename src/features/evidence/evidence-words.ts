import { FEWEST_FOR_RANK } from '../../shared/domain/event-study/plan-study';
import type { QualifiedVerdict } from '../../shared/domain/event-study/confounders';
import type {
  Benchmark,
  EvidenceAnswer,
  EvidenceQuestion,
} from '../../shared/domain/event-study/evidence-question';
import type { Verdict } from '../../shared/domain/event-study/verdict';
import type { EvidenceMessages } from '../../shared/i18n/desk/en/evidence';
import type { Desk } from '../../state/desk.svelte';

/** How a verdict looks; never colour alone, the words stand beside it. */
export function verdictTone(verdict: Verdict): 'calm' | 'unusual' | 'open' | 'doubt' {
  switch (verdict) {
    case 'fits-chance':
      return 'calm';
    case 'unusual':
      return 'unusual';
    case 'not-enough-history':
      return 'open';
    case 'data-in-doubt':
      return 'doubt';
  }
}

/** The verdict in words, with what was counted. */
export function verdictText({ verdict, loweredBy }: QualifiedVerdict, t: EvidenceMessages): string {
  const words = t.verdicts[verdict];
  return loweredBy === null ? words : `${words} ${t.lowered[loweredBy]}`;
}

/** Why less than was asked for was measured, or nothing; empty where all of it was. */
export function shortfallText(
  { settings }: EvidenceQuestion,
  answer: EvidenceAnswer,
  { t: { evidence: t }, formats }: Pick<Desk, 't' | 'formats'>,
): string {
  const { plan, sessionGap, dayJudgement } = answer;
  if (sessionGap !== null) return t.sessionGaps[sessionGap];
  const length = formats.count(plan.available);
  switch (plan.step) {
    case 'nothing':
      return plan.available < FEWEST_FOR_RANK
        ? t.steps.nothing(length, formats.count(FEWEST_FOR_RANK))
        : gapText(answer, t);
    case 'shorter-window':
      return t.steps['shorter-window'](length, formats.count(settings.length));
    case 'market-adjusted':
      return t.steps['market-adjusted'](length);
    case 'placebo-only':
      return t.steps['placebo-only'](length);
    case 'as-asked':
      return dayJudgement.gap === null ? '' : gapText(answer, t);
  }
}

function gapText({ dayJudgement, windowJudgement }: EvidenceAnswer, t: EvidenceMessages): string {
  const gap = dayJudgement.gap ?? windowJudgement.gap;
  return gap === null ? '' : t.gaps[gap];
}

/** What a question compares with, by name. */
export function benchmarkText(
  benchmark: Benchmark | null,
  { instruments, settings, t }: Pick<Desk, 'instruments' | 'settings' | 't'>,
): string {
  if (benchmark === null) return t.evidence.models.mean;
  if (benchmark.kind === 'instrument') {
    return instruments.nameOf(benchmark.instrument, settings.locale);
  }
  return benchmark.instruments
    .map((id) => instruments.nameOf(id, settings.locale))
    .join(t.timeline.listSeparator);
}

/** `+0.06`: an event's session, counted from its own. */
export function offsetText(offset: number): string {
  if (offset === 0) return '0';
  return offset > 0 ? `+${offset}` : `\u2212${-offset}`;
}

/** A statistic with two decimals and a true minus; a dash for what is not defined. */
export function statisticText(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  return `${value < 0 ? '\u2212' : ''}${Math.abs(value).toFixed(2)}`;
}

/** A value on an axis, with no more decimals than it needs: `+10 %`, `0`. */
export function tickText(value: number): string {
  const percent = Math.round(Math.abs(value) * 1e4) / 100;
  if (percent === 0) return '0';
  return `${value < 0 ? '\u2212' : '+'}${percent}\u00a0%`;
}

/** A p value as far as it says anything: `0.032`, `< 0.001`. */
export function pText(p: number | null): string {
  if (p === null || Number.isNaN(p)) return '–';
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

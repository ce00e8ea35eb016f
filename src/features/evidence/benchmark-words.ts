import type {
  EvidenceAnswer,
  EvidenceQuestion,
} from '../../shared/domain/event-study/evidence-question';
import type { Desk } from '../../state/desk.svelte';
import { benchmarkText } from './evidence-words';

/** What was compared with over how many sessions; empty where nothing was measured. */
export function comparedText(
  { benchmark, settings }: EvidenceQuestion,
  { measure, plan }: EvidenceAnswer,
  desk: Pick<Desk, 't' | 'formats' | 'instruments' | 'settings'>,
): string {
  if (measure.kind === 'unmeasured') return '';
  const t = desk.t.evidence;
  const sessions = desk.formats.count(measure.length);
  const isAlone =
    benchmark === null || settings.model === 'mean' || plan.parameters.model === 'mean';
  return isAlone ? t.alone(sessions) : t.against(benchmarkText(benchmark, desk), sessions);
}

/** Which instruments of the benchmark have no bars; empty where all have. */
export function missingText(
  { benchmarkGaps, plan }: EvidenceAnswer,
  { t, instruments, settings }: Pick<Desk, 't' | 'instruments' | 'settings'>,
): string {
  if (benchmarkGaps.length === 0) return '';
  const names = benchmarkGaps
    .map((id) => instruments.nameOf(id, settings.locale))
    .join(t.timeline.listSeparator);
  return plan.parameters.model === 'mean'
    ? t.evidence.ownMeanInstead(names)
    : t.evidence.missingBenchmark(names);
}

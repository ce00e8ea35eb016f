import type { Desk } from '../../state/desk.svelte';
import type { RoadmapWords } from './roadmap-scene';
import type { TickUnit } from './time-ticks';

/** The texts of the roadmap in the language of the desk. */
export function roadmapWords({ t, timeline, formats, settings }: Desk): RoadmapWords {
  const { locale } = settings;
  const texts = t.industry.roadmap;
  const tick = (date: string, unit: TickUnit): string => {
    if (unit === 'quarter') return texts.quarter(Math.ceil(Number(date.slice(5, 7)) / 3));
    return formats.tick(date, unit === 'week' ? 'day' : unit);
  };
  return {
    row({ company, programme, chip }) {
      if (chip) return timeline.chipName(chip.id, locale);
      if (programme) return timeline.programmeName(programme.id, locale);
      return timeline.companyName(company, locale);
    },
    claims: (count) => texts.claims(count),
    tick: (date, unit) => tick(date, unit),
    month: (date) => formats.month(date),
    stage: (stage) => t.timeline.stages[stage],
    mark: ({ claim }) =>
      [
        timeline.companyName(claim.company, locale),
        timeline.labelOf(claim, locale),
        t.timeline.stages[claim.stage],
        t.timeline.claims[claim.claim],
        formats.imprecise(claim.date, claim.precision),
        t.timeline.sources(claim.sourceCount),
        ...(claim.verified ? [] : [t.timeline.notVerified]),
      ].join(t.timeline.listSeparator),
    today: texts.today,
  };
}

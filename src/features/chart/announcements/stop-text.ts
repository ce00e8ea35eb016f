import type { Desk } from '../../../state/desk.svelte';
import type { TravelStop } from './chart-travel';

/** A stop of a travel in words, for those who hear the desk. */
export function stopText(
  stops: readonly TravelStop[],
  stop: TravelStop,
  { settings, timeline, formats, t }: Pick<Desk, 'settings' | 'timeline' | 'formats' | 't'>,
): string {
  const { announcement } = stop;
  const { locale } = settings;
  const { title } = announcement;
  return t.chartNews.stop(
    formats.count(stops.indexOf(stop) + 1),
    formats.count(stops.length),
    formats.imprecise(announcement.date, announcement.precision),
    timeline.companyName(announcement.company, locale),
    locale === 'zh-CN' ? title.zh : title.en,
    `${t.timeline.stages[announcement.stage]}, ${t.timeline.claims[announcement.claim]}`,
  );
}

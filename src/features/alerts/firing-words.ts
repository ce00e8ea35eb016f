import type { Firing } from '../../shared/domain/alert/firing';
import type { Desk } from '../../state/desk.svelte';
import { conditionWords, decimalsOf } from './rule-words';

const USUAL_DECIMALS = 2;

/** What a firing tells: the conditions that held, and the price then. */
export function firingWords(
  desk: Desk,
  { rule, instrument, after, announcementId }: Firing,
): string {
  const t = desk.t.alerts;
  const { watch } = rule;
  if (watch.kind === 'announcement') {
    const named = desk.timeline.all.find(({ id }) => id === announcementId)?.title;
    const title = desk.settings.locale === 'zh-CN' ? named?.zh : named?.en;
    return [t.announcementMatches(watch.filterName), title].filter(Boolean).join(': ');
  }
  const decimals = instrument
    ? (desk.instruments.get(instrument)?.priceDecimals ?? USUAL_DECIMALS)
    : decimalsOf(desk, watch);
  const words = watch.conditions.map((each) => conditionWords(desk, each, decimals)).reduce(t.both);
  return after === null ? words : `${words} · ${desk.formats.price(after.price, decimals)}`;
}

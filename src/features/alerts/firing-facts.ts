import type { Firing } from '../../shared/domain/alert/firing';
import type { Desk } from '../../state/desk.svelte';
import { conditionWords, figureWords, splitWords } from './rule-words';

const USUAL_DECIMALS = 2;

interface Fact {
  readonly term: string;
  readonly text: string;
}

/** Where, when and from whom a firing came. */
export function firingFacts(desk: Desk, firing: Firing): readonly Fact[] {
  const t = desk.t.alerts;
  // The levels of the rule as it fired are in new shares already.
  const splits = firing.rule.splits.map((split) => splitWords(desk, split)).join(' · ');
  const facts: (Fact | null)[] = [
    { term: t.happened, text: desk.formats.moment(firing.at) },
    firing.late ? { term: t.seen, text: desk.formats.moment(firing.seenAt) } : null,
    firing.after ? { term: t.age, text: ageWords(desk, firing.ageMs) } : null,
    { term: t.hours, text: t.phases[firing.phase] },
    firing.source && { term: t.source, text: desk.t.chart.sources[firing.source] },
    splits === '' ? null : { term: t.split, text: splits },
    { term: t.notification, text: t.deliveries[firing.delivery] },
  ];
  return facts.filter((fact) => fact !== null);
}

/** How old a price was: exact where seconds count, in days where they do not. */
function ageWords(desk: Desk, ageMs: number): string {
  const t = desk.t.alerts;
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 1) return t.seconds((ageMs / 1000).toFixed(1));
  if (minutes < 60) return t.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t.hoursMinutes(hours, minutes % 60) : t.days(Math.floor(hours / 24));
}

interface Reading {
  readonly words: string;
  readonly before: string;
  readonly value: string;
  readonly level: string;
}

/** Each condition with its values before and at the firing. */
export function firingReadings(desk: Desk, firing: Firing): readonly Reading[] {
  const { watch } = firing.rule;
  if (watch.kind === 'announcement') return [];
  const known = firing.instrument && desk.instruments.get(firing.instrument);
  const decimals = (known && known.priceDecimals) ?? USUAL_DECIMALS;
  return watch.conditions.flatMap((condition, index) => {
    const reading = firing.readings[index];
    if (!reading) return [];
    const figure = (value: number): string => figureWords(desk, condition.of, value, decimals);
    const level = figure(reading.level);
    return [
      {
        words: conditionWords(desk, condition, decimals),
        before: reading.before === null ? '–' : figure(reading.before),
        value: figure(reading.value),
        level: reading.high === null ? level : `${level} – ${figure(reading.high)}`,
      },
    ];
  });
}

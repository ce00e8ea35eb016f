import { ANNOUNCEMENT_KINDS } from '../../shared/domain/announcement/announcement';
import type { FamilyChoice } from '../../state/family-state.svelte';
import type { Desk } from '../../state/desk.svelte';

export const FAMILY_BY = ['shown', 'programme', 'company', 'kind', 'saved'] as const;
export type FamilyBy = (typeof FAMILY_BY)[number];

export interface FamilyOption {
  readonly value: string;
  readonly label: string;
}

type Record = Pick<Desk, 'timeline' | 'settings' | 't'>;

/** What can be chosen of a way to make families, by name; those with announcements alone. */
export function familyOptions(
  by: FamilyBy,
  { timeline, settings, t }: Record,
): readonly FamilyOption[] {
  const { locale } = settings;
  switch (by) {
    case 'shown':
      return [];
    case 'saved':
      return timeline.saved.all.map(({ name }) => ({ value: name, label: name }));
    case 'kind':
      return ANNOUNCEMENT_KINDS.filter((kind) =>
        timeline.all.some((each) => each.kind === kind),
      ).map((value) => ({ value, label: t.timeline.kinds[value] }));
    case 'company': {
      const ids = new Set(timeline.all.map(({ company }) => company));
      return byLabel(
        [...ids].map((value) => ({ value, label: timeline.companyName(value, locale) })),
      );
    }
    case 'programme': {
      const ids = new Set(timeline.all.flatMap(({ programmes }) => programmes));
      return byLabel(
        [...ids].map((value) => ({ value, label: timeline.programmeName(value, locale) })),
      );
    }
  }
}

/** The family of one value; `shown` where there is none to choose. */
export function familyChoice(by: FamilyBy, value: string | undefined): FamilyChoice {
  if (by === 'shown' || value === undefined) return { by: 'shown' };
  if (by !== 'kind') return { by, value };
  const kind = ANNOUNCEMENT_KINDS.find((each) => each === value);
  return kind ? { by, value: kind } : { by: 'shown' };
}

function byLabel(options: readonly FamilyOption[]): readonly FamilyOption[] {
  return options.toSorted((one, other) => one.label.localeCompare(other.label));
}

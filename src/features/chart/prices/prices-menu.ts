import Check from '@lucide/svelte/icons/check';
import type { Settings } from '../../../shared/domain/settings/settings';
import type { PricesMessages } from '../../../shared/i18n/desk/en/prices';
import type { AnswerFacts } from '../../../state/series-view-types';
import type { MenuGroup, MenuItem } from '../../../ui/menu-items';

type Wishes = Pick<Settings, 'adjustedPrices' | 'extendedHours'>;

/** Which prices and bars are shown, with what is chosen ticked; what a source does not have says so. */
export function pricesMenu(
  t: PricesMessages,
  facts: Pick<AnswerFacts, 'basis' | 'extended'> | null,
  { adjustedPrices, extendedHours }: Wishes,
  choose: (patch: Partial<Wishes>) => void,
): MenuGroup {
  const item = (label: string, on: boolean, isOffered: boolean, run: () => void): MenuItem => ({
    label: isOffered ? label : t.noneOf(label),
    ...(on && { icon: Check }),
    run,
  });
  const hasAdjusted = facts === null || facts.basis !== 'as-given';
  const hasExtended = facts === null || facts.extended !== 'none';
  return [
    item(t.adjusted, adjustedPrices, hasAdjusted, () =>
      choose({ adjustedPrices: !adjustedPrices }),
    ),
    item(t.extendedHours, extendedHours, hasExtended, () =>
      choose({ extendedHours: !extendedHours }),
    ),
  ];
}

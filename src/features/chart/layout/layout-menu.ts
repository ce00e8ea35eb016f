import Check from '@lucide/svelte/icons/check';
import { CHART_COUNTS, type ChartCount } from '../../../shared/domain/chart/chart-layout';
import type { LayoutMessages } from '../../../shared/i18n/desk/en/layout';
import type { MenuGroup, MenuItem } from '../../../ui/menu-items';

interface Linked {
  readonly linkCrosshair: boolean;
  readonly linkInstrument: boolean;
}

interface LayoutMenuParts extends Linked {
  readonly count: number;
  readonly onCount: (count: ChartCount) => void;
  readonly onLink: (patch: Partial<Linked>) => void;
  readonly onSaved: () => void;
}

/** How many charts stand on the desk and what they share, with what is chosen ticked. */
export function layoutMenu(t: LayoutMessages, parts: LayoutMenuParts): readonly MenuGroup[] {
  const { count, linkCrosshair, linkInstrument, onCount, onLink, onSaved } = parts;
  const item = (label: string, ticked: boolean, run: () => void): MenuItem => ({
    label,
    ...(ticked && { icon: Check }),
    run,
  });
  return [
    CHART_COUNTS.map((each) => item(t.counts[each], each === count, () => onCount(each))),
    [
      item(t.linkCrosshair, linkCrosshair, () => onLink({ linkCrosshair: !linkCrosshair })),
      item(t.linkInstrument, linkInstrument, () => onLink({ linkInstrument: !linkInstrument })),
    ],
    [item(t.saved, false, onSaved)],
  ];
}

import Check from '@lucide/svelte/icons/check';
import { CHART_STYLES, PRICE_SCALES } from '../../shared/domain/chart/chart-look';
import type { Settings } from '../../shared/domain/settings/settings';
import type { ChartMessages } from '../../shared/i18n/desk/en/chart';
import type { MenuGroup, MenuItem } from '../../ui/menu-items';

type Look = Pick<Settings, 'chartStyle' | 'priceScale' | 'scalePriceOnly' | 'risingBodies'>;

/**
 * How bars and price axis may be drawn, with what is chosen ticked.
 *
 * @param compares - instruments are compared, which only percent can do
 */
export function chartLookMenu(
  t: ChartMessages,
  { chartStyle, priceScale, scalePriceOnly, risingBodies }: Look,
  compares: boolean,
  choose: (patch: Partial<Look>) => void,
): readonly MenuGroup[] {
  const item = (label: string, ticked: boolean, patch: Partial<Look>): MenuItem => ({
    label,
    ...(ticked && { icon: Check }),
    run: () => choose(patch),
  });
  const isHollow = risingBodies === 'hollow';
  return [
    CHART_STYLES.map((each) => item(t.styles[each], each === chartStyle, { chartStyle: each })),
    [item(t.hollowRising, isHollow, { risingBodies: isHollow ? 'filled' : 'hollow' })],
    [
      ...PRICE_SCALES.map((each) => ({
        ...item(t.scales[each], each === (compares ? 'percent' : priceScale), { priceScale: each }),
        disabled: compares && each !== 'percent',
      })),
      item(t.scalePriceOnly, scalePriceOnly, { scalePriceOnly: !scalePriceOnly }),
    ],
  ];
}

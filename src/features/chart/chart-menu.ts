import BellPlus from '@lucide/svelte/icons/bell-plus';
import BellRing from '@lucide/svelte/icons/bell-ring';
import Copy from '@lucide/svelte/icons/copy';
import type { Chart } from '../../state/chart.svelte';
import type { Desk } from '../../state/desk.svelte';
import type { MenuGroup } from '../../ui/menu-items';
import { startRule } from '../alerts/alert-actions';

/** What can be done at a price of a chart. @param decimals - of the instrument's prices */
export function chartMenu(
  desk: Desk,
  { series }: Chart,
  price: number,
  decimals: number,
): readonly MenuGroup[] {
  const t = desk.t.alerts;
  const { instrument } = series;
  const words = desk.formats.price(price, decimals);
  return [
    [
      {
        label: t.addAtPrice(words),
        icon: BellPlus,
        // A price of the past is none that an alert waits for.
        disabled: instrument === null || desk.replay.active,
        run: () => instrument && startRule(desk, instrument, price),
      },
      {
        label: t.copyPrice(words),
        icon: Copy,
        run: () => void copyPrice(desk, price.toFixed(decimals), words),
      },
    ],
    [{ label: t.showAlerts, icon: BellRing, run: () => void desk.drawer.show('alerts') }],
  ];
}

/** As a plain number, which tables and other programs read. */
async function copyPrice({ client, notices, t }: Desk, text: string, words: string): Promise<void> {
  await client.files.copyText({ text });
  notices.show(t.alerts.priceCopied(words));
}

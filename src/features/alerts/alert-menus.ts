import BellOff from '@lucide/svelte/icons/bell-off';
import BellRing from '@lucide/svelte/icons/bell-ring';
import Download from '@lucide/svelte/icons/download';
import Upload from '@lucide/svelte/icons/upload';
import type { Desk } from '../../state/desk.svelte';
import type { MenuGroup } from '../../ui/menu-items';
import { mute } from './alert-actions';
import { exportRules, importRules } from './rules-files';

/** What can be done with all alerts at once. */
export function alertsMenu(desk: Desk): MenuGroup[] {
  const t = desk.t.alerts;
  const isMuted = desk.alerts.mutedUntil !== null;
  return [
    isMuted
      ? [{ label: t.unmute, icon: BellRing, run: () => void desk.alerts.mute(null) }]
      : [
          { label: t.muteHour, icon: BellOff, run: () => mute(desk, 'hour') },
          { label: t.muteTomorrow, icon: BellOff, run: () => mute(desk, 'tomorrow') },
        ],
    [
      { label: t.importRules, icon: Upload, run: () => void importRules(desk) },
      {
        label: t.exportRules,
        icon: Download,
        disabled: desk.alerts.rules.length === 0,
        run: () => void exportRules(desk),
      },
    ],
  ];
}

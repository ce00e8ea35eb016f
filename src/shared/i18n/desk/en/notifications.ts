import type { KeepInTrayChoice, TrayPanel } from '../../../domain/settings/tray-settings';

const keepChoices: Record<KeepInTrayChoice, string> = {
  ask: 'Ask me',
  yes: 'Keep running',
  no: 'Quit',
};

const panels: Record<TrayPanel, string> = {
  auto: 'As the system says',
  dark: 'For a dark panel',
  light: 'For a light panel',
};

/** Texts of the settings of notifications and tray. */
export const enNotifications = {
  title: 'Notifications',
  help: 'The system shows alerts; a click on one opens its instrument. A burst becomes three and a summary. Everything stands in the list of alerts in any case.',
  sounds: 'With the sound of the system',
  quiet: 'Quiet hours',
  quietFrom: 'Quiet from',
  quietTo: 'Quiet until',
  quietHelp: 'Nothing is shown then, and one digest afterwards.',
  urgent: 'Let urgent alerts through (their note begins with “!”)',
  tray: 'Tray',
  trayHelp: 'Tapeout can go on without its window, watch your alerts and show prices in the panel.',
  noPanel:
    'No panel shows the icon on this desktop. With “Keep running” the window is then minimized when you close it, never hidden.',
  keep: 'Closing the window',
  keepChoices,
  panel: 'Icon in the panel',
  panels,
  startAtLogin: 'Start with the session, in the tray',
  startRefused:
    'The system did not take it. Nothing was changed. Add Tapeout to its list of programs that start with the session.',
  ticker: 'Mini ticker above all windows',
};

export type NotificationsMessages = typeof enNotifications;

import type { MuteChoice } from '../../src/shared/domain/alert/mute';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { TrayMessages } from '../../src/shared/i18n/tray/en-tray';

/** An instrument that the user starred, as it is written. */
export interface StarredLine {
  readonly instrument: InstrumentId;
  /** `NVDA 201.35 +2.10 %`. */
  readonly text: string;
}

/** A firing, as it is written. */
export interface RecentAlert {
  readonly id: number;
  readonly text: string;
}

/** Everything that the tray shows. */
export interface TrayView {
  readonly starred: readonly StarredLine[];
  /** The newest first. */
  readonly recent: readonly RecentAlert[];
  /** Alerts that nobody has seen. */
  readonly unseen: number;
  /** When a mute ends, as it is written; null where alerts are heard. */
  readonly mutedUntil: string | null;
  /** No source of prices answers. */
  readonly isOffline: boolean;
  readonly isTickerShown: boolean;
}

/** What the user can do in the tray. */
export type TrayCommand =
  | { readonly kind: 'open' | 'unmute' | 'ticker' | 'quit' }
  | { readonly kind: 'chart'; readonly instrument: InstrumentId }
  | { readonly kind: 'firing'; readonly id: number }
  | { readonly kind: 'mute'; readonly choice: MuteChoice };

export type TrayEntry =
  | { readonly type: 'separator' }
  /** A heading or a remark: cannot be chosen. */
  | { readonly type: 'text'; readonly label: string }
  | { readonly type: 'command'; readonly label: string; readonly command: TrayCommand }
  | {
      readonly type: 'switch';
      readonly label: string;
      readonly isOn: boolean;
      readonly command: TrayCommand;
    };

/** Which icon the tray has. */
export const TRAY_STATES = ['calm', 'alerts', 'muted', 'offline'] as const;
export type TrayState = (typeof TRAY_STATES)[number];

const APP_NAME = 'Tapeout';
/** Windows cuts what is longer. */
const LONGEST_TOOLTIP = 127;

/** Silence that the user asked for counts most, then what he has not seen, then that nothing comes. */
export function trayState(view: Pick<TrayView, 'unseen' | 'mutedUntil' | 'isOffline'>): TrayState {
  if (view.mutedUntil !== null) return 'muted';
  if (view.unseen > 0) return 'alerts';
  return view.isOffline ? 'offline' : 'calm';
}

/** All that holds, and the starred instruments as long as there is room. */
export function trayTooltip(view: TrayView, t: TrayMessages): string {
  const states = [
    view.unseen > 0 ? t.newAlerts(view.unseen) : '',
    view.mutedUntil === null ? '' : t.muted(view.mutedUntil),
    view.isOffline ? t.offline : '',
  ].filter((text) => text !== '');
  const first = `${APP_NAME}: ${states.length === 0 ? t.calm : states.join(', ')}`;
  return view.starred.reduce((tooltip, { text }) => {
    const longer = `${tooltip}\n${text}`;
    return longer.length <= LONGEST_TOOLTIP ? longer : tooltip;
  }, first);
}

/** The menu, from top to bottom. */
export function trayMenu(view: TrayView, t: TrayMessages): readonly TrayEntry[] {
  const separator: TrayEntry = { type: 'separator' };
  return [
    { type: 'command', label: t.open, command: { kind: 'open' } },
    separator,
    ...view.starred.map(({ text, instrument }): TrayEntry => ({
      type: 'command',
      label: text,
      command: { kind: 'chart', instrument },
    })),
    ...(view.starred.length > 0 ? [separator] : []),
    { type: 'text', label: view.recent.length > 0 ? t.lastAlerts : t.noAlerts },
    ...view.recent.map(({ text, id }): TrayEntry => ({
      type: 'command',
      label: text,
      command: { kind: 'firing', id },
    })),
    separator,
    ...muteEntries(view, t),
    { type: 'switch', label: t.ticker, isOn: view.isTickerShown, command: { kind: 'ticker' } },
    separator,
    { type: 'command', label: t.quit, command: { kind: 'quit' } },
  ];
}

function muteEntries({ mutedUntil }: TrayView, t: TrayMessages): readonly TrayEntry[] {
  if (mutedUntil !== null) {
    return [{ type: 'command', label: t.unmute(mutedUntil), command: { kind: 'unmute' } }];
  }
  return [
    { type: 'command', label: t.muteHour, command: { kind: 'mute', choice: 'hour' } },
    { type: 'command', label: t.muteTomorrow, command: { kind: 'mute', choice: 'tomorrow' } },
  ];
}

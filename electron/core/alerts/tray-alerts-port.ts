import type { Firing } from '../../../src/shared/domain/alert/firing';

/** What the tray shows of alerts, and may change. */
export interface TrayAlerts {
  /** Firings that nobody has acknowledged. */
  unseen(): number;
  /** The newest first. */
  recent(limit: number): readonly Firing[];
  /** UTC milliseconds; null where alerts are not muted. */
  mutedUntil(): number | null;
  /** @param until - UTC milliseconds; null ends the mute */
  mute(until: number | null): void;
}

import { z } from 'zod/mini';
import { KEEP_IN_TRAY_CHOICES, TRAY_PANELS } from '../domain/settings/tray-settings';

const minuteOfDay = z.int().check(z.nonnegative(), z.maximum(24 * 60 - 1));

/** How the page may set what belongs to tray and notifications; starting with the session goes through the system. */
export const traySettingsPatch = {
  keepInTray: z.enum(KEEP_IN_TRAY_CHOICES),
  trayPanel: z.enum(TRAY_PANELS),
  tickerShown: z.boolean(),
  quietHours: z.boolean(),
  quietFromMinute: minuteOfDay,
  quietToMinute: minuteOfDay,
  urgentInQuietHours: z.boolean(),
  alertSounds: z.boolean(),
} as const;

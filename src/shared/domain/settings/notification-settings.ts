/** When alerts are shown, and how. */
export interface NotificationSettings {
  readonly quietHours: boolean;
  /** Minutes after the user's own midnight, 0 to 1439; see `QuietHours`. */
  readonly quietFromMinute: number;
  readonly quietToMinute: number;
  /** Urgent alerts come in the quiet hours too; see `isUrgent`. */
  readonly urgentInQuietHours: boolean;
  readonly alertSounds: boolean;
}

export const DEFAULT_NOTIFICATION_SETTINGS: NotificationSettings = {
  quietHours: false,
  quietFromMinute: 22 * 60,
  quietToMinute: 7 * 60,
  urgentInQuietHours: false,
  alertSounds: true,
};

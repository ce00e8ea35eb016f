/** Which announcements were there already, so that others are news. */
export interface KnownAnnouncements {
  /** Null before the first time. */
  read(): readonly string[] | null;
  write(ids: readonly string[]): void;
}

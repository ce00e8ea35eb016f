/** One message to the user. */
export interface Notice {
  /** Begins with what must not be cut away. */
  readonly title: string;
  readonly body: string;
  /** Stays on the screen until it is seen, where the system can do that. */
  readonly isUrgent: boolean;
}

/** Shows messages by the means of the system. */
export interface NoticeSender {
  /**
   * Never blocks, never rejects, and answers within little more than a second.
   *
   * @param onClick - runs when the user clicks on the message, however much later
   * @param onHandedOver - hears who has the message, where it would come even if the app was killed
   * @returns false where nothing was shown in that time
   */
  show(
    notice: Notice,
    onClick: () => void,
    onHandedOver?: (holder: string) => void,
  ): Promise<boolean>;
  /** Whether a message that an earlier run handed over has come to its holder. Never rejects. */
  hasTaken(holder: string): Promise<boolean>;
  dispose(): void;
}

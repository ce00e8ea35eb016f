import type { NativeMessages } from '../../src/shared/i18n/en-native';

/** Why the app ends at once. Those of the store leave its files as they were. */
export type FailureKind =
  | 'newer-database'
  | 'not-accessible'
  | 'disk-full'
  | 'locked'
  | 'migration-failed'
  | 'page-broken'
  | 'crash';

export interface FailureText {
  readonly title: string;
  readonly detail: string;
}

/**
 * What the user is told: what happened, what was kept, what to do. Never offers to delete anything.
 *
 * @param logFolder - absolute path
 */
export function failureText(
  kind: FailureKind,
  messages: NativeMessages,
  logFolder: string,
): FailureText {
  const ofStore = (detail: string): FailureText => ({ title: messages.storeFailedTitle, detail });
  switch (kind) {
    case 'newer-database':
      return { title: messages.storeNewerTitle, detail: messages.storeNewerDetail };
    case 'not-accessible':
      return ofStore(messages.storeInaccessibleDetail);
    case 'disk-full':
      return ofStore(messages.storeDiskFullDetail);
    case 'locked':
      return ofStore(messages.storeLockedDetail);
    case 'migration-failed':
      return ofStore(messages.storeMigrationDetail);
    case 'page-broken':
      return { title: messages.pageBrokenTitle, detail: messages.pageBrokenDetail };
    case 'crash':
      return { title: messages.crashTitle, detail: messages.crashDetail(logFolder) };
  }
}

import type { AlertDraft } from '../../../src/shared/domain/watchlist/watchlist-document';

/** Takes limits of lists as rules that are off until the user turns them on. */
export interface AlertDrafts {
  /** @returns how many rules were made; a limit on what cannot be watched makes none */
  keepDrafts(drafts: readonly AlertDraft[]): number;
}

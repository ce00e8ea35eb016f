import type { Quote } from '../../shared/domain/quote/quote';
import type { FormatsState } from '../../state/formats-state.svelte';

/**
 * The date that stands beside a price that is not of this moment: day and month after a finished
 * session, with the year once it is older. Empty while the price moves.
 */
export function priceDate({ state, session }: Quote, formats: FormatsState): string {
  switch (state) {
    case 'closed':
      return formats.shortDate(session);
    case 'stale':
    case 'error':
      return formats.compactDate(session);
    default:
      return '';
  }
}

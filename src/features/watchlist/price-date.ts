import type { Quote } from '../../shared/domain/quote/quote';
import type { FormatsState } from '../../state/formats-state.svelte';

/** The date that stands below a price that is not of the last session; empty below any other. */
export function priceDate({ state, session }: Quote, formats: FormatsState): string {
  return state === 'stale' || state === 'error' ? formats.compactDate(session) : '';
}

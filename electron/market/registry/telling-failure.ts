import type { ProviderError } from '../../core/market/market-data-provider-port';
import type { ProviderFailure } from '../../../src/shared/domain/market/provider-failure';

/** What a source says of itself, and nothing of the other sources: none of these ends by waiting. */
const FINAL: ReadonlySet<string> = new Set<ProviderFailure>([
  'not-offered',
  'unknown-instrument',
  'key-missing',
  'key-refused',
]);

/**
 * Which of two failures in a row says what to expect of the next attempt. That no price can be like the
 * answer outweighs all; a source that is out of reach now outweighs one that never has the instrument,
 * in whichever order they were asked: it may answer in a minute.
 */
export function tellingFailure(known: ProviderError, next: ProviderError): ProviderError {
  if (known.reason === 'refused-value' || next.reason === 'refused-value') {
    return next.reason === 'refused-value' ? next : known;
  }
  const isFinal = (error: ProviderError): boolean => FINAL.has(error.reason);
  return isFinal(next) && !isFinal(known) ? known : next;
}

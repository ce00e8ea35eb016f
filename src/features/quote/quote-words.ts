import { splitInstrumentId } from '../../shared/domain/instrument/instrument';
import type { Quote } from '../../shared/domain/quote/quote';
import type { DeskMessages } from '../../shared/i18n/desk/desk-catalogue';

/** What a price is worth: `live`, `delayed 15 min`, `stale`. */
export function stateWords({ state, delayMinutes }: Quote, { chart }: DeskMessages): string {
  if (state !== 'delayed' || delayMinutes === null) return chart.states[state];
  return chart.delayedBy(delayMinutes);
}

/** Where an instrument is quoted, in words where the desk has them. */
export function venueWords(instrument: Quote['instrument'], { chart }: DeskMessages): string {
  const { mic } = splitInstrumentId(instrument);
  return chart.exchanges[mic] ?? mic;
}

/** The short mark beside a price; empty where the date beside it says enough. */
export function stateMark({ state, delayMinutes }: Quote, { watchlist }: DeskMessages): string {
  switch (state) {
    case 'simulated':
      return watchlist.simulatedTag;
    case 'delayed':
      return delayMinutes === null ? watchlist.delayedTag : watchlist.delayedByTag(delayMinutes);
    case 'error':
      return watchlist.errorTag;
    case 'live':
    case 'stale':
    case 'closed':
      return '';
  }
}

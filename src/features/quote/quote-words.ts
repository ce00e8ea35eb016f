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

/** The shortest name of where an instrument is quoted that still tells it from the others. */
export function venueTag(instrument: Quote['instrument'], { watchlist }: DeskMessages): string {
  const { mic } = splitInstrumentId(instrument);
  return watchlist.venueTags[mic] ?? mic;
}

/** The short mark beside a price. */
export function stateMark({ state, delayMinutes }: Quote, { watchlist }: DeskMessages): string {
  if (state !== 'delayed' || delayMinutes === null) return watchlist.stateTags[state];
  return watchlist.delayedByTag(delayMinutes);
}

/** How loudly {@link stateMark} speaks; the word says it without the colour, too. */
export function stateTone({ state }: Quote): 'accent' | 'plain' | 'warn' {
  if (state === 'live') return 'accent';
  return state === 'closed' || state === 'delayed' ? 'plain' : 'warn';
}

import { splitInstrumentId } from '../../shared/domain/instrument/instrument';
import type { DeskMessages } from '../../shared/i18n/desk/desk-catalogue';
import type { Locale } from '../../shared/domain/settings/settings';
import { venueWords } from '../quote/quote-words';
import type { InstrumentOffer } from './instrument-offers';

/** What tells an offer from the others: venue, currency and kind, as far as they are known. */
export function offerWords({ id, currency, kind }: InstrumentOffer, t: DeskMessages): string {
  const words = [venueWords(id, t), currency, kind && t.chart.kinds[kind]];
  return words.filter(Boolean).join(' · ');
}

/** The common name; empty where none is known. */
export function offerName({ name }: InstrumentOffer, locale: Locale): string {
  return name === null ? '' : locale === 'zh-CN' ? name.zh : name.en;
}

/** The exchange's own code. */
export function offerCode({ id }: InstrumentOffer): string {
  return splitInstrumentId(id).code;
}

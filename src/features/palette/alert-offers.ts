import { draftFor, type RuleDraft } from '../../shared/domain/alert/alert-rule';
import type { RuleWords } from '../../shared/domain/alert/rule-words-parser';
import { isInstrumentId } from '../../shared/domain/instrument/instrument';
import type { InstrumentOffer, InstrumentOffers } from '../instrument/instrument-offers';

/** A rule that a text may mean. */
export interface AlertOffer {
  readonly symbol: string;
  /** Null where the charted instrument is meant. */
  readonly instrument: InstrumentOffer | null;
  readonly draft: RuleDraft;
}

/** The rule on each instrument that its words may mean; on the charted one where they name none. */
export function alertOffers(
  { subject, condition }: RuleWords,
  { offers }: InstrumentOffers,
  charted: string,
): readonly AlertOffer[] {
  if (subject !== '') {
    return offers.map((instrument) => ({
      symbol: instrument.id,
      ...{ instrument, draft: draftFor(instrument.id, condition) },
    }));
  }
  if (!isInstrumentId(charted)) return [];
  return [{ symbol: charted, instrument: null, draft: draftFor(charted, condition) }];
}

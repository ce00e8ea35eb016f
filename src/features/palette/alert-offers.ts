import { draftFor, draftOn, type RuleDraft } from '../../shared/domain/alert/alert-rule';
import {
  listsMeant,
  type MeantLists,
  readListWords,
} from '../../shared/domain/alert/rule-words-lists';
import type { RuleWords } from '../../shared/domain/alert/rule-words-parser';
import { isInstrumentId } from '../../shared/domain/instrument/instrument';
import { LOCALES } from '../../shared/domain/settings/settings';
import { deskMessages } from '../../shared/i18n/desk/desk-catalogue';
import { seedNames } from '../../shared/i18n/desk/seed-names';
import type { Desk } from '../../state/desk.svelte';
import type { InstrumentOffer, InstrumentOffers } from '../instrument/instrument-offers';

/** A rule that a text may mean. */
export interface AlertOffer {
  /** What it is set on, each once among the offers of one text. */
  readonly symbol: string;
  /** Null where the charted instrument or a list is meant. */
  readonly instrument: InstrumentOffer | null;
  readonly draft: RuleDraft;
}

/** What the words of a rule are set on. */
export interface AlertSubjects {
  /** Null where the words name no list. */
  readonly lists: MeantLists | null;
  readonly instruments: InstrumentOffers;
  readonly charted: string;
}

/** The lists that the words of a rule may mean; null where they mean an instrument. */
export function meantLists({ watchlist }: Desk, { subject }: RuleWords): MeantLists | null {
  const name = readListWords(subject);
  if (name === null) return null;
  const seeds = LOCALES.map((locale) => seedNames(deskMessages(locale)));
  return listsMeant(name, watchlist.lists, watchlist.open.id, seeds);
}

/**
 * The rule on each list or instrument that its words may mean; on the charted instrument where they name
 * neither.
 */
export function alertOffers(
  { subject, condition }: RuleWords,
  { lists, instruments, charted }: AlertSubjects,
): readonly AlertOffer[] {
  if (lists) {
    return lists.lists.map(({ id }) => ({
      symbol: `list-${id}`,
      ...{ instrument: null, draft: draftOn({ kind: 'list', listId: id }, condition) },
    }));
  }
  if (subject !== '') {
    return instruments.offers.map((instrument) => ({
      symbol: instrument.id,
      ...{ instrument, draft: draftFor(instrument.id, condition) },
    }));
  }
  if (!isInstrumentId(charted)) return [];
  return [{ symbol: charted, instrument: null, draft: draftFor(charted, condition) }];
}

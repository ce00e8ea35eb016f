import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';

/** What rules on a whole list are set on. */
export interface AlertLists {
  /** As the list is now, each once; none for a list that is gone. */
  instrumentsOf(listId: number): readonly InstrumentId[];
}

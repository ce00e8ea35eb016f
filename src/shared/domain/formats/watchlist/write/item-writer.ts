import type { DocumentItem } from '../../../watchlist/watchlist-document';
import type { WrittenListFormat } from '../list-format';
import type { ListSpelling } from '../list-writing';
import { countItemLosses, type FormRoom } from './count-losses';
import { spellItem } from './item-spelling';
import type { LossReport } from './loss-report';

/** Spells the items of a list in one form, and counts what becomes of them. */
export class ItemWriter {
  private count = 0;

  constructor(
    private readonly parts: {
      readonly format: WrittenListFormat;
      readonly room: FormRoom;
      readonly spelling: ListSpelling;
      readonly report: LossReport;
    },
  ) {}

  /** Items that have found a spelling. */
  get written(): number {
    return this.count;
  }

  /** The symbol as the form writes it; null where it has no spelling for it: then nothing of the item is there. */
  spell(item: DocumentItem): string | null {
    const { format, room, spelling, report } = this.parts;
    const spelled = spellItem(format, item, spelling);
    if (spelled === null) {
      report.add('items', item.symbol);
      return null;
    }
    if (!spelled.isSettled) report.add('identities', item.symbol);
    countItemLosses(item, room, report);
    this.count++;
    return spelled.text;
  }
}

import { MOTIVEWAVE_HEADER } from '../table/motivewave-columns';
import { csvText } from './csv-text';
import { splitBrokerSymbol } from './format-spellings';
import { knownId } from './item-spelling';
import { BARE_ROOM, type ListForm } from './list-form';

/** MotiveWave's table of instruments; what it calls the least step of a price is not known here. */
export const MOTIVEWAVE_FORM: ListForm = {
  room: BARE_ROOM,
  write: ({ sections }, { items, spelling }) => {
    const rows = sections
      .flatMap((section) => section.items)
      .flatMap((item) => {
        const text = items.spell(item);
        if (text === null) return [];
        const { exchange, code } = splitBrokerSymbol(text);
        const id = knownId(item.symbol, spelling);
        if (id === null) return [[code, exchange, null, null, null, null]];
        return [[code, exchange, 'STOCK', spelling.currency(id), null, spelling.name(id)]];
      });
    return csvText([MOTIVEWAVE_HEADER, ...rows]);
  },
};

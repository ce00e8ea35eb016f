/** Why a line of a recording is no trade. */
export type TickFault = 'bad-time' | 'no-id' | 'bad-price' | 'bad-volume';

export type TickRow =
  | {
      readonly ok: true;
      /** UTC milliseconds. */
      readonly at: number;
      /** As written. */
      readonly id: string;
      readonly price: number;
      /** Units of the trade; 0 where none are stated. */
      readonly volume: number;
    }
  | { readonly ok: false; readonly fault: TickFault };

export type TickLineReader = (line: string) => TickRow;

const BYTE_ORDER_MARK = /^\uFEFF/;
const EPOCH_MS = /^-?\d{1,16}$/;
const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Reads the head of a recording of trades: `time`, `id`, `price` and, if it is there, `volume`, in any
 * order and beside others.
 *
 * `time` is ISO 8601 with its zone (`2026-07-10T01:30:00Z`, `…+08:00`), or milliseconds since 1970;
 * never seconds, never a time without a zone.
 *
 * @returns a reader of its lines, or the first column that is missing
 */
export function readTicksHead(
  line: string,
):
  | { readonly ok: true; readonly read: TickLineReader }
  | { readonly ok: false; readonly missing: string } {
  const names = cellsOf(line.replace(BYTE_ORDER_MARK, '')).map((name) => name.toLowerCase());
  const missing = ['time', 'id', 'price'].find((name) => !names.includes(name));
  if (missing !== undefined) return { ok: false, missing };
  const place = (name: string): number => names.indexOf(name);
  const [time, id, price, volume] = [place('time'), place('id'), place('price'), place('volume')];
  return {
    ok: true,
    read(text) {
      const cells = cellsOf(text);
      const at = readTime(cells[time] ?? '');
      if (at === null) return { ok: false, fault: 'bad-time' };
      const symbol = cells[id] ?? '';
      if (symbol === '') return { ok: false, fault: 'no-id' };
      const paid = Number(cells[price] || NaN);
      if (!(paid > 0) || !Number.isFinite(paid)) return { ok: false, fault: 'bad-price' };
      const units = Number(cells[volume] ?? '');
      if (!(units >= 0) || !Number.isFinite(units)) return { ok: false, fault: 'bad-volume' };
      return { ok: true, at, id: symbol, price: paid, volume: units };
    },
  };
}

function cellsOf(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function readTime(text: string): number | null {
  if (EPOCH_MS.test(text)) return Number(text);
  const moment = ISO_MOMENT.test(text) ? Date.parse(text.replace(' ', 'T')) : NaN;
  return Number.isNaN(moment) ? null : moment;
}

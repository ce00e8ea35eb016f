import { z } from 'zod/mini';
import type {
  LatestRequest,
  LatestResult,
  ProviderCapabilities,
  ProviderQuote,
  ProviderUse,
} from '../../../core/market/market-data-provider-port';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import { createZoneClock } from '../../../../src/shared/domain/calendar/zone-clock';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import { RestProvider } from '../rest-provider';

const BOARDS: Readonly<Record<string, string>> = { XTAI: 'tse', ROCO: 'otc' };
const SHARES_IN_A_LOT = 1000;
const ZONE = 'Asia/Taipei';

const row = z.object({
  c: z.optional(z.string()),
  ex: z.optional(z.string()),
  d: z.optional(z.string()),
  t: z.optional(z.string()),
  z: z.optional(z.string()),
  o: z.optional(z.string()),
  h: z.optional(z.string()),
  l: z.optional(z.string()),
  y: z.optional(z.string()),
  v: z.optional(z.string()),
});
const answerShape = z.object({ msgArray: z.array(row) });
type Row = z.infer<typeof row>;

/**
 * Prompt prices of Taipei. A snapshot in which nothing was traded (`-`) has no price, and none is made of
 * its bids: the last trade that was heard of in the same session still is the last price.
 */
export class TwseMisProvider extends RestProvider {
  readonly id = 'twse-mis';
  readonly capabilities: ProviderCapabilities = {
    latestBatch: 20,
    intervals: [],
    search: false,
    stream: false,
    storable: false,
  };

  private readonly lastTrades = new Map<InstrumentId, ProviderQuote>();

  override priority(instrument: InstrumentId, use: ProviderUse): number {
    return use === 'latest' && BOARDS[splitInstrumentId(instrument).mic] ? 25 : 0;
  }

  override async latest({ instruments, signal }: LatestRequest): Promise<LatestResult> {
    const channels = instruments.map((id) => `${keyOf(id)}.tw`).join('|');
    const request = {
      address: 'quotes',
      path: `/stock/api/getStockInfo.jsp?ex_ch=${encodeURIComponent(channels)}&json=1&delay=0`,
      ...(signal && { signal }),
    };
    const answer = await this.parts.http.json(request, (value) => {
      const { success, data } = answerShape.safeParse(value);
      return success ? data.msgArray : null;
    });
    if (!answer.ok) return answer;
    const rows = new Map(answer.value.map((each) => [`${each.ex}_${each.c}`, each]));
    const quotes: ProviderQuote[] = [];
    const refused: InstrumentId[] = [];
    const untraded: InstrumentId[] = [];
    for (const id of instruments) {
      const found = rows.get(keyOf(id));
      if (!found) continue;
      const quote = hasTrade(found) ? toQuote(id, found) : this.lastTradeOf(id, found);
      if (quote) quotes.push(quote);
      else (hasTrade(found) ? refused : untraded).push(id);
      if (quote) this.lastTrades.set(id, quote);
    }
    return { ok: true, quotes, refused, untraded };
  }

  private lastTradeOf(id: InstrumentId, { d }: Row): ProviderQuote | null {
    const last = this.lastTrades.get(id);
    if (last?.session === sessionOf(d)) return last ?? null;
    this.lastTrades.delete(id);
    return null;
  }
}

function hasTrade({ z: last }: Row): boolean {
  return last !== undefined && last !== '' && last !== '-';
}

function sessionOf(date: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(date ?? '') ?? [];
  return day === undefined ? null : `${year}-${month}-${day}`;
}

function keyOf(instrument: InstrumentId): string {
  const { mic, code } = splitInstrumentId(instrument);
  return `${BOARDS[mic]}_${code}`;
}

function toQuote(
  instrument: InstrumentId,
  { d, t, z: last, o, h, l, y, v }: Row,
): ProviderQuote | null {
  const price = Number(last);
  const session = sessionOf(d);
  const [hours, minutes, seconds] = (t ?? '').split(':').map(Number);
  if (!(price > 0) || session === null || seconds === undefined) return null;
  const minute = (hours as number) * 60 + (minutes as number);
  const [open, high, low] = [Number(o), Number(h), Number(l)];
  const hasBar = low > 0 && low <= Math.min(open, price) && high >= Math.max(open, price);
  const volume = (Number(v) || 0) * SHARES_IN_A_LOT;
  return {
    instrument,
    price,
    previousClose: Number(y) > 0 ? Number(y) : null,
    currency: 'TWD',
    asOf: createZoneClock(ZONE).toUtc(session, minute) + seconds * 1000,
    session,
    delayMinutes: 0,
    openBar: hasBar ? { time: toSessionKey(session), open, high, low, close: price, volume } : null,
  };
}

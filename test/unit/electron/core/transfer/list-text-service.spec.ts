import { describe, expect, it } from 'vitest';
import { encodingOf } from '../../../../../electron/core/transfer/list-bytes';
import { ListTextService } from '../../../../../electron/core/transfer/list-text-service';
import type { TextEncoding } from '../../../../../src/shared/domain/formats/import/import-plan';
import { resolver, spelling } from '../../../shared/domain/formats/watchlist/list-context';

/** Made by the codecs of another language, so that no decoder is its own witness. */
const BYTES: readonly (readonly [
  what: string,
  encoding: TextEncoding,
  hex: string,
  note: string,
])[] = [
  [
    'UTF-8',
    'utf-8',
    'e4bba3e7a0812ce5a487e6b3a80a30303730302ce885bee8aeafe68ea7e882a120e282ac0a',
    '腾讯控股 €',
  ],
  [
    'UTF-8 with a mark',
    'utf-8',
    'efbbbfe4bba3e7a0812ce5a487e6b3a80a30303730302ce885bee8aeafe68ea7e882a120e282ac0a',
    '腾讯控股 €',
  ],
  [
    'UTF-16 little',
    'utf-16le',
    'e34e01782c000759e86c0a00300030003700300030002c007e81af8ba763a1802000ac200a00',
    '腾讯控股 €',
  ],
  [
    'UTF-16 little with a mark',
    'utf-16le',
    'fffee34e01782c000759e86c0a00300030003700300030002c007e81af8ba763a1802000ac200a00',
    '腾讯控股 €',
  ],
  [
    'UTF-16 big',
    'utf-16be',
    '4ee37801002c59076ce8000a00300030003700300030002c817e8baf63a780a1002020ac000a',
    '腾讯控股 €',
  ],
  [
    'UTF-16 big with a mark',
    'utf-16be',
    'feff4ee37801002c59076ce8000a00300030003700300030002c817e8baf63a780a1002020ac000a',
    '腾讯控股 €',
  ],
  ['GBK', 'gb18030', 'b4fac2eb2cb1b8d7a20a30303730302cccdad1b6bfd8b9c920780a', '腾讯控股 x'],
  [
    'GB18030 of four bytes',
    'gb18030',
    'b4fac2eb2cb1b8d7a20a30303730302c95329031208139ee390a',
    '\u{20087} 㐀',
  ],
];
const CHOSEN: typeof BYTES = [
  ['Big5', 'big5', 'a54eb8b92cb3c6b5f90a30303730302cc4cbb054b1b1aad120a55cafe00a', '騰訊控股 功能'],
  [
    'Shift-JIS',
    'shift_jis',
    '8352815b83682c838183820a323835412c834c8349834e8356834120835c955c0a',
    'キオクシア ソ表',
  ],
  [
    'Windows-1252',
    'windows-1252',
    '53796d626f6c2c4e6f74650a4e5644412c636166e92093789420800a',
    'café “x” €',
  ],
];

const service = new ListTextService({
  resolver: () => Promise.resolve(resolver),
  spelling: () => Promise.resolve(spelling),
  pause: () => Promise.resolve(),
});

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

async function noteOf(bytes: Uint8Array, encoding: TextEncoding | null) {
  const question = { encoding, wish: { format: 'csv' as const }, choices: new Map() };
  const source = { fileName: 'a.csv', bytes };
  const answer = await service.read(source, question, new AbortController().signal);
  const note = answer?.result.ok ? answer.result.reading.rows[0]?.item?.note : undefined;
  return { note, encoding: answer?.encoding };
}

describe('the bytes of a list', () => {
  it.each(BYTES)('are known for %s', async (_what, encoding, hex, note) => {
    const read = await noteOf(fromHex(hex), null);
    expect(read.note).toBe(note);
    expect(read.encoding).toEqual({ used: encoding, certain: encoding !== 'gb18030' });
  });

  it.each(CHOSEN)('are %s where the user says so', async (_what, encoding, hex, note) => {
    expect(await noteOf(fromHex(hex), encoding)).toEqual({
      note,
      encoding: { used: encoding, certain: true },
    });
    expect((await noteOf(fromHex(hex), null)).encoding?.certain).toBe(false);
  });

  it('are looked at to their end: the beginning may be ASCII alone', async () => {
    const head = Buffer.from(`Symbol,Note\n${'NVDA,x\n'.repeat(20_000)}`);
    const tail = Buffer.from('30303730302cccdad1b60a', 'hex');
    const bytes = Uint8Array.from(Buffer.concat([head, tail]));
    expect(encodingOf(bytes, null)).toEqual({ used: 'gb18030', certain: false, isBinary: false });
  });

  it('may be no text', async () => {
    const picture = Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 9);
    const question = { encoding: null, wish: {}, choices: new Map() };
    const source = { fileName: 'a.csv', bytes: picture };
    const answer = await service.read(source, question, new AbortController().signal);
    expect(answer?.result).toMatchObject({ ok: false, reason: 'not-text' });
  });

  it('lose no character where pieces of the file end', async () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => `HKEX:${at + 1},智谱${at}`);
    const bytes = new TextEncoder().encode(`Symbol,Note\n${rows.join('\n')}\n`);
    const question = { encoding: null, wish: {}, choices: new Map() };
    const source = { fileName: 'a.csv', bytes };
    const answer = await service.read(source, question, new AbortController().signal);
    const read = answer?.result.ok ? answer.result.reading.rows : [];
    expect(read.map(({ item }) => item?.note)).toEqual(rows.map((_row, at) => `智谱${at}`));
  });
});

describe('reading', () => {
  const text = 'NASDAQ:NVDA,'.repeat(100_000);
  const question = { encoding: null, wish: {}, choices: new Map() };

  /** Ends the reading at the given turn that others get. */
  async function stoppedAt(turn: number) {
    const stop = new AbortController();
    let turns = 0;
    const stopping = new ListTextService({
      resolver: () => Promise.resolve(resolver),
      spelling: () => Promise.resolve(spelling),
      pause: () => {
        if (++turns === turn) stop.abort();
        return Promise.resolve();
      },
    });
    const answer = await stopping.read({ fileName: null, text }, question, stop.signal);
    return { answer, turns };
  }

  it('gives others a turn with every piece of the text and every few hundred rows', async () => {
    const { answer, turns } = await stoppedAt(0);
    expect(answer?.encoding).toBeNull();
    expect(turns).toBe(Math.ceil(text.length / 16_384) + 20_000 / 250);
  });

  it.each([1, 40, 100])('ends at once where somebody ends it, at turn %i', async (turn) => {
    expect(await stoppedAt(turn)).toEqual({ answer: null, turns: turn });
  });

  it('writes as the forms do', async () => {
    const items = [
      { symbol: 'XHKG:02513', written: null, note: '', flags: [], targets: [], lots: [] },
    ];
    const document = { name: 'x', sections: [{ name: null, items }] };
    expect((await service.write('tradingview', document)).text).toBe('HKEX:2513');
  });
});

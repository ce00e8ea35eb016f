import { describe, expect, it } from 'vitest';
import { read, returned, shortRows, write } from './list-context';

const ONE_LINE =
  '###In-house silicon,NASDAQ:GOOGL,NASDAQ:AMZN,NASDAQ:AAPL,###Hong Kong,HKEX:2513,HKEX:700,###Ratios,NASDAQ:SMH/AMEX:SPY';

describe('a list of TradingView', () => {
  it('has sections that run on to the next one', () => {
    const reading = read(ONE_LINE);
    expect(reading.format).toBe('tradingview');
    expect(reading.sections).toEqual(['In-house silicon', 'Hong Kong', 'Ratios']);
    expect(reading.rows.map(({ section, item }) => [section, item?.symbol])).toEqual([
      [0, 'XNAS:GOOGL'],
      [0, 'XNAS:AMZN'],
      [0, 'XNAS:AAPL'],
      [1, 'XHKG:02513'],
      [1, 'XHKG:00700'],
      [2, 'NASDAQ:SMH/AMEX:SPY'],
    ]);
  });

  it.each([
    ['a word before each name', '###SECTION Hong Kong,HKEX:2513', ['Hong Kong']],
    ['the usual name of a section', '###SECTION 1,HKEX:2513', ['SECTION 1']],
    ['symbols before the first name', 'NASDAQ:NVDA,###A,HKEX:2513', [null, 'A']],
    ['two sections of one name', '###A,HKEX:2513,###A,HKEX:700', ['A', 'A']],
    ['a section without symbols', '###A,###B,HKEX:700', ['A', 'B']],
    ['blanks and lines', ' ###A ,\r\n HKEX:2513 ,\n###  B\r\nHKEX:700', ['A', 'B']],
  ])('takes %s', (_what, text, sections) => {
    const reading = read(text);
    expect(reading.format).toBe('tradingview');
    expect(reading.sections).toEqual(sections);
    expect(reading.counts.invalid).toBe(0);
  });

  it('goes on in its section over line ends', () => {
    expect(read('###A,HKEX:2513\nHKEX:700').rows.map(({ section }) => section)).toEqual([0, 0]);
  });

  it('keeps what cannot be charted, and says what it is', () => {
    const { rows } = read('SP:SPX/AMEX:RSP,CME_MINI:ES1!,FRED:M2SL,PLTR', {
      wish: { format: 'tradingview' },
    });
    expect(
      rows.map(({ item, verdict }) => [
        item?.symbol,
        verdict.kind === 'warning' && verdict.warnings.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['SP:SPX/AMEX:RSP', ['spread']],
      ['CME_MINI:ES1!', ['future']],
      ['FRED:M2SL', ['unknown-symbol']],
      ['PLTR', ['ambiguous']],
    ]);
  });

  it('counts lines by what ends them, CR, LF or both, wherever the text is cut', () => {
    const text = 'HKEX:2513\r\nHKEX:700\rNASDAQ:NVDA\n\nNASDAQ:AMD,NASDAQ:MU';
    const lines = [1, 2, 3, 5, 5];
    for (let piece = 1; piece <= text.length; piece++) {
      const { rows } = read(text, { wish: { format: 'tradingview' }, piece });
      expect(rows.map(({ line }) => line)).toEqual(lines);
    }
  });

  it('is written on one line: with zeros and names as TradingView has them', () => {
    const document = {
      name: 'x',
      sections: [
        {
          name: 'Chips, all',
          items: [item('XHKG:00700'), item('XNYS:BRK.B'), item('INDEX:^GSPC')],
        },
        { name: 'SECTION Hong Kong', items: [item('XKRX:000660'), item('ARCX:SPY')] },
      ],
    };
    const { text, lost, written } = write('tradingview', document);
    expect(text).toBe(
      '###Chips， all,HKEX:700,NYSE:BRK.B,SP:SPX,###SECTION SECTION Hong Kong,KRX:000660,AMEX:SPY',
    );
    expect(written).toBe(5);
    expect(lost).toEqual([{ kind: 'text-marks', count: 1, examples: ['Chips, all'] }]);
    expect(returned('tradingview', document).sections[1]?.name).toBe('SECTION Hong Kong');
  });

  it('writes back what it read, byte for byte', () => {
    const text = `NVDA,HKEX:0700,NASDAQ:SMH/AMEX:SPY,###A,FRED:M2SL,CME_MINI:ES1!,NYSEARCA_X:Y`;
    const back = returned('tradingview', returnedFrom(text));
    expect(write('tradingview', back).text).toBe(text);
  });

  function returnedFrom(text: string) {
    const { sections, rows } = read(text);
    return {
      name: 'x',
      sections: sections.map((name, index) => ({
        name,
        items: rows.flatMap((row) => (row.section === index && row.item ? [row.item] : [])),
      })),
    };
  }

  it('refuses a name of nothing and a symbol that no symbol is', () => {
    const reading = read(`###,HKEX:2513,${'A'.repeat(65)},NAS\u0000DAQ:X`);
    expect(shortRows(reading)).toEqual([
      '1 - invalid',
      '1 XHKG:02513 valid',
      '1 - invalid',
      '1 - invalid',
    ]);
    expect(
      reading.rows.map(({ verdict }) => verdict.kind === 'invalid' && verdict.fault.kind),
    ).toEqual(['not-of-format', false, 'symbol-too-long', 'bad-symbol']);
  });
});

function item(symbol: string) {
  return { symbol, written: null, note: '', flags: [], targets: [], lots: [] };
}

import { describe, expect, it } from 'vitest';
import { read, returned, shortRows, write } from './list-context';

const YAHOO =
  'Symbol,Current Price,Date,Time,Change,Open,High,Low,Volume,Trade Date,Purchase Price,Quantity,Commission,High Limit,Low Limit,Comment';

describe('a portfolio of Yahoo', () => {
  it('has rows of instruments, of lots and of cash', () => {
    const reading = read(
      [
        `${YAHOO},Transaction Type`,
        '2513.HK,130.5,2026/07/10,16:00 HKT,16.0,115.0,131.0,114.2,1200300,20260108,116.2,100,0,150,100,lot of 100,BUY',
        'NVDA,,,,,,,,,,,,,,,,',
        '$$CASH_TX,,,,,,,,,20260108,,1000,,,,,DEPOSIT',
        '2513.HK,130.5,,,,,,,,20260109,120,50,1.5,,,,SELL',
      ].join('\n'),
    );
    expect(reading.format).toBe('yahoo');
    expect(shortRows(reading)).toEqual([
      ...['2 XHKG:02513 valid', '3 XNAS:NVDA valid', '4 - invalid', '5 - duplicate'],
    ]);
    const lot = { currency: null, comment: '' };
    expect(reading.rows[0]?.item?.lots).toEqual([
      {
        ...lot,
        quantity: 100,
        price: 116.2,
        date: '2026-01-08',
        commission: null,
        comment: 'lot of 100',
      },
      { ...lot, quantity: -50, price: 120, date: '2026-01-09', commission: 1.5 },
    ]);
    expect(reading.rows[0]?.drafts).toEqual([
      { symbol: 'XHKG:02513', side: 'above', price: 150 },
      { symbol: 'XHKG:02513', side: 'below', price: 100 },
    ]);
    expect(reading.rows[2]?.verdict).toEqual({ kind: 'invalid', fault: { kind: 'cash' } });
    expect(reading.rows[3]?.verdict).toEqual({
      ...{ kind: 'duplicate', ofLine: 2, merged: true, warnings: [] },
    });
  });

  it('has sixteen columns in older files, negative quantities for sales, and dates with the month first', () => {
    const reading = read(`${YAHOO}\r\nNVDA,,,,,,,,,3/4/2021,500,-10,,,,a comment\r\n`);
    expect(reading.rows[0]?.item?.lots).toEqual([
      {
        ...{ quantity: -10, price: 500, currency: null, date: '2021-03-04', commission: null },
        comment: 'a comment',
      },
    ]);
  });

  it('may have symbols alone, or few columns in another order', () => {
    const reading = read('Purchase Price,Symbol,Trade Date\n1,0700.HK,20260101\n');
    expect(reading.format).toBe('yahoo');
    expect(shortRows(reading)).toEqual(['2 XHKG:00700 valid']);
  });

  it('takes a comment without a lot for a note, and says which kind of row is no purchase', () => {
    const { rows } = read(
      `${YAHOO},Transaction Type\nNVDA,,,,,,,,,,,,,0,,watch,\nAMD,,,,,,,,,20260108,,5,,,,,DIVIDEND\n`,
    );
    expect(rows[0]?.item?.note).toBe('watch');
    expect(rows[0]?.drafts).toEqual([]);
    expect(rows[1]?.item?.lots).toEqual([]);
    expect(rows[1]?.verdict).toMatchObject({
      warnings: [{ kind: 'value-left-out', field: 'side', value: 'DIVIDEND' }],
    });
  });

  it('is written with a row for each lot, and names what it has no column for', () => {
    const lot = {
      quantity: -5,
      price: 1.5,
      currency: 'USD',
      date: '2026-01-08',
      commission: null,
      comment: '=1+1',
    };
    const { text, lost } = write('yahoo', {
      name: 'x',
      sections: [{ name: 'A', items: [{ ...item('XNAS:NVDA'), note: 'n', lots: [lot, lot] }] }],
    });
    expect(text.split('\r\n').slice(1, 3)).toEqual([
      ...["NVDA,,,,,,,,,20260108,1.5,5,,,,'=1+1,SELL", "NVDA,,,,,,,,,20260108,1.5,5,,,,'=1+1,SELL"],
    ]);
    expect(lost).toEqual([
      { kind: 'sections', count: 1, examples: ['A'] },
      { kind: 'notes', count: 1, examples: ['XNAS:NVDA'] },
      { kind: 'lot-currencies', count: 2, examples: ['XNAS:NVDA'] },
    ]);
  });
});

describe('a table of instruments', () => {
  it.each([
    ['commas', 'Symbol,Note\nNVDA,x\n'],
    ['semicolons', 'Symbol;Note\nNVDA;x\n'],
    ['tabs', 'Symbol\tNote\nNVDA\tx\n'],
    ['bars', 'Symbol|Note\nNVDA|x\n'],
    ['quotes', '"Symbol","Note"\n"NVDA","x"\n'],
    ['other line ends', 'Symbol,Note\rNVDA,x\r'],
    ['a title above', 'My stocks as of today\n\nSymbol,Note\nNVDA,x\n'],
    ['Chinese names', '代码,备注\nNVDA,x\n'],
    ['wide names', 'Ｓｙｍｂｏｌ,Ｎｏｔｅ\nNVDA,x\n'],
  ])('is read with %s', (_what, text) => {
    const reading = read(text, { fileName: 'a.csv' });
    expect(reading.format).toBe('csv');
    const item = reading.rows.find((row) => row.item)?.item;
    expect([item?.symbol, item?.note]).toEqual(['XNAS:NVDA', 'x']);
  });

  it('has the columns of an export of a Chinese program', () => {
    const text =
      '证券代码\t证券名称\t持仓数量\t成本价\t币种\t买入日期\n="000001"\t平安银行\t1,000\t12.3\t人民币\t2026年1月8日\n';
    const [row] = read(text).rows;
    // The number alone is a bank or an index; the name beside it says the bank.
    expect(row?.item).toMatchObject({ symbol: 'XSHE:000001', written: '000001' });
    expect(row?.item?.lots).toEqual([
      {
        quantity: 1000,
        price: 12.3,
        currency: 'CNY',
        date: '2026-01-08',
        commission: null,
        comment: '',
      },
    ]);
  });

  it('settles a bare number by the exchange or the currency beside it, and asks without', () => {
    const rows = (text: string) => shortRows(read(text));
    expect(rows('Symbol,Exchange\n2513,HKEX\n2513,SEHK\n2513,XHKG\n2513,HK\n')).toEqual([
      ...['2 XHKG:02513 valid', '3 - duplicate', '4 - duplicate', '5 - duplicate'],
    ]);
    expect(rows('Symbol,Currency\n2513,HKD\n2513,\n')).toEqual([
      '2 XHKG:02513 valid',
      '3 2513 warning',
    ]);
    expect(rows('Symbol,Exchange\nABC,NEWEX\n')).toEqual(['2 NEWEX:ABC warning']);
  });

  it('may have no header: the symbols stand where most cells are some', () => {
    const reading = read('1,Nvidia Corp,NVDA\n2,Tencent,0700.HK\n3,nobody,XQZTU\n', {
      fileName: 'a.csv',
    });
    expect(reading.table?.plan).toMatchObject({
      hasHeader: false,
      columns: ['ignored', 'ignored', 'symbol'],
    });
    expect(shortRows(reading)).toEqual([
      '1 XNAS:NVDA valid',
      '2 XHKG:00700 valid',
      '3 XQZTU warning',
    ]);
  });

  it('is read as the user says', () => {
    const text = 'a;b;c\nNVDA;1,5;x\n';
    const reading = read(text, {
      wish: {
        format: 'csv',
        table: {
          hasHeader: true,
          separator: ';',
          columns: ['symbol', 'quantity', 'note'],
          decimalMark: ',',
        },
      },
    });
    expect(reading.rows[0]?.item).toMatchObject({
      symbol: 'XNAS:NVDA',
      note: 'x',
      lots: [{ quantity: 1.5 }],
    });
    expect(reading.table?.header).toEqual(['a', 'b', 'c']);
    const without = read(text, { wish: { format: 'csv', table: { hasHeader: false } } });
    expect(without.rows).toHaveLength(2);
  });

  it('names the columns that a list does not keep', () => {
    expect(read('Symbol,Last,P/E\nNVDA,1,2\n').leftOut.names).toEqual(['Last', 'P/E']);
  });

  it('leaves out values that are none, and says so', () => {
    const [row] = read(
      'Symbol,Quantity,Price,Date,Currency,Flags,Targets\nNVDA,5,-1,3/4/2026,dollars,red pink,"150 high\nabc"\n',
    ).rows;
    expect(row?.item).toMatchObject({ flags: ['red'], targets: [{ price: 150, label: 'high' }] });
    expect(row?.item?.lots).toMatchObject([
      { quantity: 5, price: null, date: null, currency: null },
    ]);
    expect(
      row?.verdict.kind === 'warning' &&
        row.verdict.warnings.map((each) => 'field' in each && each.field),
    ).toEqual(['date', 'price', 'currency', 'flags', 'targets']);
  });

  it('has rows of one section wherever they stand', () => {
    const reading = read('Symbol,Section\nNVDA,A\nAMD,B\nMU,A\nNVDA,\n');
    expect(reading.sections).toEqual(['A', 'B', null]);
    expect(reading.rows.map(({ section }) => section)).toEqual([0, 1, 0, 2]);
    expect(reading.counts.duplicate).toBe(0);
  });

  it('gives up the line of a quote that does not close, and no other', () => {
    const reading = read('Symbol,Note\n"NVDA,x\nAMD,y\n2513.HK,"a\nb"\n');
    expect(shortRows(reading)).toEqual(['2 - invalid', '3 XNAS:AMD valid', '4 XHKG:02513 valid']);
    expect(reading.rows[0]?.verdict).toEqual({ kind: 'invalid', fault: { kind: 'open-quote' } });
    expect(reading.rows[2]?.item?.note).toBe('a\nb');
  });

  it('is written for spreadsheets: a mark, formulas as text, numbers as numbers', () => {
    const lot = {
      quantity: -1.5,
      price: 2,
      currency: 'HKD',
      date: '2026-01-08',
      commission: -3,
      comment: '',
    };
    const document = {
      name: 'x',
      sections: [
        {
          name: '=A',
          items: [
            {
              ...item('XHKG:02513'),
              note: '+cmd|calc\n"2"',
              flags: ['red', 'blue'] as const,
              targets: [{ price: 150, label: '-high' }],
              lots: [lot, { ...lot, quantity: 2 }],
            },
            { ...item('＝1+1'), targets: [{ price: 7, label: '' }] },
          ],
        },
      ],
    };
    const { text, lost } = write('csv', document);
    expect(text.split('\r\n')).toEqual([
      '\ufeffSymbol,Name,Section,Note,Flags,Targets,Quantity,Price,Currency,Date,Commission,Comment',
      `XHKG:02513,Zhipu,'=A,"'+cmd|calc\n""2""",red blue,150 -high,-1.5,2,HKD,2026-01-08,-3,`,
      "XHKG:02513,Zhipu,'=A,,,,2,2,HKD,2026-01-08,-3,",
      "'＝1+1,,'=A,,,7,,,,,,",
      '',
    ]);
    expect(lost).toEqual([]);
    expect(returned('csv', document).sections[0]?.items[0]).toMatchObject({
      note: '+cmd|calc\n"2"',
      flags: ['red', 'blue'],
      lots: [lot, { ...lot, quantity: 2 }],
    });
  });
});

describe('a table of MotiveWave', () => {
  it.each(['SYMBOL,EXCHANGE,TYPE,CURRENCY,MINTICK,TITLE\n', ''])('with header %j', (header) => {
    const reading = read(
      `${header}2513,SEHK,STOCK,HKD,0.1,Zhipu\nSHOP,TSE,STOCK,CAD,0.01,Shopify\n`,
      {
        wish: { format: 'motivewave' },
      },
    );
    expect(reading.rows.map((row) => row.item?.symbol)).toEqual(['XHKG:02513', 'XTSE:SHOP']);
  });

  it('is written with the names of a broker', () => {
    const { text } = write('motivewave', {
      name: 'x',
      sections: [{ name: null, items: [item('XHKG:02513'), item('CME_MINI:ES1!')] }],
    });
    expect(text.split('\r\n').slice(1)).toEqual([
      '2513,SEHK,STOCK,HKD,,Zhipu',
      'CME_MINI:ES1!,,,,,',
      '',
    ]);
  });
});

function item(symbol: string) {
  return { symbol, written: null, note: '', flags: [], targets: [], lots: [] };
}

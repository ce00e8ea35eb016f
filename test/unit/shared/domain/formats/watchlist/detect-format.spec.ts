import { describe, expect, it } from 'vitest';
import { detectListFormat } from '../../../../../../src/shared/domain/formats/watchlist/detect-format';
import {
  listFileName,
  listNameOf,
} from '../../../../../../src/shared/domain/formats/watchlist/list-file-name';
import { WRITTEN_LIST_FORMATS } from '../../../../../../src/shared/domain/formats/watchlist/list-format';
import { write } from './list-context';

const item = (symbol: string) => ({
  ...{ symbol, written: null, note: '', flags: [], targets: [], lots: [] },
});

describe('the form of a text', () => {
  it.each(WRITTEN_LIST_FORMATS)(
    'is known of what is written as %s, by its content alone',
    (format) => {
      const items = ['XHKG:02513', 'XNAS:NVDA', 'XNYS:TSM'].map(item);
      const { text } = write(format, { name: 'x', sections: [{ name: null, items }] });
      const [first] = detectListFormat(text.replace('\ufeff', ''), null);
      expect(first?.format).toBe(format);
      expect(first?.confidence).toBeGreaterThan(0.5);
    },
  );

  it.each([
    ['NVDA\n2513.HK\n', 'a.csv', 'csv'],
    ['NVDA 2513.HK', null, 'text'],
    ['NASDAQ:NVDA', 'a.txt', 'tradingview'],
    ['a: 1', 'a.yml', 'ticker'],
    ['{"a":1}', 'x.json', 'tapeout'],
    ['', 'zxg.blk', 'tongdaxin'],
    ['NVDA\tnote\nAMD\tnote\n', null, 'csv'],
    ['2513,SEHK,STOCK,HKD,0.1,Zhipu', null, 'motivewave'],
  ])('%j of a file %s is %s', (text, fileName, format) => {
    expect(detectListFormat(text, fileName)[0]?.format).toBe(format);
  });

  it('leaves other forms to choose from, the likelier first', () => {
    const guesses = detectListFormat('Symbol,Current Price,Trade Date\nNVDA,1,\n', 'a.csv');
    expect(guesses.map(({ format }) => format)).toEqual(['yahoo', 'csv', 'text']);
    const confidences = guesses.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((one, other) => other - one));
  });
});

describe('the name of a list', () => {
  it.each([
    ['My chips_d3f0a.txt', 'My chips'],
    ['chips_china.txt', 'chips_china'],
    ['/home/me/自选股.tapeout.json', '自选股'],
    ['C:\\lists\\a.b.csv', 'a.b'],
    ['zxg.blk', 'zxg'],
    ['list.yaml.gz', 'list'],
    ['.csv', ''],
  ])('of %s is %s', (fileName, name) => {
    expect(listNameOf(fileName)).toBe(name);
  });

  it.each([
    ['AI / chips: "all"?', 'AI - chips- -all--.txt'],
    ['con', '_con.txt'],
    ['..', 'list.txt'],
    ['a. ', 'a.txt'],
  ])('%s makes the file %s', (name, fileName) => {
    expect(listFileName(name, 'tradingview')).toBe(fileName);
  });
});

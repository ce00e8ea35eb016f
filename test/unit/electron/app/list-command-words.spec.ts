import { describe, expect, it } from 'vitest';
import { jsonLine, lossWords, rowWords } from '../../../../electron/app/list-command-words';
import { read } from '../../shared/domain/formats/watchlist/list-context';

describe('what a command says of rows', () => {
  it('names those that are not simply taken', () => {
    const reading = read(
      [
        'Symbol,Quantity,Flags,P/E',
        'NVDA,x,red,1',
        '2513,1,,',
        'FOOBAR1,,,',
        '$$CASH,1,,',
        'nvda,,pink,',
      ].join('\n'),
    );
    expect(rowWords(reading)).toBe(
      [
        'line 2: "NVDA,x,red,1" quantity "x" is left out',
        'line 3: "2513,1,," may mean XHKG:02513 or XTKS:2513 or XTAI:2513 or ROCO:2513 and is kept as written',
        'line 4: "FOOBAR1,,," is not known and kept as written',
        'line 5: "$$CASH,1,," is left out: cash',
        'line 6: "nvda,,pink," flags "pink" is left out',
        'not kept in a list: P/E',
        '',
      ].join('\n'),
    );
  });

  it('names the first ones of many', () => {
    const words = rowWords(read('$$CASH\n'.repeat(60).replace(/^/, 'Symbol\n')));
    expect(words.split('\n')).toHaveLength(52);
    expect(words).toContain('10 more rows\n');
  });

  it('is on one line, whatever stands in a row', () => {
    const words = rowWords(read('Symbol,Note\n"FOO""BAR","a\nb"\n'));
    expect(words.trim().split('\n')).toHaveLength(1);
  });
});

it('losses are named with examples', () => {
  expect(
    lossWords([
      { kind: 'notes', count: 2, examples: ['A', 'B'] },
      { kind: 'order', count: 1, examples: [] },
    ]),
  ).toBe('not in the file: notes 2 (A, B)\nnot in the file: order 1\n');
});

it('an answer is one line', () => {
  expect(jsonLine({ name: 'a\n"b"', format: 'csv', written: 1, lost: 0 })).toBe(
    '{"name":"a\\n\\"b\\"","format":"csv","written":1,"lost":0}\n',
  );
});

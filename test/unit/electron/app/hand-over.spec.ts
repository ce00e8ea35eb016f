import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HandOver, readHandOver, toHandOver } from '../../../../electron/app/hand-over';

const NOTHING: HandOver = {
  symbol: null,
  interval: null,
  locale: null,
  theme: null,
  barsFolder: null,
  offline: false,
  listFile: null,
};

describe('readHandOver', () => {
  it('gives back what was sent, without the rest of the request', () => {
    const sent = toHandOver({
      ...{ symbol: 'XNAS:NVDA', locale: 'zh-CN', theme: 'dark', barsFolder: '/bars' },
      ...{ interval: '5m', offline: false, network: true, userData: '/data', screenshot: null },
      ...{ hidden: false, listFile: '/lists/chips.tapeout.json' },
      range: { from: '2016-01-01', to: '2016-12-31' },
    });
    expect(readHandOver(JSON.parse(JSON.stringify(sent)))).toEqual({
      symbol: 'XNAS:NVDA',
      interval: '5m',
      locale: 'zh-CN',
      theme: 'dark',
      barsFolder: '/bars',
      offline: false,
      listFile: '/lists/chips.tapeout.json',
    });
  });

  it.each([null, undefined, 7, 'text', [], {}])('asks for nothing with %j', (data) => {
    expect(readHandOver(data)).toEqual(NOTHING);
  });

  it('leaves out each part that is not what it should be', () => {
    const data = {
      symbol: 'nvda',
      interval: '7m',
      locale: 'de',
      theme: 'system',
      barsFolder: '',
      offline: 'yes',
    };
    expect(readHandOver(data)).toEqual(NOTHING);
    expect(readHandOver({ ...data, theme: 'light' })).toEqual({ ...NOTHING, theme: 'light' });
  });

  it('takes nothing else out of any message', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (data) => {
        expect(Object.keys(readHandOver(data)).sort()).toEqual(Object.keys(NOTHING).sort());
      }),
    );
  });
});

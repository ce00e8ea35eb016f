import { describe, expect, it } from 'vitest';
import { loadSuites } from '../../../../scripts/bench/suites.mjs';
import { measuresOf } from '../../../../scripts/bench/suites/store.mjs';

describe('the suites', () => {
  it('are the modules of their folder, each with a name and a floor', async () => {
    const suites = await loadSuites(null);
    expect(suites.map(({ name }) => name)).toEqual(expect.arrayContaining(['start', 'store']));
    expect(new Set(suites.map(({ name }) => name)).size).toBe(suites.length);
    for (const suite of suites) {
      expect(suite.floor).not.toBe('');
      expect(suite.measure).toBeInstanceOf(Function);
    }
  });

  it('can be chosen, and an unknown one is told with those that there are', async () => {
    const [only, ...others] = await loadSuites(['store']);
    expect(only?.name).toBe('store');
    expect(others).toEqual([]);
    await expect(loadSuites(['stoer'])).rejects.toThrow(/no suite stoer/);
  });
});

describe('the measures of the store', () => {
  const opened = (ms: number, overviewMs: number | null = null) => ({ ms, overviewMs, bytes: 56 });
  const result = {
    reading: [{ value: 20, floor: 10 }],
    size: { value: 0.5, floor: 5 },
    one: [{ value: 0.012, floor: 0.01 }],
    oneWithOrigin: [{ value: 0.03, floor: 0.01 }],
    many: [{ value: 6, floor: 3 }],
    sentShort: [{ value: opened(22), floor: opened(20) }],
    sentLong: [{ value: opened(300), floor: opened(200) }],
    openedShort: [{ value: opened(40), floor: opened(20) }],
    openedLong: [{ value: opened(500, 20), floor: opened(200) }],
    storing: [{ value: 20, floor: 5 }],
    opening: [{ value: 30, floor: 5 }],
  };
  const measures = new Map(measuresOf(result).map((measure) => [measure.name, measure]));

  it('hold each against its target', () => {
    expect([...measures].map(([name, { met }]) => [name, met])).toEqual([
      ['100k bars, data process to page', true],
      ['1M bars, data process to page', false],
      ['100k bars, disk to page', null],
      ['1M bars, disk to page', null],
      ['1M bars, overview in the page', null],
      ['a year of minutes, store to columns', true],
      ['a year of minutes, size of the file', true],
      ['newest bar appended', true],
      ['newest bar appended, with its origin', null],
      ['newest bars of 500 series appended', false],
      ['main blocked while 1M bars are stored', true],
      ['main blocked while 1M bars are read and sent', false],
    ]);
  });

  it('count appends in microseconds and the overview from when it can be drawn', () => {
    expect(measures.get('newest bar appended')).toMatchObject({
      unit: 'us',
      value: { median: 12 },
    });
    expect(measures.get('1M bars, overview in the page')?.value.median).toBe(20);
  });

  it('take an overview that never came for one that came too late', () => {
    const never = { ...result, openedLong: [{ value: opened(500), floor: opened(200) }] };
    const overview = measuresOf(never).find(({ name }) => name.includes('overview'));
    expect(overview?.value.median).toBe(Infinity);
  });
});

import { describe, expect, it } from 'vitest';
import { matchInstruments } from '../../../../../electron/core/instruments/match-instruments';
import { madeUp } from '../quotes/live-samples';

const ALPHA = madeUp('XNAS:ALPH', {
  name: { en: 'Alpha Foundry', zh: '阿尔法' },
  aliases: ['ALPH US'],
});
const PLAIN = madeUp('XNAS:PLAN', { name: { en: 'Plan', zh: '计划' } });
const PLANET = madeUp('XHKG:09876', { name: { en: 'Planet', zh: '行星' }, aliases: ['9876.HK'] });
const AEROPLANE = madeUp('XNYS:AERO', { name: { en: 'Aeroplane', zh: '飞机' } });
const ALL = [ALPHA, AEROPLANE, PLANET, PLAIN];

describe('matchInstruments', () => {
  it('puts the same first, then beginnings, then what holds it', () => {
    expect(matchInstruments(ALL, 'plan')).toEqual([PLAIN, PLANET, AEROPLANE]);
  });

  it.each([
    ['XNAS:ALPH', ALPHA],
    ['alph us', ALPHA],
    ['９８７６．HK', PLANET],
    ['09876', PLANET],
    [' 行星 ', PLANET],
    ['foundry', ALPHA],
  ])('finds by %s', (text, expected) => {
    expect(matchInstruments(ALL, text)).toEqual([expected]);
  });

  it('finds nothing by nothing, and not by the exchange of all', () => {
    expect(matchInstruments(ALL, '  ')).toEqual([]);
    expect(matchInstruments(ALL, 'zzz')).toEqual([]);
  });
});

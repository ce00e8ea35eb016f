import { beforeEach, describe, expect, it } from 'vitest';
import { InstrumentsState } from '../../../src/state/instruments-state.svelte';
import { ACME, ACME_HONG_KONG, BOLT, sampleInstruments } from '../../helpers/desk-sample';

describe('the catalogue of the page', () => {
  let instruments: InstrumentsState;

  beforeEach(() => {
    instruments = new InstrumentsState();
    instruments.receive(sampleInstruments);
  });

  it('finds by id', () => {
    expect(instruments.all).toHaveLength(5);
    expect(instruments.get(BOLT)?.currency).toBe('HKD');
    expect(instruments.get('XNAS:NONE')).toBeUndefined();
  });

  it('names in both languages, and by what is written where nothing is known', () => {
    expect(instruments.nameOf(BOLT, 'en')).toBe('Bolt');
    expect(instruments.nameOf(BOLT, 'zh-CN')).toBe('博特');
    expect(instruments.nameOf('XTKS:9999', 'en')).toBe('9999');
    expect(instruments.nameOf('ask Ming', 'zh-CN')).toBe('ask Ming');
  });

  it('keeps the leading zeros of a code', () => {
    expect(instruments.codeOf(BOLT)).toBe('02345');
    expect(instruments.codeOf('ask Ming')).toBe('ask Ming');
  });

  it('knows lines of one company', () => {
    expect(instruments.isSameIssuer(ACME, ACME_HONG_KONG)).toBe(true);
    expect(instruments.isSameIssuer(ACME, BOLT)).toBe(false);
    expect(instruments.isSameIssuer('XTKS:9999', 'XTKS:9999')).toBe(true);
    expect(instruments.isSameIssuer('XTKS:9999', 'XTKS:8888')).toBe(false);
  });
});

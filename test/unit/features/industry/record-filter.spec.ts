import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askedRecords } from '../../../../src/features/industry/record-filter';
import type { IndustryState } from '../../../../src/state/industry-state.svelte';
import type { DeskUnderTest } from '../../../helpers/desk-under-test';
import { endDesk, industryDesk } from './industry-desk';

let made: DeskUnderTest;

beforeEach(async () => {
  made = await industryDesk();
});
afterEach(() => endDesk(made));

type Asked = Partial<Pick<IndustryState, 'kind' | 'company' | 'query'>>;

function keys(asked: Asked, locale: 'en' | 'zh-CN' = 'en'): string[] {
  const { industry, timeline } = made.desk;
  const whole = { kind: 'all', company: null, query: '', ...asked } as const;
  return askedRecords(industry.records, whole, timeline, locale).map(({ key }) => key);
}

const ALL = ['programme acme-a', 'chip acme-a1', 'chip acme-a2', 'chip bolt-b1'];

describe('what is asked for', () => {
  it('is everything, companies in the order of the alphabet', () => {
    expect(keys({})).toEqual(ALL);
    // 艾克米 (ai) stands before 博特 (bo).
    expect(keys({}, 'zh-CN')).toEqual(ALL);
  });

  it('is of one company or one kind', () => {
    expect(keys({ company: 'bolt' })).toEqual(['chip bolt-b1']);
    expect(keys({ kind: 'cpu' })).toEqual(ALL);
    expect(keys({ kind: 'accelerator' })).toEqual([]);
    expect(keys({ kind: 'other' })).toEqual([]);
  });

  it('is found in either language, whichever is shown', () => {
    expect(keys({ query: '博特' })).toEqual(['chip bolt-b1']);
    expect(keys({ query: 'BOLT' }, 'zh-CN')).toEqual(['chip bolt-b1']);
    expect(keys({ query: '甲2' })).toEqual(['chip acme-a2']);
  });

  it('is found by foundry and instruction set', () => {
    expect(keys({ query: 'fabco' })).toEqual(['chip acme-a1']);
    expect(keys({ query: 'risc-v acme' })).toEqual(['chip acme-a1']);
    expect(keys({ query: 'risc-v bolt' })).toEqual([]);
  });
});

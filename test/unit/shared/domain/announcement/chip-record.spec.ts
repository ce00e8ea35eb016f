import { describe, expect, it } from 'vitest';
import {
  chipRecords,
  newestFact,
  stageReached,
  stageStep,
  strongerClaim,
} from '../../../../../src/shared/domain/announcement/chip-record';
import { STAGES } from '../../../../../src/shared/domain/announcement/announcement';
import type { Chip, Programme } from '../../../../../src/shared/domain/announcement/programme';
import { announcements, chips, programmes } from '../../../../helpers/announcement-set';
import { summaryOf } from '../../../../helpers/fake-client';
import { claimOf } from '../../../features/industry/made-up-claims';

const programme = (id: string): Programme => ({
  ...{ id, company: 'acme', name: { en: id, zh: id } },
  ...{ kind: 'cpu', workload: 'general', description: null },
});
const chip = (id: string, of: string): Chip => ({
  ...{ id, programme: of, name: { en: id, zh: id }, predecessor: null },
});
const A = programme('a');
const B = programme('b');
const CHIPS = [chip('a1', 'a'), chip('a2', 'a'), chip('b1', 'b')];
const about = (id: string, date: string, of: string[], named: string[]) =>
  claimOf(id, date, { programmes: of, chips: named });

describe('the records of chips', () => {
  it('hold the claims of each chip, oldest first, chips by their first one', () => {
    const records = chipRecords([A], CHIPS, [
      about('new', '2024-05-01', ['a'], ['a1']),
      about('both', '2024-03-01', ['a'], ['a2', 'a1']),
      about('old', '2023-01-01', ['a'], ['a2']),
    ]);
    expect(records.map(({ chip: of, claims }) => [of?.id, claims.map(({ id }) => id)])).toEqual([
      ['a2', ['old', 'both']],
      ['a1', ['both', 'new']],
    ]);
  });

  it('put what names no chip at the head of its programme', () => {
    const records = chipRecords([A, B], CHIPS, [
      about('chip', '2020-01-01', ['a'], ['a1']),
      about('whole', '2024-01-01', ['a'], []),
      about('other', '2024-02-01', ['a', 'b'], ['a1']),
    ]);
    expect(records.map(({ key, claims }) => [key, claims.map(({ id }) => id)])).toEqual([
      ['programme a', ['whole']],
      ['chip a1', ['chip', 'other']],
      ['programme b', ['other']],
    ]);
  });

  it('leave the market out', () => {
    const news = { ...about('news', '2024-01-01', ['a'], ['a1']), kind: 'context' as const };
    expect(chipRecords([A], CHIPS, [news])).toEqual([]);
  });

  it('hold every claim of the data set that is about a chip, and every chip', () => {
    const records = chipRecords(programmes, chips, announcements.map(summaryOf));
    const told = new Set(records.flatMap(({ claims }) => claims.map(({ id }) => id)));
    const expected = announcements.filter(({ kind }) => kind !== 'context').map(({ id }) => id);
    expect([...told].sort()).toEqual([...expected].sort());
    const named = records.flatMap((record) => record.chip?.id ?? []);
    expect([...named].sort()).toEqual(chips.map(({ id }) => id).sort());
    expect(new Set(records.map(({ key }) => key)).size).toBe(records.length);
  });
});

describe('the stage that a chip has reached', () => {
  const reached = (...claims: ReturnType<typeof claimOf>[]) => stageReached(claims)?.id;
  const at = (id: string, stage: (typeof STAGES)[number], claim = 'confirmed' as const) =>
    claimOf(id, '2024-01-01', { stage, claim });

  it('is the furthest one, whatever was told last', () => {
    expect(reached(at('use', 'deployed'), at('deal', 'announced'))).toBe('use');
  });

  it('stands on the best founded claim, then on the first', () => {
    const rumour = claimOf('rumour', '2024-01-01', { stage: 'sampling', claim: 'rumoured' });
    const word = at('word', 'sampling');
    expect(reached(rumour, word, at('again', 'sampling'))).toBe('word');
  });

  it('is the end where it was given up last, and not where it was taken up again', () => {
    expect(reached(at('use', 'deployed'), at('end', 'cancelled'))).toBe('end');
    expect(reached(at('end', 'cancelled'), at('anew', 'designing'))).toBe('anew');
  });

  it('is none without a claim', () => {
    expect(stageReached([])).toBeNull();
  });

  it('has an order', () => {
    const chipStages = STAGES.filter((stage) => stage !== 'context');
    expect(chipStages.map(stageStep)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('a fact of a chip', () => {
  const told = (process: string | null, claim: 'confirmed' | 'reported') =>
    claimOf('a', '2024-01-01', { process, claim });

  it('is the last one that the company told', () => {
    expect(
      newestFact(
        [told('7 nm', 'confirmed'), told('5 nm', 'confirmed'), told('3 nm', 'reported')],
        'process',
      ),
    ).toEqual({ value: '5 nm', claim: 'confirmed' });
  });

  it('is the last report where the company told none', () => {
    expect(newestFact([told('5 nm', 'reported'), told(null, 'confirmed')], 'process')).toEqual({
      value: '5 nm',
      claim: 'reported',
    });
    expect(newestFact([told('5 nm', 'reported')], 'isa')).toBeNull();
  });
});

describe('the stronger claim', () => {
  it('is the better founded one', () => {
    expect(strongerClaim('rumoured', 'reported')).toBe('reported');
    expect(strongerClaim('confirmed', 'reported')).toBe('confirmed');
    expect(strongerClaim('rumoured', 'rumoured')).toBe('rumoured');
  });
});

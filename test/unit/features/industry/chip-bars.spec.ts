import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barOf, markOf, marksOf } from '../../../../src/features/industry/chip-bars';
import { dateOf, dayOf } from '../../../../src/features/industry/time-scale';
import { daySpan } from '../../../../src/shared/domain/announcement/placement';
import { anyClaim, anyClaims, claimOf } from './made-up-claims';

describe('a mark', () => {
  it('of a day is that day, and stands in its middle', () => {
    expect(markOf(claimOf('a', '2024-02-29'))).toMatchObject({
      ...{ exact: true, fromDay: dayOf('2024-02-29'), toDay: dayOf('2024-03-01') },
      atDay: dayOf('2024-02-29') + 0.5,
    });
  });

  it.each([
    ['month', '2024-02-01', '2024-03-01'],
    ['quarter', '2024-10-01', '2025-01-01'],
    ['year', '2024-01-01', '2025-01-01'],
  ] as const)('of a %s is a span of all of it', (precision, date, end) => {
    const mark = markOf(claimOf('a', date, { precision }));
    expect([mark.exact, dateOf(mark.fromDay), dateOf(mark.toDay)]).toEqual([false, date, end]);
  });

  it('covers just what is known, and stands inside of it', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        const mark = markOf(claim);
        const { from, to } = daySpan(claim);
        expect([dateOf(mark.fromDay), dateOf(mark.toDay - 1)]).toEqual([from, to]);
        expect(mark.atDay).toBeGreaterThan(mark.fromDay);
        expect(mark.atDay).toBeLessThan(mark.toDay);
      }),
    );
  });
});

describe('the bar of a chip', () => {
  const bar = (...claims: ReturnType<typeof claimOf>[]) => barOf(marksOf(claims));

  it('ends with the first use, and later claims do not lengthen it', () => {
    const made = bar(
      claimOf('rumour', '2022-01-01', { claim: 'rumoured', precision: 'year', stage: 'planned' }),
      claimOf('use', '2024-05-01', { stage: 'deployed' }),
      claimOf('deal', '2025-06-01'),
    );
    expect(made).toMatchObject({ end: 'deployed', fromDay: dayOf('2022-01-01') });
    expect(dateOf(made.toDay)).toBe('2024-05-02');
  });

  it('ends where the chip was given up last', () => {
    const end = claimOf('end', '2023-01-01', { stage: 'cancelled' });
    expect(bar(claimOf('a', '2022-01-01'), end).end).toBe('cancelled');
    expect(bar(end, claimOf('anew', '2024-01-01', { stage: 'designing' })).end).toBe('open');
  });

  it('changes with the best claim so far', () => {
    const { phases } = bar(
      claimOf('rumour', '2022-01-01', { claim: 'rumoured' }),
      claimOf('report', '2022-03-01', { claim: 'reported' }),
      claimOf('again', '2022-04-01', { claim: 'rumoured' }),
      claimOf('word', '2023-01-01'),
    );
    expect(phases.map(({ claim, fromDay }) => [claim, dateOf(fromDay)])).toEqual([
      ['rumoured', '2022-01-01'],
      ['reported', '2022-03-01'],
      ['confirmed', '2023-01-01'],
    ]);
  });

  it('never begins after it ends, and its phases fill it without a gap', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const { fromDay, toDay, phases } = barOf(marksOf(claims));
        expect(fromDay).toBeLessThan(toDay);
        const joints = phases.flatMap((phase) => [phase.fromDay, phase.toDay]);
        expect(joints[0]).toBe(fromDay);
        expect(joints.at(-1)).toBe(toDay);
        for (const phase of phases) expect(phase.fromDay).toBeLessThan(phase.toDay);
        phases.slice(1).forEach((phase, at) => expect(phase.fromDay).toBe(phases[at]?.toDay));
      }),
    );
  });
});

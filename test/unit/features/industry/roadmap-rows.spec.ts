import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  heightOf,
  lanesOf,
  placeRows,
  recordSpan,
  rowsBetween,
} from '../../../../src/features/industry/roadmap-rows';
import { chipRecords } from '../../../../src/shared/domain/announcement/chip-record';
import { announcements, chips, programmes } from '../../../helpers/announcement-set';
import { sampleAnnouncements, sampleChips, sampleProgrammes } from '../../../helpers/desk-sample';
import { summaryOf } from '../../../helpers/fake-client';

const sample = lanesOf(
  chipRecords(sampleProgrammes, sampleChips, sampleAnnouncements.map(summaryOf)),
);
const real = lanesOf(chipRecords(programmes, chips, announcements.map(summaryOf)));
const OPEN = new Set<string>();

describe('the rows', () => {
  it('are a lane for each company, with its programmes and their chips', () => {
    expect(placeRows(sample, OPEN).map(({ row }) => row.key)).toEqual([
      ...['company acme', 'programme acme-a', 'chip acme-a1', 'chip acme-a2'],
      ...['company bolt', 'programme bolt-b', 'chip bolt-b1'],
    ]);
  });

  it('have a bar for each chip, and marks of the programme on its own line', () => {
    const rows = placeRows(sample, OPEN).map(({ row }) => row);
    expect(rows.filter(({ bar }) => bar).map(({ kind }) => kind)).toEqual(['chip', 'chip', 'chip']);
    expect(rows[1]?.marks.map(({ claim }) => claim.id)).toEqual(['acme-plan']);
    expect(rows[0]?.marks).toEqual([]);
  });

  it('are the head alone, with all of its marks, where a lane is folded', () => {
    const rows = placeRows(sample, new Set(['acme']));
    expect(rows.map(({ row }) => row.key).slice(0, 2)).toEqual(['company acme', 'company bolt']);
    expect(rows[0]?.row.marks.map(({ claim }) => claim.id)).toEqual([
      ...['acme-plan', 'acme-a1', 'acme-a2'],
    ]);
  });

  it('stand one under the other', () => {
    const rows = placeRows(real, OPEN);
    rows.slice(1).forEach(({ topPx }, at) => {
      const above = rows[at];
      expect(topPx).toBeGreaterThanOrEqual((above?.topPx ?? 0) + (above?.heightPx ?? 0));
    });
    expect(heightOf(rows)).toBeGreaterThan(rows.at(-1)?.topPx ?? 0);
    expect(heightOf([])).toBe(0);
  });

  it('hold every company and programme with a chip of the data set', () => {
    const rows = placeRows(real, OPEN).map(({ row }) => row);
    const told = new Set(
      announcements.flatMap((it) => (it.kind === 'context' ? [] : it.programmes)),
    );
    expect(new Set(rows.flatMap((row) => row.programme?.id ?? []))).toEqual(told);
    const companies = programmes.filter(({ id }) => told.has(id)).map(({ company }) => company);
    expect(new Set(rows.map(({ company }) => company))).toEqual(new Set(companies));
  });
});

describe('the rows between two heights', () => {
  const rows = placeRows(real, OPEN);

  it('are all that touch them and no others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 9000 }),
        fc.integer({ min: 1, max: 2000 }),
        (top, height) => {
          const { from, to } = rowsBetween(rows, top, top + height);
          const touching = rows.filter(
            ({ topPx, heightPx }) => topPx + heightPx > top && topPx < top + height,
          );
          expect(rows.slice(from, to)).toEqual(touching);
        },
      ),
    );
  });
});

describe('the span of the record', () => {
  it('covers every mark', () => {
    const span = recordSpan(real);
    for (const { marks } of real) {
      for (const { fromDay, toDay } of marks) {
        expect(span?.fromDay).toBeLessThanOrEqual(fromDay);
        expect(span?.toDay).toBeGreaterThanOrEqual(toDay);
      }
    }
    expect(recordSpan([])).toBeNull();
  });
});

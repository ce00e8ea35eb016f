import { describe, expect, it } from 'vitest';
import {
  headingAt,
  staysAt,
  timelineLines,
} from '../../../../src/features/timeline/timeline-lines';
import type { AnnouncementSummary } from '../../../../src/shared/domain/announcement/announcement';
import { sampleAnnouncements } from '../../../helpers/desk-sample';
import { summaryOf } from '../../../helpers/fake-client';

const [first] = sampleAnnouncements.map(summaryOf);
const dated = (
  id: string,
  date: string,
  precision: AnnouncementSummary['precision'] = 'day',
): AnnouncementSummary => ({ ...(first as AnnouncementSummary), id, date, precision });

const shapeOf = (announcements: readonly AnnouncementSummary[]): string[] =>
  timelineLines(announcements).map((line) =>
    line.kind === 'period'
      ? `${line.precision} ${line.date.slice(0, 7)}`
      : `${line.key}${line.last ? ' (last)' : ''}`,
  );

describe('the lines', () => {
  it('stand under the month of their day', () => {
    expect(
      shapeOf([dated('c', '2024-03-09'), dated('b', '2024-03-05'), dated('a', '2024-02-28')]),
    ).toEqual(['month 2024-03', 'c', 'b (last)', 'month 2024-02', 'a (last)']);
  });

  it('share a heading with what is known to the same month', () => {
    expect(shapeOf([dated('b', '2024-03-05'), dated('a', '2024-03-01', 'month')])).toEqual([
      'month 2024-03',
      'b',
      'a (last)',
    ]);
  });

  it('never stand under a month that nobody knows', () => {
    expect(
      shapeOf([
        dated('d', '2024-01-09'),
        dated('c', '2024-01-01', 'quarter'),
        dated('b', '2024-01-01', 'year'),
        dated('a', '2023-12-24'),
      ]),
    ).toEqual([
      'month 2024-01',
      'd (last)',
      'quarter 2024-01',
      'c (last)',
      'year 2024-01',
      'b (last)',
      'month 2023-12',
      'a (last)',
    ]);
  });

  it('have keys of their own also where a month comes twice', () => {
    const lines = timelineLines([
      dated('c', '2024-01-01'),
      dated('b', '2024-01-01', 'year'),
      dated('a', '2024-01-01'),
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(6);
  });

  it('are none for no announcements', () => {
    expect(timelineLines([])).toEqual([]);
  });
});

describe('the heading of a line', () => {
  const lines = timelineLines([
    dated('c', '2024-03-09'),
    dated('b', '2024-03-05'),
    dated('a', '2024-02-28'),
  ]);

  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 3],
    [4, 3],
    [99, 3],
  ])('%d is %d', (index, heading) => {
    expect(headingAt(lines, index)).toBe(heading);
  });

  it('is none in an empty list', () => {
    expect(headingAt([], 0)).toBe(-1);
  });
});

describe('where the list stays', () => {
  const all = ['2024-03-09', '2024-03-05', '2024-02-28', '2024-02-01'].map((date) =>
    dated(date, date),
  );
  const keyAt = (shown: readonly AnnouncementSummary[], id: string | null): string | undefined => {
    const lines = timelineLines(shown);
    return lines[staysAt(lines, all, id) ?? -1]?.key;
  };

  it('is at the same entry, or at the next older one that is left', () => {
    expect(keyAt(all, '2024-03-05')).toBe('2024-03-05');
    expect(
      keyAt(
        [all[0], all[3]].flatMap((each) => each ?? []),
        '2024-03-05',
      ),
    ).toBe('2024-02-01');
  });

  it('is nowhere where none is left, nothing was seen, or the record lost it', () => {
    expect(keyAt(all.slice(0, 1), '2024-03-05')).toBeUndefined();
    expect(keyAt(all, null)).toBeUndefined();
    expect(keyAt(all, 'gone')).toBeUndefined();
  });
});

describe('a heading', () => {
  it('counts what stands under it', () => {
    const [heading] = timelineLines([dated('b', '2024-03-09'), dated('a', '2024-03-05')]);
    expect(heading).toMatchObject({ kind: 'period', count: 2 });
  });
});

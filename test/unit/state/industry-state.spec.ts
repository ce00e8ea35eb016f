import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskUnderTest } from '../../helpers/desk-under-test';
import { endDesk, industryDesk } from '../features/industry/industry-desk';

let made: DeskUnderTest;

beforeEach(async () => {
  made = await industryDesk();
});
afterEach(() => endDesk(made));

it('holds the records of all chips', () => {
  const { records } = made.desk.industry;
  expect(records.map(({ key }) => key)).toContain('chip acme-a2');
});

it('opens with the view that is asked for, and again with the one that was left', () => {
  const { industry } = made.desk;
  industry.open('table');
  industry.toggle();
  expect(industry.isOpen).toBe(false);
  industry.toggle();
  expect([industry.isOpen, industry.view]).toEqual([true, 'table']);
  industry.close();
  expect(industry.isOpen).toBe(false);
});

it('turns the order of a column round when it is asked for twice', () => {
  const { industry } = made.desk;
  industry.orderBy('stage');
  expect(industry.order).toEqual({ column: 'stage', descending: false });
  industry.orderBy('stage');
  expect(industry.order).toEqual({ column: 'stage', descending: true });
  industry.orderBy('date');
  expect(industry.order).toEqual({ column: 'date', descending: false });
});

it('folds one lane, all of them, and opens all when all are folded', () => {
  const { industry } = made.desk;
  industry.fold('acme');
  expect([...industry.folded]).toEqual(['acme']);
  industry.foldAll(['acme', 'bolt']);
  expect([...industry.folded].sort()).toEqual(['acme', 'bolt']);
  industry.foldAll(['acme', 'bolt']);
  expect(industry.folded.size).toBe(0);
  industry.fold('acme');
  industry.fold('acme');
  expect(industry.folded.size).toBe(0);
});

it('takes every filter away at once', () => {
  const { industry } = made.desk;
  industry.kind = 'cpu';
  industry.company = 'acme';
  industry.query = 'a1';
  industry.showAll();
  expect([industry.kind, industry.company, industry.query]).toEqual(['all', null, '']);
});

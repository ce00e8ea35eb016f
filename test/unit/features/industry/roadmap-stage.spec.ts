import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RoadmapStage } from '../../../../src/features/industry/roadmap-stage.svelte';
import { AXIS_PX, GUTTER_PX } from '../../../../src/features/industry/roadmap-scene';
import { optionText } from '../../../../src/features/industry/roadmap-option';
import { dayAt, dayOf, xOf } from '../../../../src/features/industry/time-scale';
import type { DeskUnderTest } from '../../../helpers/desk-under-test';
import { endDesk, industryDesk } from './industry-desk';

const CLOCK = Date.parse('2024-05-20T12:00:00Z');

let made: DeskUnderTest;
let stage: RoadmapStage;
let scrolled: number[];

beforeEach(async () => {
  made = await industryDesk({
    snapshot: { launch: { range: null, screenshot: false, clockOffsetMs: CLOCK - Date.now() } },
  });
  stage = new RoadmapStage(made.desk);
  stage.widthPx = 1200 + GUTTER_PX;
  stage.heightPx = 600;
  scrolled = [];
  stage.scrollTo = (topPx) => void scrolled.push(topPx);
});
afterEach(() => endDesk(made));

const rowTop = (key: string): number => {
  const placed = stage.rows.find(({ row }) => row.key === key);
  return AXIS_PX + (placed?.topPx ?? NaN) + (placed?.heightPx ?? NaN) / 2;
};
const glyphX = (date: string): number => GUTTER_PX + xOf(stage.scale, dayOf(date) + 0.5);

describe('the stage of the roadmap', () => {
  it('begins with the last years, today among them', () => {
    const today = xOf(stage.scale, stage.nowDay);
    expect(today).toBeGreaterThan(900);
    expect(today).toBeLessThan(1200);
    expect(stage.record.fromDay).toBe(dayOf('2023-01-10'));
  });

  it('knows what lies under a point', () => {
    const hit = stage.hitAt(glyphX('2024-03-05'), rowTop('chip acme-a1'));
    expect(hit?.row.key).toBe('chip acme-a1');
    expect(hit?.cluster?.marks.map(({ claim }) => claim.id)).toEqual(['acme-a1']);
    expect(stage.hitAt(40, rowTop('company bolt'))).toMatchObject({
      ...{ row: { company: 'bolt' }, cluster: null },
    });
    expect(stage.hitAt(glyphX('2024-03-05') - 60, rowTop('chip acme-a1'))?.cluster).toBeNull();
    expect(stage.hitAt(glyphX('2024-03-05'), 10)).toBeNull();
    expect(stage.hitAt(500, 590)).toBeNull();
  });

  it('is hit all along a span', () => {
    stage.zoom(1e6, glyphX('2024-02-15'));
    const hit = stage.hitAt(glyphX('2024-02-15') + 400, rowTop('programme acme-a'));
    expect(hit?.cluster?.marks.map(({ claim }) => claim.id)).toEqual(['acme-plan']);
  });

  it('zooms about a point, and about the middle', () => {
    const day = dayAt(stage.scale, 300);
    stage.zoom(3, GUTTER_PX + 300);
    expect(dayAt(stage.scale, 300)).toBeCloseTo(day, 6);
    const middle = dayAt(stage.scale, 600);
    stage.zoom(0.5);
    expect(dayAt(stage.scale, 600)).toBeCloseTo(middle, 6);
  });

  it('brings into view where the keyboard goes', () => {
    stage.zoom(1e6, glyphX('2024-03-05'));
    stage.go({ rowKey: 'chip bolt-b1', claimId: 'bolt-rumour' });
    const x = xOf(stage.scale, dayOf('2023-01-10') + 0.5);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(1200);
    expect(scrolled).toEqual([]);
    stage.heightPx = AXIS_PX + 60;
    stage.go({ rowKey: 'chip bolt-b1', claimId: 'bolt-rumour' });
    expect(scrolled[0]).toBeGreaterThan(0);
  });

  it('takes apart what stands together, and says where it cannot', () => {
    made.desk.industry.fold('acme');
    stage.showAll();
    const hit = stage.hitAt(glyphX('2024-03-06'), rowTop('company acme'));
    const cluster = hit?.cluster;
    expect(cluster?.marks.length).toBeGreaterThan(1);
    if (!cluster) return;
    expect(stage.takeApart(cluster)).toBe(true);
    const apart = stage.hitAt(glyphX('2024-03-05'), rowTop('company acme'));
    expect(apart?.cluster?.marks).toHaveLength(1);
    expect(apart?.cluster && stage.takeApart(apart.cluster)).toBe(false);
  });

  it('goes to what lies beyond the edge', () => {
    stage.zoom(1e6, glyphX('2024-03-05'));
    const row = stage.rows.find((placed) => placed.row.key === 'chip bolt-b1')?.row;
    if (!row) throw new Error('the sample has no such chip');
    expect(stage.bringIn(row)).toBe(true);
    expect(stage.bringIn(row)).toBe(false);
  });

  it('keeps a place for the keyboard when its row is filtered away', () => {
    stage.go({ rowKey: 'chip acme-a1', claimId: 'acme-a1' });
    expect(stage.activeMark?.claim.id).toBe('acme-a1');
    made.desk.industry.company = 'bolt';
    expect(stage.active).toEqual({ rowKey: 'company bolt', claimId: null });
  });
});

describe('what a screen reader hears', () => {
  const told = (rowKey: string, claimId: string | null): string => {
    const row = stage.rows.find((placed) => placed.row.key === rowKey)?.row;
    if (!row) throw new Error(`no row ${rowKey}`);
    const isFolded = made.desk.industry.folded.has(row.company);
    const t = made.desk.t.industry.roadmap;
    return optionText({ row, place: { rowKey, claimId }, isFolded, words: stage.words, t });
  };

  it('is the chip, how far it is, the claim, its date, how well founded, and which of how many', () => {
    expect(told('chip bolt-b1', 'bolt-rumour')).toBe(
      'B1 (not in use yet): Bolt, B1, planned, rumoured, 10 Jan 2023, 1 source, not verified. 1 / 1',
    );
    expect(told('programme acme-a', 'acme-plan')).toBe(
      'Acme A series: Acme, a chip (unnamed), sampling, confirmed, February 2024, 1 source. 1 / 1',
    );
  });

  it('is whether a lane is folded', () => {
    expect(told('company acme', null)).toBe('Acme: open');
    made.desk.industry.fold('acme');
    expect(told('company acme', null)).toBe('Acme: folded');
    expect(told('company acme', 'acme-a1')).toContain('2 / 3');
  });

  it('is that a programme has no claims of its own', () => {
    expect(told('programme bolt-b', null)).toBe('Bolt B: no claim about the programme as a whole');
  });
});

import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { RoadmapStage } from '../../../../src/features/industry/roadmap-stage.svelte';
import { optionText } from '../../../../src/features/industry/roadmap-option';
import { GUTTER_PX } from '../../../../src/features/industry/roadmap-scene';
import { fitText } from '../../../../src/features/industry/text-room';
import type { AnnouncementFile } from '../../../helpers/announcement-set';
import { openIndustry, toldPlace } from './open-industry';

const files = Object.values(
  import.meta.glob<AnnouncementFile>('../../../../assets/announcements/*.json', {
    ...{ eager: true, import: 'default' },
  }),
);
const announcements = files
  .flatMap((file) => file.announcements)
  .sort((a, b) => (a.date < b.date ? 1 : -1));
const record = {
  companies: files.flatMap((file) => file.companies),
  programmes: files.flatMap((file) => file.programmes),
  chips: files.flatMap((file) => file.chips),
};
const ofChips = announcements.filter(({ kind }) => kind !== 'context');

describe.each(['en', 'zh-CN'] as const)('every entry of the record, %s', (locale) => {
  const open = (view: 'roadmap' | 'table') =>
    openIndustry(view, { announcements, record, settings: { locale } });

  it('is told in words at the place of its glyph', async () => {
    const { desk } = await open('roadmap');
    const stage = new RoadmapStage(desk);
    const t = desk.t.industry.roadmap;
    const told = new Map<string, string>();
    for (const { row } of stage.rows) {
      for (const { claim } of row.marks) {
        const place = { rowKey: row.key, claimId: claim.id };
        const text = optionText({ row, place, isFolded: false, words: stage.words, t });
        told.set(claim.id, text);
        expect(text).not.toMatch(/undefined|null|NaN/);
        expect(text).toContain(desk.formats.imprecise(claim.date, claim.precision));
      }
    }
    expect([...told.keys()].sort()).toEqual(ofChips.map(({ id }) => id).sort());
  });

  it('stands in a row whose name keeps within its room', async () => {
    const { desk } = await open('roadmap');
    await document.fonts.ready;
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('no canvas');
    const family = getComputedStyle(document.documentElement).getPropertyValue('--font');
    const stage = new RoadmapStage(desk);
    for (const { row } of stage.rows) {
      const [weight, size, indent] = {
        company: [650, 13, 28],
        programme: [550, 12, 28],
        chip: [400, 12, 42],
      }[row.kind] as [number, number, number];
      context.font = `${weight} ${size}px ${family}`;
      const room = GUTTER_PX - indent - 8;
      const { width } = context.measureText(fitText(stage.words.row(row), size, room));
      expect(width, stage.words.row(row)).toBeLessThanOrEqual(room + 4);
    }
  });

  it('is reached by keys', async () => {
    await open('roadmap');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('listbox');
    const first = toldPlace();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(toldPlace()).not.toBe(first);
    expect(toldPlace()).toMatch(/\d+ \/ \d+$/);
  });

  it('has a row in the table with every text whole, there or on pointing at it', async () => {
    await open('table');
    const rows = [...document.querySelectorAll('dialog tbody tr')];
    expect(rows.length).toBeGreaterThan(record.chips.length);
    for (const row of rows) {
      for (const cell of row.querySelectorAll('td')) {
        // The letter of the glyph is a picture of the stage.
        const parts = [...cell.querySelectorAll('svg')];
        const glyphs = parts.map((svg) => svg.textContent?.trim() ?? '').join('');
        const text = (cell.textContent?.trim() ?? '').slice(glyphs.length).trim();
        expect(cell.title).toContain(text);
        expect(text).not.toMatch(/undefined|null|NaN/);
      }
    }
  });
});
